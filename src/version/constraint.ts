import { type Comparator, type Operator, passes } from "./comparator.ts"
import { goQuote } from "./go-quote.ts"
import { byteLength, readVersion, type Version } from "./version.ts"

/** All comparators of a group must pass: what stands between two `||`. */
export interface ComparatorGroup {
  readonly comparators: readonly Comparator[]
  /** Pre-releases are candidates as soon as one comparator of the group carries one. */
  readonly allowsPrereleases: boolean
}

/** A version range as Masterminds/semver v3.5.0 reads it: one of its groups must pass. */
export interface Constraint {
  readonly text: string
  readonly groups: readonly [ComparatorGroup, ...ComparatorGroup[]]
}

/** Why a text is not a constraint, in the library's own words. */
export interface ConstraintError {
  readonly error: string
}

const MAX_LENGTH = 512
const MAX_GROUPS = 32

// Spaces are those of Go's `\s`. A version part may hold `|`, a slip of the library that shows in its errors.
const WHOLE_VERSION =
  /^v?([0-9|xX*]+)(\.[0-9|xX*]+)?(\.[0-9|xX*]+)?(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/
const HYPHEN_RANGE =
  /[\t\n\f\r ]*(v?[0-9|xX*]+(?:\.[0-9|xX*]+)?(?:\.[0-9|xX*]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)[\t\n\f\r ]+-[\t\n\f\r ]+(v?[0-9|xX*]+(?:\.[0-9|xX*]+)?(?:\.[0-9|xX*]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)[\t\n\f\r ]*/g
const COMPARATOR = /([\t\n\f\r ]*,?[\t\n\f\r ]*)([=!<>~^]*)[\t\n\f\r ]*([^\t\n\f\r ,]*)/y
const OPERATORS: readonly string[] = [
  "",
  "=",
  "!=",
  ">",
  "<",
  ">=",
  "=>",
  "<=",
  "=<",
  "~",
  "~>",
  "^",
] satisfies readonly Operator[]

/**
 * Masterminds' `NewConstraint`. The empty text is not a constraint; chart resolution reads it as `*` (`resolveChartVersion`).
 * https://github.com/Masterminds/semver/blob/v3.5.0/constraints.go
 */
export function parseConstraint(text: string): Constraint | ConstraintError {
  if (byteLength(text) > MAX_LENGTH) {
    return { error: `constraint string is too long (max ${MAX_LENGTH} bytes)` }
  }
  const segments = rewriteHyphenRanges(text).split("||")
  if (segments.length > MAX_GROUPS) {
    return { error: `too many constraint groups (max ${MAX_GROUPS})` }
  }
  const groups: ComparatorGroup[] = []
  for (const segment of segments) {
    const group = parseGroup(segment)
    if ("error" in group) return group
    groups.push(group)
  }
  const [first, ...rest] = groups
  return first === undefined ? improper(text) : { text, groups: [first, ...rest] }
}

/** Masterminds' `Check`: whether the version lies in the range. Build metadata never matters. */
export function satisfies(version: Version, constraint: Constraint): boolean {
  return constraint.groups.some(
    ({ comparators, allowsPrereleases }) =>
      (allowsPrereleases || version.prerelease === "") &&
      comparators.every((comparator) => passes(version, comparator)),
  )
}

/** `1.2 - 1.4` becomes `>= 1.2, <= 1.4 ` before all else, and before the text is split at `||`. */
function rewriteHyphenRanges(text: string): string {
  let rewritten = text
  for (const match of text.matchAll(HYPHEN_RANGE)) {
    // Like the library: the first occurrence of the same words, which may be another one.
    rewritten = rewritten.replace(match[0], () => `>= ${match[1]}, <= ${match[2]} `)
  }
  return rewritten
}

function parseGroup(segment: string): ComparatorGroup | ConstraintError {
  const tokens = tokenize(segment)
  if (tokens === undefined) return improper(segment)
  const comparators: Comparator[] = []
  for (const [operator, text] of tokens) {
    const comparator = parseComparator(operator, text)
    if (comparator === undefined) return { error: "constraint parser error" }
    comparators.push(comparator)
  }
  const allowsPrereleases = comparators.some(({ version }) => version.prerelease !== "")
  return { comparators, allowsPrereleases }
}

/** Operators and versions of a group, joined by spaces or one comma each; nothing when the library finds it improper. */
function tokenize(segment: string): readonly (readonly [Operator, string])[] | undefined {
  const tokens: [Operator, string][] = []
  const text = segment.replace(/[\t\n\f\r ]+$/, "")
  let offset = 0
  do {
    COMPARATOR.lastIndex = offset
    const [whole = "", separator = "", operator = "", version = ""] = COMPARATOR.exec(text) ?? []
    const isSeparated = offset === 0 ? !separator.includes(",") : separator !== ""
    if (!isSeparated || !isOperator(operator) || !WHOLE_VERSION.test(version)) return undefined
    tokens.push([operator, version])
    offset += whole.length
  } while (offset < text.length)
  return tokens
}

function parseComparator(operator: Operator, text: string): Comparator | undefined {
  const [, major = "", minor = "", patch = "", prerelease = ""] = WHOLE_VERSION.exec(text) ?? []
  const [given, completed] = complete(text, [major, minor, patch], prerelease)
  const version = readVersion(completed)
  return "error" in version ? undefined : { operator, text, version, given }
}

/** Zeros in place of the first missing or wildcard part and of all after it; `1.*.3` is `1`. */
function complete(
  text: string,
  [major, minor, patch]: readonly [string, string, string],
  prerelease: string,
): readonly [Comparator["given"], string] {
  if (isOpen(major)) return ["none", `0.0.0${prerelease}`]
  if (isOpen(minor)) return ["major", `${major}.0.0${prerelease}`]
  if (isOpen(patch)) return ["minor", `${major}${minor}.0${prerelease}`]
  return ["patch", text]
}

function isOpen(part: string): boolean {
  return ["", "x", "X", "*", ".x", ".X", ".*"].includes(part)
}

function isOperator(text: string): text is Operator {
  return OPERATORS.includes(text)
}

function improper(segment: string): ConstraintError {
  return { error: `improper constraint: ${goQuote(segment)}` }
}
