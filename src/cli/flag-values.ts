import { UsageError } from "../model/errors.ts"
import { nearestName } from "../text/nearest-name.ts"
import type { Flag } from "./flags/flag.ts"

/** The value of a flag with the name of where it was given, for messages. */
interface Given {
  readonly values: readonly string[]
  readonly from: string
}

/** What the command line and the environment say. The command line wins over the environment, flag by flag. */
export class FlagValues {
  readonly #given = new Map<string, Given>()

  constructor(
    flags: readonly Flag[],
    commandLine: ReadonlyMap<string, readonly string[]>,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    for (const flag of flags) {
      const typed = commandLine.get(flag.name)
      const variable = `SLUICE_${flag.name.replaceAll("-", "_").toUpperCase()}`
      const inherited = flag.typedOnly ? undefined : environment[variable]
      const given = typed
        ? { values: typed, from: `--${flag.name}` }
        : inherited && { values: environmentValues(flag, variable, inherited), from: variable }
      if (given) this.#given.set(flag.name, checked(flag, given))
    }
  }

  /** Whether a switch is on; undefined when nothing says so. */
  switch(name: string): boolean | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : value === "true"
  }

  text(name: string): string | undefined {
    return this.#given.get(name)?.values.at(-1)
  }

  list(name: string): readonly string[] {
    return this.#given.get(name)?.values ?? []
  }

  /** A whole number from 0 on; `words` stand for `undefined`. */
  number(name: string, words: readonly string[] = []): number | undefined {
    const text = this.text(name)
    if (text === undefined || words.includes(text)) return undefined
    if (!/^\d{1,9}$/u.test(text)) {
      const others = words.map((word) => ` or \`${word}\``).join("")
      throw new UsageError(
        `\`${this.source(name)}\` is \`${text}\`; it takes a whole number${others}.`,
      )
    }
    return Number(text)
  }

  /** Milliseconds; written as `30s`, `2m` or `500ms`. */
  duration(name: string): number | undefined {
    const text = this.text(name)
    return text === undefined ? undefined : parseDuration(text, this.source(name))
  }

  /** All that is given, in the order of the help. */
  given(): readonly {
    readonly name: string
    readonly source: string
    readonly values: readonly string[]
  }[] {
    return [...this.#given].map(([name, { values, from }]) => ({ name, source: from, values }))
  }

  /** The flag or the variable that gave the value. */
  source(name: string): string {
    return this.#given.get(name)?.from ?? `--${name}`
  }
}

const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

function parseDuration(text: string, source: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/gu)]
  const isWhole = parts.map(([part]) => part).join("") === text
  if (text === "" || !isWhole)
    throw new UsageError(
      `\`${source}\` is \`${text}\`; it takes a duration such as \`30s\` or \`2m\`.`,
    )
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * (units[unit ?? ""] ?? 0), 0)
}

/** Lists are separated by commas or line breaks, except for commas inside braces: globs have them. */
function environmentValues(flag: Flag, variable: string, value: string): readonly string[] {
  if (flag.value === undefined) return [booleanOf(variable, value)]
  if (!flag.repeatable) return [value]
  return value
    .split(/[\n,](?![^{]*\})/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

function booleanOf(variable: string, value: string): string {
  if (/^(?:1|true|yes|on)$/iu.test(value)) return "true"
  if (/^(?:0|false|no|off)$/iu.test(value)) return "false"
  throw new UsageError(`\`${variable}\` is \`${value}\`; it takes \`true\` or \`false\`.`)
}

function checked(flag: Flag, given: Given): Given {
  const wrong = flag.choices && given.values.find((value) => !flag.choices?.includes(value))
  if (wrong === undefined || !flag.choices) return given
  const nearest = nearestName(wrong, flag.choices)
  const choices = flag.choices.map((choice) => `\`${choice}\``).join(", ")
  throw new UsageError(`\`${given.from}\` is \`${wrong}\`; it takes ${choices}.`, {
    help: nearest && `Did you mean \`${nearest}\`?`,
  })
}
