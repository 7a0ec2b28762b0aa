import { describe, type Resource } from "../../model/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { outOfReach } from "../cluster-references.ts"
import { remoteSourceOf } from "../remote/remote-source-of.ts"
import type { ArtifactReference, RemoteChart, RemoteSource } from "../remote/remote-sources.ts"
import type { ChartRequest } from "./chart-request.ts"
import type { FoundChart } from "./find-chart.ts"

/**
 * The chart as its source has it; undefined where nothing may be fetched. `mirrored` is what the mirrors have said: it holds
 * when the source cannot be asked.
 */
export async function fetchedChart(
  world: BuildWorld,
  source: Resource,
  request: ChartRequest,
  mirrored: FoundChart,
): Promise<FoundChart | undefined> {
  const { offline, render } = world.options
  if (!world.remote || render === "off") return undefined
  const outside = outOfReach(world.options.external, source)
  if (outside !== undefined)
    return mirrored.status === "skipped" ? skip(outside, "chosen") : undefined
  const remote = remoteSourceOf(world, source)
  if (!remote) return undefined
  const name = describe(source.id)
  const { chart, version } = wantedOf(remote, request)
  const asked = await world.remote.find({ source: remote, name, chart, version, offline })
  if (asked.status !== "unavailable") return foundChart(asked, chart)
  if (mirrored.status !== "skipped") return undefined
  const label = `chart ${chart} ${version || "(any version)"}`
  return offline
    ? skip(`--offline, and ${mirrored.reason}`, mirrored.kind)
    : skip(`${label} could not be fetched: ${asked.reason}`, "incomplete")
}

/** An artifact is named by its source alone. */
function wantedOf(
  source: RemoteSource,
  { chart, version }: ChartRequest,
): Pick<ChartRequest, "chart" | "version"> {
  if (source.kind !== "artifact") return { chart, version }
  const name = source.url.slice(source.url.lastIndexOf("/") + 1)
  return { chart: name, version: textOf(source.reference) }
}

function textOf(reference: ArtifactReference): string {
  switch (reference.by) {
    case "digest":
      return reference.digest
    case "semver":
      return reference.semver
    case "tag":
      return reference.tag
  }
}

function skip(reason: string, kind: "chosen" | "incomplete"): FoundChart {
  return { status: "skipped", reason, kind }
}

function foundChart(
  asked: Exclude<RemoteChart, { readonly status: "unavailable" }>,
  name: string,
): FoundChart {
  if (asked.status === "problem") return asked
  const { archive, digest, version, place } = asked
  const use = { name, version, from: { kind: "archive", path: place } } as const
  return { status: "found", chart: { digest, archive }, use }
}
