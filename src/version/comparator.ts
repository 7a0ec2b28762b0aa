import { comparePrereleases, compareVersions, type Version } from "./version.ts"

/** The operators of Masterminds/semver v3.5.0; no operator is `""` and means `=`. */
export type Operator = "" | "=" | "!=" | ">" | "<" | ">=" | "=>" | "<=" | "=<" | "~" | "~>" | "^"

/** One operator and its version: `>=1.2.x`. */
export interface Comparator {
  readonly operator: Operator
  /** The version as written, wildcards included. */
  readonly text: string
  /** Missing parts and wildcards count as 0. */
  readonly version: Version
  /** Which parts are given: `1.2.3`, `1.2`, `1`, or none (`*`). */
  readonly given: "patch" | "minor" | "major" | "none"
}

/**
 * Whether a version passes one comparator.
 * Whether pre-releases take part at all is a matter of the whole group: see `satisfies`.
 */
export function passes(version: Version, comparator: Comparator): boolean {
  switch (comparator.operator) {
    case "":
    case "=":
      return isEqual(version, comparator)
    case "!=":
      return isDifferent(version, comparator)
    case ">":
      return isGreater(version, comparator)
    case "<":
      return compareVersions(version, comparator.version) < 0
    case ">=":
    case "=>":
      return compareVersions(version, comparator.version) >= 0
    case "<=":
    case "=<":
      return isAtMost(version, comparator)
    case "~":
    case "~>":
      return isNear(version, comparator)
    case "^":
      return isCompatible(version, comparator)
  }
}

function isEqual(version: Version, comparator: Comparator): boolean {
  if (comparator.given !== "patch") return isNear(version, comparator)
  return compareVersions(version, comparator.version) === 0
}

function isDifferent(version: Version, { version: bound, given }: Comparator): boolean {
  if (given === "patch" || given === "none") return compareVersions(version, bound) !== 0
  if (version.major !== bound.major) return true
  if (given === "major") return false
  if (version.minor !== bound.minor) return true
  // Not quite what one would compare: with a pre-release on either side only the pre-releases count.
  if (version.prerelease === "" && bound.prerelease === "") return false
  return comparePrereleases(version.prerelease, bound.prerelease) !== 0
}

function isGreater(version: Version, { version: bound, given }: Comparator): boolean {
  if (given === "patch" || given === "none") return compareVersions(version, bound) > 0
  if (version.major !== bound.major) return version.major > bound.major
  // `>11` wants 12 and `>11.1` wants 11.2.
  return given === "minor" && version.minor > bound.minor
}

function isAtMost(version: Version, { version: bound, given }: Comparator): boolean {
  if (given === "patch") return compareVersions(version, bound) <= 0
  if (version.major > bound.major) return false
  return version.major !== bound.major || version.minor <= bound.minor || given === "major"
}

/** `~1.2.3` and `~1.2` keep the minor version, `~1` the major one. */
function isNear(version: Version, { version: bound, given }: Comparator): boolean {
  if (compareVersions(version, bound) < 0) return false
  const isZero = bound.major === 0n && bound.minor === 0n && bound.patch === 0n
  // `~*` is any version, and so, by the library's own exception, is `~0.0.0`.
  if (isZero && (given === "patch" || given === "none")) return true
  if (version.major !== bound.major) return false
  return version.minor === bound.minor || given === "major"
}

/** `^` keeps the leftmost part that is not zero; `^*` is only 0.0.0, a quirk of the library. */
function isCompatible(version: Version, { version: bound, given }: Comparator): boolean {
  if (compareVersions(version, bound) < 0) return false
  if (version.major !== bound.major) return false
  if (bound.major > 0n || given === "major") return true
  if (version.minor !== bound.minor) return false
  return bound.minor > 0n || given === "minor" || version.patch === bound.patch
}
