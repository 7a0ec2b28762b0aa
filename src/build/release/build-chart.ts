import { type ChartBuild, isKind, kinds, type Resource, resourceKey } from "../../model/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { sourceIdOf } from "../source-id.ts"
import { requestOfChart } from "./chart-request.ts"
import { findChart } from "./find-chart.ts"

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
  if (found.status === "found") return { chart }
  return { chart, reason: found.reason, incomplete: found.kind === "incomplete" }
}
