import { joinPath } from "#rule"

/** What kustomize says about a failed build, without the steps that led there. */
export interface Failure {
  readonly cause: string
  /** The folder whose kustomization file was being built, inside the artifact; undefined for the one at `spec.path`. */
  readonly folder: string | undefined
  /** The entry that was being read last, as that file writes it. */
  readonly entry: string | undefined
}

interface Step {
  readonly pattern: RegExp
  /** Which group holds the rest of the message. */
  readonly rest: number
  readonly folder?: number
  readonly entry?: number
}

/** The wrappers of kustomize 5.8 (`api/internal/target/kusttarget.go`), outermost first wherever they appear. */
const steps: readonly Step[] = [
  { pattern: /^kustomize build failed: (.*)$/su, rest: 1 },
  { pattern: /^accumulating (?:resources|components): (.*)$/su, rest: 1 },
  // The file could not be read, and it is no folder either: the first half is the reason.
  {
    pattern:
      /^accumulation err='(?:accumulating|merging) resources from '([^']*)': ((?:(?!': ).)*)': must build at directory: .*$/su,
    rest: 2,
    entry: 1,
  },
  // It is a folder: the second half is the reason.
  {
    pattern: /^accumulation err='(?:accumulating|merging) resources from '([^']*)': .*?': (.*)$/su,
    rest: 2,
    entry: 1,
  },
  { pattern: /^(?:accumulating|merging) resources from '([^']*)': (.*)$/su, rest: 2, entry: 1 },
  {
    pattern: /^recursed (?:accumulation of|merging from) path '([^']*)': (.*)$/su,
    rest: 2,
    folder: 1,
  },
  { pattern: /^couldn't make target for path '([^']*)': (.*)$/su, rest: 2, folder: 1 },
  { pattern: /^trouble configuring builtin \w+ with config: `[^`]*`: (.*)$/su, rest: 1 },
  { pattern: /^map\[string\]interface \{\}\(nil\): (.*)$/su, rest: 1 },
]

const quoted = /^(?:accumulateDirectory: |loader\.New )"(.*)"$/su

/** Takes a message of kustomize apart. */
export function readFailure(message: string): Failure {
  let cause = message.trim()
  let folder: string | undefined
  let entry: string | undefined
  for (let found = takeStep(cause); found; found = takeStep(cause)) {
    cause = found.rest
    if (found.folder !== undefined) {
      folder = joinPath("", found.folder)
      entry = undefined
    }
    entry = found.entry ?? entry
  }
  return { cause: cause.replace(/\s+/gu, " ").trim(), folder, entry }
}

function takeStep(
  text: string,
): { rest: string; folder?: string | undefined; entry?: string | undefined } | undefined {
  const inner = quoted.exec(text)?.[1]
  if (inner !== undefined) return { rest: inner.replace(/\\(["\\])/gu, "$1") }
  for (const { pattern, rest, folder, entry } of steps) {
    const match = pattern.exec(text)
    if (match) {
      return {
        rest: match[rest] ?? "",
        folder: folder === undefined ? undefined : match[folder],
        entry: entry === undefined ? undefined : match[entry],
      }
    }
  }
  return undefined
}
