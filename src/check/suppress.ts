import { compileGlob } from "../load/glob.ts"
import type { Finding, IgnoreEntry } from "../model/index.ts"
import { isNamed } from "./enabled-rules.ts"

type Suppression = Finding["suppressedBy"]

/** Judges why a finding of a rule in a file does not count; undefined when it does. */
export type Suppressor = (
  rule: { readonly id: string; readonly category: string },
  path: string,
) => Suppression

/** Compiles the `ignore` entries of a configuration. */
export function createSuppressor(ignores: readonly IgnoreEntry[]): Suppressor {
  const entries = ignores.map((entry) => ({ entry, globs: entry.paths.map(compileGlob) }))
  return (rule, path) => {
    const match = entries.find(
      ({ entry, globs }) =>
        (entry.rules.includes("*") || isNamed(rule, entry.rules)) &&
        globs.some((matches) => matches(path)),
    )
    if (!match) return undefined
    const { reason } = match.entry
    return { kind: "config", ...(reason === undefined ? {} : { reason }) }
  }
}

/** Whether `path` is one of `wanted`, or below one of them; all paths are when nothing was asked for. */
export function isWanted(path: string, wanted: readonly string[]): boolean {
  return (
    wanted.length === 0 ||
    wanted.some((parent) => parent === "" || path === parent || path.startsWith(`${parent}/`))
  )
}
