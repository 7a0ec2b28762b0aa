/** What GitHub's runner has understood of one line. */
export interface RunnerCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** The commands of actions/runner (ActionCommandManager.cs and the extensions registered there). */
const registered: ReadonlySet<string> = new Set([
  "stop-commands",
  "set-env",
  "set-output",
  "save-state",
  "add-mask",
  "add-path",
  "add-matcher",
  "remove-matcher",
  "debug",
  "warning",
  "error",
  "notice",
  "group",
  "endgroup",
  "echo",
])

/**
 * The commands that the runner would find in a log, written anew after actions/runner's ActionCommand.cs: `::name
 * properties::data` at the start of a line, else `##[name properties]data` anywhere in it. Names in any case;
 * `stop-commands` is obeyed or not, as asked. Characters that show nothing are looked past, as its comparisons may do.
 */
export function runnerCommands(
  log: string,
  { obeyStop }: { readonly obeyStop: boolean },
): readonly RunnerCommand[] {
  const found: RunnerCommand[] = []
  let token: string | undefined
  for (const line of log.split(/\r\n|[\n\r]/u)) {
    const names = new Set([...registered, ...(token === undefined ? [] : [token])])
    const parsed = parseNew(line, names) ?? parseOld(line, names)
    if (!parsed) continue
    if (token !== undefined) {
      if (parsed.command.toLowerCase() === token.toLowerCase()) token = undefined
      continue
    }
    found.push(parsed)
    if (obeyStop && parsed.command.toLowerCase() === "stop-commands") token = parsed.data
  }
  return found
}

function parseNew(line: string, names: ReadonlySet<string>): RunnerCommand | undefined {
  const message = line.replace(/[\p{DI}]/gu, "").trimStart()
  if (!message.startsWith("::")) return undefined
  const end = message.indexOf("::", 2)
  if (end < 0) return undefined
  const data = unescapeAll(message.slice(end + 2), { "%0D": "\r", "%0A": "\n", "%25": "%" })
  return commandOf(message.slice(2, end), { data, names, separator: "," })
}

function parseOld(line: string, names: ReadonlySet<string>): RunnerCommand | undefined {
  const message = line.replace(/[\p{DI}]/gu, "")
  const start = message.indexOf("##[")
  const end = start < 0 ? -1 : message.indexOf("]", start)
  if (end < 0) return undefined
  return commandOf(message.slice(start + 3, end), {
    data: message.slice(end + 1),
    names,
    separator: ";",
  })
}

function commandOf(
  info: string,
  {
    data,
    names,
    separator,
  }: { readonly data: string; readonly names: ReadonlySet<string>; readonly separator: string },
): RunnerCommand | undefined {
  const [command = "", ...rest] = info.split(" ")
  if (![...names].some((name) => name.toLowerCase() === command.toLowerCase())) return undefined
  const pairs = rest
    .join(" ")
    .split(separator)
    .flatMap((pair): readonly (readonly [string, string])[] => {
      const at = pair.indexOf("=")
      if (at <= 0 || at === pair.length - 1) return []
      const escapes = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" }
      return [[pair.slice(0, at), unescapeAll(pair.slice(at + 1), escapes)]]
    })
  return { command, properties: Object.fromEntries(pairs), data }
}

function unescapeAll(text: string, escapes: Readonly<Record<string, string>>): string {
  return Object.entries(escapes).reduce(
    (result, [written, character]) => result.replaceAll(written, character),
    text,
  )
}
