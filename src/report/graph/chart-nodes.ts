import { chartRequestOf } from "../../build/release/chart-request.ts"
import type { Cluster, ReleaseBuild } from "../../model/index.ts"
import { isObject, valueAt } from "../../yaml/index.ts"
import type { GraphEdge, GraphNode } from "./flux-graph.ts"
import { keyOf, placeOf } from "./resource-nodes.ts"
import type { DrawnReference } from "./target-nodes.ts"

/** The charts that HelmReleases ask a source for. */
export interface ChartNodes {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** References of releases that lead through a chart instead. */
  readonly replaced: ReadonlySet<DrawnReference>
}

/** HelmRelease → chart in a version → source. A `chartRef` needs no such node: what it names is the chart. */
export function chartsOf(cluster: Cluster, references: readonly DrawnReference[]): ChartNodes {
  const nodes = new Map<string, GraphNode>()
  const edges: GraphEdge[] = []
  const replaced = new Set<DrawnReference>()
  for (const build of cluster.releases) {
    const from = keyOf(build.release)
    const toSource = references.find(
      ({ reference, edge }) => edge.from === from && reference.relation === "sourceRef",
    )
    const node = toSource && chartNode(build, cluster, toSource.edge.to)
    if (!node) continue
    replaced.add(toSource)
    if (nodes.get(node.id)?.state !== "missing") nodes.set(node.id, node)
    edges.push(
      { from, to: node.id, relation: "chart", optional: false },
      { ...toSource.edge, from: node.id },
    )
  }
  return { nodes: [...nodes.values()], edges, replaced }
}

function chartNode(build: ReleaseBuild, cluster: Cluster, source: string): GraphNode | undefined {
  const { release, chart } = build
  if (!isObject(valueAt(release.manifest, ["spec", "chart", "spec"]))) return undefined
  const request = chartRequestOf(release, (id) => cluster.find(id))
  if (!request) return undefined
  const version = chart?.version ?? request.version
  return {
    id: `chart|${source}|${request.chart}@${version}`,
    role: "chart",
    ...{ group: "", kind: "Chart", name: request.chart },
    ...(version === "" ? {} : { version }),
    ...stateOf(build),
    suspended: false,
    findings: { errors: 0, warnings: 0, infos: 0 },
    place: placeOf(release.at(["spec", "chart", "spec", "chart"])),
  }
}

/** What nobody has looked at is not said to be there. */
function stateOf({
  chart,
  chartProblem,
  reason,
}: ReleaseBuild): Pick<GraphNode, "state" | "reason"> {
  if (chart) return { state: "found" }
  if (!chartProblem)
    return reason === undefined ? { state: "uncertain" } : { state: "uncertain", reason }
  const isCertain = chartProblem.kind !== "version-unsatisfied" || chartProblem.certain
  return { state: isCertain ? "missing" : "uncertain", reason: chartProblem.message }
}
