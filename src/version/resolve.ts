import { parseConstraint, satisfies } from "./constraint.ts"
import {
  compareVersions,
  formatVersion,
  parseFluxVersion,
  parseStrictVersion,
  type Version,
} from "./version.ts"

/** An entry of a chart repository's index, as far as its version goes. */
export interface ChartEntry {
  readonly version: string
  /** RFC 3339, as `helm repo index` writes it. */
  readonly created?: string
}

/** The version that Flux would take, or why it takes none. */
export type Resolution<Candidate> =
  | {
      readonly status: "resolved"
      readonly chosen: Candidate
      /** Other candidates of the same precedence (`1.0.0+a`, `1.0.0+b`): which one Flux takes then depends on Go's sort. */
      readonly ties: readonly Candidate[]
    }
  /** The text is neither the exact version of a candidate nor a constraint; `message` is the library's. */
  | { readonly status: "invalid-constraint"; readonly message: string }
  | { readonly status: "no-match" }

/**
 * Source-controller's choice among the versions of a chart in an HTTP HelmRepository: an exact version text wins, else the
 * highest version in the range, and among equal ones the newest.
 * https://github.com/fluxcd/source-controller/blob/v1.10.1/internal/helm/repository/chart_repository.go (`getChartVersion`)
 */
export function resolveChartVersion<Entry extends ChartEntry>(
  constraintText: string,
  entries: readonly Entry[],
): Resolution<Entry> {
  const exact = entries.find(({ version }) => version === constraintText)
  if (constraintText !== "" && exact !== undefined) {
    return { status: "resolved", chosen: exact, ties: [] }
  }
  // Flux's sort puts "not before" first: of two entries of the same moment the later one in the index wins.
  const latestFirst = entries.toReversed()
  return resolveHighest(
    constraintText || "*",
    latestFirst,
    ({ version }) => version,
    compareCreated,
  )
}

/**
 * Source-controller's choice among the tags of a chart in an OCI HelmRepository. A full version is the tag, unseen (a chart that
 * is not there fails later); else Helm's registry client lists the tags, with `_` read as `+`, and keeps only strict versions.
 * The result is a version: its tag has `_` for `+` (`toTag`).
 * https://github.com/fluxcd/source-controller/blob/v1.10.1/internal/helm/repository/oci_chart_repository.go (`getChartVersion`)
 */
export function resolveChartTag(
  constraintText: string,
  tags: readonly string[],
): Resolution<string> {
  if (parseFluxVersion(constraintText) !== undefined) {
    return { status: "resolved", chosen: constraintText, ties: [] }
  }
  const versions = tags
    .map((tag) => parseStrictVersion(fromTag(tag)))
    .filter((version) => version !== undefined)
  return resolveHighest(constraintText || "*", versions.map(formatVersion), (version) => version)
}

/**
 * Source-controller's choice for `OCIRepository.spec.ref.semver`, over tags that have passed `semverFilter`.
 * Only with Helm's chart layer as `layerSelector.mediaType` is `_` in a tag read as `+`.
 * https://github.com/fluxcd/source-controller/blob/v1.10.1/internal/controller/ocirepository_controller.go (`getTagBySemver`)
 */
export function resolveTag(
  constraintText: string,
  tags: readonly string[],
  layer: "chart" | "other",
): Resolution<string> {
  const versionOf = layer === "chart" ? fromTag : (tag: string) => tag
  return resolveHighest(constraintText, tags, versionOf)
}

/** OCI tags cannot hold `+`, versions cannot hold `_`: Helm writes one for the other. */
export function toTag(version: string): string {
  return version.replaceAll("+", "_")
}

function fromTag(tag: string): string {
  return tag.replaceAll("_", "+")
}

function resolveHighest<Candidate>(
  constraintText: string,
  candidates: readonly Candidate[],
  textOf: (candidate: Candidate) => string,
  compareEqual: (left: Candidate, right: Candidate) => number = () => 0,
): Resolution<Candidate> {
  const constraint = parseConstraint(constraintText)
  if ("error" in constraint) return { status: "invalid-constraint", message: constraint.error }
  let highest: Version | undefined
  let best: Candidate[] = []
  for (const candidate of candidates) {
    const version = parseFluxVersion(textOf(candidate))
    if (version === undefined || !satisfies(version, constraint)) continue
    const order = highest === undefined ? 1 : compareVersions(version, highest)
    const [rival] = best
    const difference = order === 0 && rival !== undefined ? compareEqual(candidate, rival) : order
    if (difference < 0) continue
    if (difference > 0) best = []
    best.push(candidate)
    highest = version
  }
  const [chosen, ...ties] = best
  return chosen === undefined ? { status: "no-match" } : { status: "resolved", chosen, ties }
}

function compareCreated(left: ChartEntry, right: ChartEntry): number {
  const [leftSeconds, leftFraction] = createdAt(left)
  const [rightSeconds, rightFraction] = createdAt(right)
  if (leftSeconds !== rightSeconds) return leftSeconds < rightSeconds ? -1 : 1
  return leftFraction - rightFraction
}

/** Milliseconds of the whole second, and its fraction; a missing time is Go's zero time, before all others. */
function createdAt({ created = "" }: ChartEntry): readonly [number, number] {
  const [, second = "", fraction = "0", zone = ""] = /^(.{19})(?:\.(\d+))?(.*)$/.exec(created) ?? []
  const time = Date.parse(second + zone)
  return Number.isNaN(time) ? [Number.NEGATIVE_INFINITY, 0] : [time, Number(`0.${fraction}`)]
}
