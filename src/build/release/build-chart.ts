import { type ChartBuild, isKind, kinds, type Resource, resourceKey } from "../../model/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { sourceIdOf } from "../source-id.ts"
import { type ChartRequest, requestOfChart } from "./chart-request.ts"
import { type FoundChart, findChart } from "./find-chart.ts"
import { packagedValuesFiles } from "./values-files.ts"

/** The HelmCharts among `charts` that no release has its chart from: what is wrong with the others is said of the releases. */
export function unnamedCharts(
  charts: readonly Resource[],
  releases: readonly Resource[],
): readonly Resource[] {
  const named = new Set(
    releases.flatMap((release) => {
      const id = sourceIdOf(release, ["spec", "chartRef"])
      return id && isKind(id, kinds.HelmChart) ? [resourceKey(id)] : []
    }),
  )
  return charts.filter(({ id }) => !named.has(resourceKey(id)))
}

/** Looks for the chart of a HelmChart as source-controller would. */
export async function buildChart(world: BuildWorld, chart: Resource): Promise<ChartBuild> {
  const request = requestOfChart(chart)
  const source = request && world.lookup(request.source)
  // That it names nothing, or nothing that is there, is said by others.
  if (!request || !source || source === "unknown") return { chart }
  const found = await findChart(world, request)
  if (found.status === "problem") return { chart, chartProblem: found.problem }
  if (found.status === "found") return { chart, ...(await judgeValuesFiles(found, request)) }
  return { chart, reason: found.reason, incomplete: found.kind === "incomplete" }
}

async function judgeValuesFiles(
  found: FoundChart & { readonly status: "found" },
  request: ChartRequest,
): Promise<Partial<ChartBuild>> {
  const files = await packagedValuesFiles(found, request)
  if (files.status === "ok") return {}
  return files.status === "unknown"
    ? { reason: files.reason }
    : { failure: { step: "values", message: files.message } }
}
