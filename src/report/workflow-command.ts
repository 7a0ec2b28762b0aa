import { visible } from "./visible-text.ts"

/** The commands that sluice gives to GitHub's runner. */
export type WorkflowCommand =
  | "error"
  | "warning"
  | "notice"
  | "group"
  | "endgroup"
  | "stop-commands"

/** Ends a part of the log in which no commands are obeyed; nobody who writes that part may know it. */
export type ResumeToken = `sluice-${string}`

/** What a command says beside its message: `file`, `line`, `title` and so on. */
export type CommandProperties = Readonly<Record<string, string | number>>

/**
 * One command for GitHub's runner, with its line break: the only place that writes one. The runner unescapes `%25`,
 * `%0D` and `%0A`, in properties `%3A` and `%2C` too (actions/runner, ActionCommand.cs). Line breaks of a message stay;
 * its other invisible characters are shown as escapes.
 */
export function workflowCommand(
  command: WorkflowCommand | ResumeToken,
  message = "",
  properties: CommandProperties = {},
): string {
  const pairs = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  const head = pairs.length === 0 ? command : `${command} ${pairs.join(",")}`
  return `::${head}::${escapeMessage(message)}\n`
}

/**
 * A line of the log that the runner takes for no command: it looks for `::` at the start of a line, after white space,
 * and for the older `##[` anywhere in it (`safety.md` row 16).
 */
export function logLine(text: string): string {
  return `${withoutCommands(visible(text))}\n`
}

/** Text of several lines that was written for people, with nothing in it that the runner takes for a command. */
export function guardedLog(text: string): string {
  return text.split("\n").map(withoutCommands).join("\n")
}

/** Lines for the log, in which no commands are obeyed: should one be a command after all, it is not carried out. */
export function logBlock(lines: readonly string[], token: ResumeToken): string {
  return [
    workflowCommand("stop-commands", token),
    ...lines.map(logLine),
    workflowCommand(token),
  ].join("")
}

/** A message of several lines as {@link workflowCommand} writes it, but for the escapes that the runner takes back. */
export function commandText(message: string): string {
  return message
    .split(/\r\n|[\n\r]/u)
    .map((line) => withoutCommands(visible(line)))
    .join("\n")
}

function escapeMessage(text: string): string {
  return commandText(text).replaceAll("%", "%25").replaceAll("\n", "%0A")
}

function escapeProperty(text: string): string {
  return withoutCommands(visible(text))
    .replaceAll("%", "%25")
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C")
}

/**
 * The runner compares as its culture does, which looks past characters that show nothing: so these may stand between.
 * Taking the first colon of a line whatever follows is more than it needs.
 */
function withoutCommands(line: string): string {
  return line
    .replace(/^([\s\p{DI}]*):/u, "$1\\x3a")
    .replace(/#(\p{DI}*)#(?=\p{DI}*\[)/gu, "#$1\\x23")
}
