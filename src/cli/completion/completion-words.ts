import { rules } from "../../../rules/index.ts"
import type { CommandEntry } from "../commands.ts"
import type { Flag } from "../flags/flag.ts"
import { formatNames } from "../formats.ts"

/** What a shell may offer for one command. */
export interface CompletedCommand {
  readonly name: string
  readonly summary: string
  readonly flags: readonly CompletedFlag[]
  /** What its first argument may be; undefined: files and folders. */
  readonly words: readonly string[] | undefined
}

export interface CompletedFlag {
  /** `--format`, `-f` */
  readonly names: readonly string[]
  readonly description: string
  readonly value: FlagValue
}

/** What comes after a flag: nothing, one of some words, a file or folder, or something that nobody can guess. */
export type FlagValue =
  | { readonly kind: "none" }
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "path" }
  | { readonly kind: "text" }

/** The shells that there are scripts for. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const

export type Shell = (typeof shells)[number]

/** Everything that can be completed, from the very tables that the command line is made of. */
export function completionWords(commands: readonly CommandEntry[]): readonly CompletedCommand[] {
  return commands.map(({ name, summary, flags, arguments: takes }) => ({
    name,
    summary,
    flags: [
      ...flags.flatMap((group) => group.flags).map(completedFlag),
      { names: ["--help", "-h"], description: "show help", value: { kind: "none" } },
    ],
    words: firstWords(name, takes),
  }))
}

function firstWords(name: string, takes: string): readonly string[] | undefined {
  if (name === "explain") return rules.map(({ id }) => id)
  if (name === "completion") return shells
  if (name === "cache") return ["info", "clean", "prune"]
  return takes === "" || takes === "[object]" ? [] : undefined
}

function completedFlag(flag: Flag): CompletedFlag {
  const { name, short, description } = flag
  const names = short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]
  return { names, description, value: argumentOf(flag) }
}

function argumentOf({ name, value, choices }: Flag): FlagValue {
  if (value === undefined) return { kind: "none" }
  const words = choices ?? knownWords(name)
  if (words) return { kind: "words", words }
  return /DIR|FILE|PATH/u.test(value) ? { kind: "path" } : { kind: "text" }
}

function knownWords(name: string): readonly string[] | undefined {
  if (name === "format") return formatNames
  if (name !== "only" && name !== "skip") return undefined
  return [...new Set(rules.flatMap(({ id, category }) => [category, id]))].sort()
}
