import type { ChartProblem, ChartUse, Resource } from "../../model/index.ts"
import { describe, isKind, kinds } from "../../model/index.ts"
import {
  type Resolution,
  resolveChartTag,
  resolveChartVersion,
  resolveTag,
} from "../../version/index.ts"
import { stringAt } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import type { MirroredChart } from "../chart-mirror.ts"
import type { ChartFiles } from "../engine.ts"
import type { ChartRequest } from "./chart-request.ts"
import { fetchedChart } from "./fetched-chart.ts"
import { folderChart } from "./folder-chart.ts"
import { fromMirrors, type MirrorWorld } from "./mirrored-chart.ts"
import type { ValuesFile } from "./values-files.ts"

/** A chart that can be rendered, or why it cannot be had. */
export type FoundChart =
  | {
      readonly status: "found"
      readonly chart: ChartFiles
      readonly use: ChartUse
      /** The commit or digest of the artifact that the chart is in; undefined where it is not known, or the chart in none. */
      readonly revision?: string
      /** What the chart's artifact has at a path; undefined where values files are looked for in the chart. */
      readonly valuesFile?: (path: string) => ValuesFile
    }
  | { readonly status: "problem"; readonly problem: ChartProblem }
  | { readonly status: "skipped"; readonly reason: string; readonly kind: "chosen" | "incomplete" }

/** Gets the chart as source-controller would: from this checkout, from the mirrors, or from where its source says. */
export async function findChart(world: BuildWorld, request: ChartRequest): Promise<FoundChart> {
  const source = world.lookup(request.source)
  if (source === "unknown") return folderChart(world, request)
  if (isKind(request.source, kinds.ExternalArtifact)) return folderChart(world, request)
  if (!source) return skip(`${describe(request.source)} is not defined in this repository`)
  if (isKind(source.id, kinds.GitRepository) || isKind(source.id, kinds.Bucket))
    return folderChart(world, request)
  const mirrored = await mirroredChart(world, source, request)
  if (mirrored.status === "found" || isCertain(mirrored)) return mirrored
  return (await fetchedChart(world, source, request, mirrored)) ?? mirrored
}

/** Objects of a cluster, and those of files. */
type ChartSource = Pick<Resource, "id" | "manifest">

/** Looks for the chart of a HelmRepository or OCIRepository in the mirrors alone. */
export function mirroredChart(
  world: MirrorWorld,
  source: ChartSource,
  request: Pick<ChartRequest, "chart" | "version">,
): Promise<FoundChart> | FoundChart {
  return isKind(source.id, kinds.OCIRepository)
    ? fromArtifact(world, source)
    : fromRepository(world, source, request)
}

/** A mirror may lack what the source has; what is wrong whatever the source has needs no look at it. */
function isCertain(found: FoundChart): boolean {
  return (
    found.status === "problem" &&
    (found.problem.kind !== "version-unsatisfied" || found.problem.certain)
  )
}

function skip(reason: string): FoundChart {
  return { status: "skipped", reason, kind: "chosen" }
}

function fromRepository(
  world: MirrorWorld,
  source: ChartSource,
  { chart, version }: Pick<ChartRequest, "chart" | "version">,
): Promise<FoundChart> | FoundChart {
  const oci = stringAt(source.manifest, ["spec", "type"]) === "oci"
  const pick = (entries: readonly MirroredChart[]): Resolution<string> => {
    if (oci)
      return resolveChartTag(
        version,
        entries.map((entry) => entry.version),
      )
    const found = resolveChartVersion(version, entries)
    return found.status === "resolved"
      ? { ...found, chosen: found.chosen.version, ties: [] }
      : found
  }
  return fromMirrors(world, { name: lastStep(chart), version, pick })
}

function fromArtifact(world: MirrorWorld, source: ChartSource): Promise<FoundChart> | FoundChart {
  const name = lastStep(stringAt(source.manifest, ["spec", "url"]) ?? "")
  const ref = (field: string): string | undefined =>
    stringAt(source.manifest, ["spec", "ref", field])
  const semver = ref("semver")
  const tag = ref("tag")
  if (semver !== undefined && ref("digest") === undefined) {
    const pick = (entries: readonly MirroredChart[]): Resolution<string> =>
      resolveTag(
        semver,
        entries.map((entry) => entry.version),
        "chart",
      )
    return fromMirrors(world, { name, version: semver, pick })
  }
  if (tag === undefined) {
    return skip(
      `${describe(source.id)} names its chart by ${ref("digest") ? "digest" : "the tag `latest`"} alone`,
    )
  }
  const version = tag.replaceAll("_", "+")
  return fromMirrors(world, {
    name,
    version,
    pick: () => ({ status: "resolved", chosen: version, ties: [] }),
  })
}

function lastStep(path: string): string {
  return path.replace(/\/+$/u, "").split("/").at(-1) ?? path
}
