import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { Command, CommanderError, Option } from "commander"
import { UsageError } from "../model/errors.ts"
import { nearestName } from "../text/nearest-name.ts"
import { compiledCodeFolder } from "./cache-dir.ts"
import { wantsColor } from "./color.ts"
import type { CommandContext } from "./command-context.ts"
import { type CommandEntry, commands } from "./commands.ts"
import { exitCodes, reportFailure } from "./failure.ts"
import { FlagValues } from "./flag-values.ts"
import type { Flag } from "./flags/flag.ts"
import { laterCommands, laterFlags } from "./flags/later.ts"
import type { Io } from "./io.ts"
import { terminalStyle } from "./terminal-style.ts"
import { version } from "./version.ts"

/** Parses the arguments, runs the command that they name, and turns what goes wrong into an exit code. */
export async function runProgram(io: Io): Promise<number> {
  const state = { code: exitCodes.clean as number }
  const program = createProgram(io, state)
  try {
    await program.parseAsync(withCommand(io), { from: "user" })
    return io.signal.aborted ? exitCodes.interrupted : state.code
  } catch (error) {
    if (io.signal.aborted) return exitCodes.interrupted
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.clean
    const color = rawValue("color", io)
    const options = {
      style: terminalStyle(wantsColor(color, io.environment, io.stderr)),
      debug: rawValue("debug", io) !== undefined,
    }
    return reportFailure(
      error instanceof CommanderError ? usageErrorOf(error, program) : error,
      io,
      options,
    )
  }
}

/** A flag's value where the arguments could not be parsed; the empty string for a switch. */
function rawValue(name: string, { argv, environment }: Io): string | undefined {
  const at = argv.findIndex((text) => text === `--${name}` || text.startsWith(`--${name}=`))
  const [, value = argv[at + 1] ?? ""] = argv[at]?.split("=") ?? []
  return at < 0 ? environment[`SLUICE_${name.toUpperCase()}`] : value
}

/** `check` is the default, also for `sluice -- PATH`. */
function withCommand({ argv, cwd }: Io): readonly string[] {
  const [first = ""] = argv
  const names = commands.map(({ name }) => name)
  const known = ["help", "-h", "--help", "-V", "--version", ...names]
  if (known.includes(first)) return argv
  if (laterCommands.includes(first)) {
    throw new UsageError(`\`sluice ${first}\` is not there yet: a later release brings it.`)
  }
  // A path wins; what is none may be a slip.
  const meant = /^[a-z-]+$/u.test(first) ? nearestName(first, names) : undefined
  if (meant !== undefined && !existsSync(resolve(cwd, first))) {
    throw new UsageError(`There is no command, file or folder \`${first}\`.`, {
      help: `Did you mean \`sluice ${meant}\`?`,
    })
  }
  return ["check", ...argv]
}

const helpText = `
Examples:
  sluice                            check the repository of the current folder
  sluice check PATH -f json         the report for programs
  sluice build ks/apps              what the Kustomization apps applies
  sluice diff origin/main           what the branch changes in the clusters
  sluice explain ks-path-missing    what a rule finds, and what to do

Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 incomplete.
Each flag may also be given as an environment variable: SLUICE_FAIL_ON=warning.
Run \`sluice COMMAND --help\` for the flags of a command.`

function createProgram(io: Io, state: { code: number }): Command {
  const program = new Command("sluice")
    .copyInheritedSettings(quietSettings(io))
    .description("Know what Flux will do before you push.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show the flags of a command")
  for (const entry of commands)
    program.addCommand(createCommand(entry, io, state), { isDefault: entry.name === "check" })
  return program.addHelpText("after", helpText)
}

function createCommand(entry: CommandEntry, io: Io, state: { code: number }): Command {
  const command = new Command(entry.name)
    .copyInheritedSettings(quietSettings(io))
    .summary(entry.summary)
    .description(sentence(entry.summary))
    .helpOption("-h, --help", "show help")
  if (entry.arguments !== "") command.arguments(entry.arguments)
  for (const { title, flags } of entry.flags) {
    for (const flag of flags) command.addOption(optionOf(flag).helpGroup(title))
  }
  return command.action(async () => {
    const context = contextOf(entry, command, io)
    const codeFolder = hasCache(entry) ? compiledCodeFolder(context) : undefined
    if (codeFolder !== undefined) io.keepCompiledCode?.(codeFolder)
    const runCommand = await entry.load()
    state.code = await runCommand(context)
  })
}

function hasCache({ flags }: CommandEntry): boolean {
  return flags.some((group) => group.flags.some(({ name }) => name === "no-cache"))
}

/** Help goes to the given output, errors become exceptions: {@link reportFailure} prints them. */
function quietSettings(io: Io): Command {
  return new Command().exitOverride().configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => io.stdout.columns ?? 100,
  })
}

function optionOf({ name, short, value, description, repeatable }: Flag): Option {
  const long = value === undefined ? `--${name}` : `--${name} <${value}>`
  const option = new Option(short === undefined ? long : `-${short}, ${long}`, description)
  return repeatable
    ? option.argParser((text: string, previous: readonly string[] | undefined) => [
        ...(previous ?? []),
        text,
      ])
    : option
}

function contextOf(entry: CommandEntry, command: Command, io: Io): CommandContext {
  const flags = new FlagValues(
    entry.flags.flatMap((group) => group.flags),
    typedFlags(command),
    io.environment,
  )
  const color = flags.text("color")
  return {
    io,
    cwd: resolve(io.cwd, flags.text("cwd") ?? "."),
    arguments: command.args,
    flags,
    style: terminalStyle(wantsColor(color, io.environment, io.stdout)),
    errorStyle: terminalStyle(wantsColor(color, io.environment, io.stderr)),
  }
}

/** Only what was typed: commander's own defaults say nothing. */
function typedFlags(command: Command): ReadonlyMap<string, readonly string[]> {
  const typed = command.options.flatMap(
    (option): readonly (readonly [string, readonly string[]])[] => {
      const name = option.attributeName()
      if (command.getOptionValueSource(name) !== "cli") return []
      const value: unknown = command.getOptionValue(name)
      // `--no-config` and `--config` share a name in commander.
      if (option.negate) return value === false ? [[option.long?.slice(2) ?? name, ["true"]]] : []
      if (value === false) return []
      return [
        [option.long?.slice(2) ?? name, Array.isArray(value) ? value.map(String) : [String(value)]],
      ]
    },
  )
  return new Map(typed)
}

function usageErrorOf(error: CommanderError, program: Command): UsageError {
  const message = sentence(
    error.message.replace(/^error: /u, "").replace(/\n\(Did you mean.*$/su, ""),
  )
  const unknown = /unknown option '--([\w-]+)/u.exec(error.message)?.[1]
  if (unknown === undefined)
    return new UsageError(message, { help: "Run `sluice --help`.", cause: error })
  if (laterFlags.includes(unknown))
    return new UsageError(`\`--${unknown}\` is not there yet: a later release brings it.`)
  const names = program.commands.flatMap(({ options }) =>
    options.flatMap(({ long }) => (long ? [long.slice(2)] : [])),
  )
  const nearest = nearestName(unknown, names)
  return new UsageError(`There is no flag \`--${unknown}\`.`, {
    help: nearest === undefined ? "Run `sluice check --help`." : `Did you mean \`--${nearest}\`?`,
  })
}

function sentence(text: string): string {
  const trimmed = text.trim()
  return `${trimmed.slice(0, 1).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/u.test(trimmed) ? "" : "."}`
}
