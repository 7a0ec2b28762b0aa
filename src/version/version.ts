/**
 * A version as Masterminds/semver v3.5.0 reads it: the engine of every version and range in Flux
 * (charts, OCI tags, Git tags, image policies).
 * The numbers are 64-bit in Go, so they are bigints here.
 */
export interface Version {
  /** As written: Go's `Original()`. */
  readonly text: string
  readonly major: bigint
  readonly minor: bigint
  readonly patch: bigint
  /** Without the leading `-`; empty for a release. */
  readonly prerelease: string
  /** Build metadata, without the leading `+`; it never takes part in comparisons. */
  readonly metadata: string
}

/** Why a text is not a version, in the library's own words. */
export interface VersionError {
  readonly error: string
}

/** Masterminds' `MaxVersionLen`, in bytes. */
const MAX_VERSION_LENGTH = 256
const MAX_UINT64 = 18446744073709551615n

const INVALID = "invalid semantic version"
const SEGMENT_STARTS_WITH_ZERO = "version segment starts with 0"

const LOOSE =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/
const STRICT =
  /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/

/**
 * Masterminds' `NewVersion` with its default coercion: a leading `v`, missing parts and leading zeros in the
 * numeric core are accepted (`v1`, `1.2`, `2024.01.05`).
 */
export function readVersion(text: string): Version | VersionError {
  if (byteLength(text) > MAX_VERSION_LENGTH) {
    return { error: `version string is too long (max ${MAX_VERSION_LENGTH} bytes)` }
  }
  const match = LOOSE.exec(text)
  return match === null ? { error: INVALID } : fromMatch(text, match)
}

/** Like {@link readVersion}, when the reason of a failure does not matter. */
export function parseVersion(text: string): Version | undefined {
  return orUndefined(readVersion(text))
}

/**
 * Flux's `version.ParseVersion`: what a chart version or tag must pass to be a candidate for a range.
 * It wants three parts between dots, so the tags `1` and `1.2` never match; `1.2-rc.1` passes by accident.
 * https://github.com/fluxcd/pkg/blob/main/version/version.go
 */
export function parseFluxVersion(text: string): Version | undefined {
  return text.split(".", 3).length === 3 ? parseVersion(text) : undefined
}

/**
 * Masterminds' `StrictNewVersion`: no `v`, three parts, no leading zeros.
 * Helm's registry client keeps only such tags (helm.sh/helm/v4, pkg/registry/client.go, `Tags`).
 */
export function parseStrictVersion(text: string): Version | undefined {
  const match = byteLength(text) > MAX_VERSION_LENGTH ? null : STRICT.exec(text)
  return match === null ? undefined : orUndefined(fromMatch(text, match))
}

/** Masterminds' `String()`: three parts, no leading `v`, no leading zeros. */
export function formatVersion(version: Version): string {
  const core = `${version.major}.${version.minor}.${version.patch}`
  const prerelease = version.prerelease === "" ? "" : `-${version.prerelease}`
  const metadata = version.metadata === "" ? "" : `+${version.metadata}`
  return core + prerelease + metadata
}

/** Negative when `left` precedes `right`, 0 when they differ in build metadata at most. */
export function compareVersions(left: Version, right: Version): -1 | 0 | 1 {
  for (const part of ["major", "minor", "patch"] as const) {
    if (left[part] !== right[part]) return left[part] < right[part] ? -1 : 1
  }
  if (left.prerelease === right.prerelease) return 0
  if (left.prerelease === "") return 1
  if (right.prerelease === "") return -1
  return comparePrereleases(left.prerelease, right.prerelease)
}

/** Identifier by identifier; a missing one, and so an empty text, precedes all others. */
export function comparePrereleases(left: string, right: string): -1 | 0 | 1 {
  const leftParts = left.split(".")
  const rightParts = right.split(".")
  const length = Math.max(leftParts.length, rightParts.length)
  for (let index = 0; index < length; index++) {
    const order = compareIdentifiers(leftParts[index] ?? "", rightParts[index] ?? "")
    if (order !== 0) return order
  }
  return 0
}

/** The length that Go's `len` gives: bytes of UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

function compareIdentifiers(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0
  if (left === "") return -1
  if (right === "") return 1
  const leftNumber = parseUint64(left)
  const rightNumber = parseUint64(right)
  if (leftNumber === undefined && rightNumber === undefined) return left > right ? 1 : -1
  // Numbers precede words; a number beyond 64 bits counts as a word.
  if (rightNumber === undefined) return -1
  if (leftNumber === undefined) return 1
  return leftNumber > rightNumber ? 1 : -1
}

function fromMatch(text: string, match: RegExpExecArray): Version | VersionError {
  const [, major = "", minor = "0", patch = "0", prerelease = "", metadata = ""] = match
  const numbers: bigint[] = []
  for (const digits of [major, minor, patch]) {
    const number = parseUint64(digits)
    if (number === undefined) return { error: outOfRange(digits) }
    numbers.push(number)
  }
  if (prerelease.split(".").some(startsWithZero)) return { error: SEGMENT_STARTS_WITH_ZERO }
  const [majorNumber = 0n, minorNumber = 0n, patchNumber = 0n] = numbers
  return { text, major: majorNumber, minor: minorNumber, patch: patchNumber, prerelease, metadata }
}

function startsWithZero(identifier: string): boolean {
  return /^0[0-9]+$/.test(identifier)
}

function parseUint64(digits: string): bigint | undefined {
  if (!/^[0-9]+$/.test(digits)) return undefined
  const number = BigInt(digits)
  return number > MAX_UINT64 ? undefined : number
}

function outOfRange(digits: string): string {
  return `error parsing version segment: strconv.ParseUint: parsing "${digits}": value out of range`
}

function orUndefined(result: Version | VersionError): Version | undefined {
  return "error" in result ? undefined : result
}
