import { isKind, kinds } from "../../model/index.ts"
import {
  type JsonObject,
  type OffsetRange,
  parseYaml,
  rangeOf,
  scalarAt,
  toJson,
} from "../../yaml/index.ts"
import type { ChartFiles } from "../engine.ts"
import { BadArchive } from "../remote/read-tar.ts"
import type { Digest } from "../source-tree.ts"
import { chartFiles } from "./chart-files.ts"
import type { ChartRequest } from "./chart-request.ts"
import type { FoundChart } from "./find-chart.ts"
import { versionMetadata, withMetadata } from "./packaged-version.ts"

/** A chart in the version that source-controller packages it with. */
export interface PackagedChart {
  readonly chart: ChartFiles
  /** Where the version is not all known: tells whether what was said of the chart is said of it in another version, too. */
  readonly isSaidAlways?: (
    said: string,
    judge: (chart: ChartFiles) => Promise<string>,
  ) => Promise<boolean>
}

type Found = FoundChart & { readonly status: "found" }

/** Gives the chart the version that its templates see in the cluster (`.Chart.Version`). */
export async function packagedChart(
  found: Found,
  request: ChartRequest,
  digest: Digest,
): Promise<PackagedChart> {
  const { chart, revision } = found
  const isArtifact =
    isKind(request.source, kinds.GitRepository) || isKind(request.source, kinds.Bucket)
  const metadata = versionMetadata(request, {
    isArtifact,
    ...(revision === undefined ? {} : { revision }),
  })
  const files = metadata && (await readFiles(chart))
  // In a repository it is the index that says the version (`generateBuildResult`), in an artifact Chart.yaml.
  const version = (isArtifact ? undefined : found.use.version) ?? (files && versionIn(files))
  if (!metadata || !files || version === undefined) return { chart }
  const inVersion = (text: string): Versioned | undefined => {
    const whole = withMetadata(version, text)
    const changed = whole === undefined ? undefined : withVersion(files, whole)
    if (whole === undefined || !changed) return undefined
    return { version: whole, chart: { digest: digest(`${chart.digest} ${whole}`), files: changed } }
  }
  const first = inVersion(metadata.text)
  const second = metadata.otherwise === undefined ? undefined : inVersion(metadata.otherwise)
  if (!first) return { chart }
  if (!second) return { chart: first.chart }
  return {
    chart: first.chart,
    isSaidAlways: async (said, judge) =>
      withoutVersion(said, first) === withoutVersion(await judge(second.chart), second),
  }
}

interface Versioned {
  readonly version: string
  readonly chart: ChartFiles
}

/** An archive that cannot be read is left to Helm, which says why. */
async function readFiles(chart: ChartFiles): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  try {
    return await chartFiles(chart)
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
    return undefined
  }
}

function versionIn(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  const document = metadataOf(files)?.document
  return document && scalarAt(document, ["version"])?.text
}

/** The files with another version in Chart.yaml; undefined for a Chart.yaml that has none, or that is broken. */
function withVersion(
  files: ReadonlyMap<string, Uint8Array>,
  version: string,
): ReadonlyMap<string, Uint8Array> | undefined {
  const metadata = metadataOf(files)
  if (!metadata) return undefined
  const { text, document } = metadata
  const node = scalarAt(document, ["version"])
  if (!node) return undefined
  // Another field may repeat what has an anchor; a block ends where its lines do.
  const isBlock = node.style === "literal" || node.style === "folded"
  const isPlain = node.anchor === undefined && !isBlock
  const changed = isPlain
    ? replaced(text, rangeOf(document, ["version"], "value"), JSON.stringify(version))
    : JSON.stringify({ ...(toJson(document) as JsonObject), version })
  return new Map(files).set("Chart.yaml", new TextEncoder().encode(changed))
}

function replaced(text: string, { start, end }: OffsetRange, part: string): string {
  return `${text.slice(0, start)}${part}${text.slice(end)}`
}

function metadataOf(files: ReadonlyMap<string, Uint8Array>) {
  const content = files.get("Chart.yaml")
  if (!content) return undefined
  const text = new TextDecoder().decode(content)
  const [document, ...others] = parseYaml(text).documents
  if (!document || others.length > 0 || document.errors.length > 0) return undefined
  return { text, document }
}

/** Charts write versions into labels with another sign for the `+`. */
function withoutVersion(text: string, { version }: Versioned): string {
  return ["+", "_", "-", "."].reduce(
    (rest, sign) => rest.replaceAll(version.replace("+", sign), "VERSION"),
    text,
  )
}
