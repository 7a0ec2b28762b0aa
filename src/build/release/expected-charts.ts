import { isKind, kinds } from "../../model/index.ts"
import type { WrittenObject } from "../../resolve/written-objects.ts"
import { stringAt, valueAt } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import type { ChartFiles } from "../engine.ts"
import { mirroredChart } from "./find-chart.ts"
import type { MirrorWorld } from "./mirrored-chart.ts"

/**
 * The charts of folder mirrors that files name, whether or not a build will lead to them: a guess, so that an engine
 * can read them while the first builds keep it waiting.
 */
export async function* expectedCharts(
  world: MirrorWorld & Pick<BuildWorld, "written">,
): AsyncIterable<ChartFiles> {
  const folders = { ...world, mirrors: world.mirrors.filter(({ isFolder }) => isFolder) }
  if (folders.mirrors.length === 0) return
  const given = new Set<string>()
  for (const [source, request] of chartsNamed(world.written.all)) {
    const found = await mirroredChart(folders, source, request)
    if (found.status !== "found" || given.has(found.chart.digest)) continue
    given.add(found.chart.digest)
    yield found.chart
  }
}

interface NamedChart {
  readonly chart: string
  readonly version: string
}

/** Sources and what is asked of them. Namespaces are often given by a build: names have to do. */
function* chartsNamed(
  written: readonly WrittenObject[],
): Iterable<readonly [WrittenObject, NamedChart]> {
  const repositories = new Map(
    written.flatMap((one) =>
      isKind(one.id, kinds.HelmRepository) ? [[one.id.name, one] as const] : [],
    ),
  )
  for (const one of written) {
    if (isKind(one.id, kinds.OCIRepository)) yield [one, { chart: "", version: "" }]
    if (!isKind(one.id, kinds.HelmRelease)) continue
    const spec = valueAt(one.manifest, ["spec", "chart", "spec"])
    const repository = repositories.get(stringAt(spec, ["sourceRef", "name"]) ?? "")
    const chart = stringAt(spec, ["chart"])
    if (repository && chart !== undefined)
      yield [repository, { chart, version: stringAt(spec, ["version"]) ?? "" }]
  }
}
