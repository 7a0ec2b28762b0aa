import { describe, isKind, kinds, type Resource } from "../../model/index.ts"
import { stringAt, valueAt } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import type { HelmRepositorySource, RemoteChart } from "../remote/remote-charts.ts"
import { accessOf } from "../remote/source-access.ts"
import { holdsStandIn } from "../stand-in.ts"
import type { ChartRequest } from "./chart-request.ts"
import type { FoundChart } from "./find-chart.ts"

/**
 * The chart as its source has it; undefined where nothing may be fetched. `mirrored` is what the mirrors have said: it holds
 * when the source cannot be asked.
 */
export async function fetchedChart(
  world: BuildWorld,
  source: Resource,
  { chart, version }: ChartRequest,
  mirrored: FoundChart,
): Promise<FoundChart | undefined> {
  const remote = remoteSourceOf(world, source)
  const { offline, render } = world.options
  if (!world.remote || !remote || render === "off") return undefined
  const name = describe(source.id)
  const asked = await world.remote.find({ source: remote, name, chart, version, offline })
  if (asked.status !== "unavailable") return foundChart(asked, chart)
  if (mirrored.status !== "skipped") return undefined
  const label = `chart ${chart} ${version || "(any version)"}`
  return offline
    ? skip(`--offline, and ${mirrored.reason}`, mirrored.kind)
    : skip(`${label} could not be fetched: ${asked.reason}`, "incomplete")
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

/** Where the source says that its charts are; undefined where that is not known, or not fetched. */
function remoteSourceOf(world: BuildWorld, source: Resource): HelmRepositorySource | undefined {
  const url = stringAt(source.manifest, ["spec", "url"])
  const isIndexed =
    isKind(source.id, kinds.HelmRepository) &&
    stringAt(source.manifest, ["spec", "type"]) !== "oci" &&
    /^https?:\/\//u.test(url ?? "")
  if (url === undefined || holdsStandIn(url) || !isIndexed) return undefined
  const access = accessOf(source, (id) => world.lookup(id, source.server))
  const passCredentials = valueAt(source.manifest, ["spec", "passCredentials"]) === true
  return { kind: "repository", url, access, passCredentials }
}
