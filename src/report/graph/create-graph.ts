import type { CheckResult } from "../../check/check-workspace.ts"
import { compareText } from "../../check/merge-findings.ts"
import type { Cluster, Finding, Resource, Workspace } from "../../model/index.ts"
import { createReportMask, type ReportMask } from "../mask-report.ts"
import { mergeSkips } from "../merge-skips.ts"
import type { Report } from "../report.ts"
import { chartsOf } from "./chart-nodes.ts"
import { countFindings, type FindingIndex, indexFindings } from "./count-findings.ts"
import type { ClusterGraph, FluxGraph, GraphEdge, GraphNode } from "./flux-graph.ts"
import { drawnResources, keyOf, resourceNode } from "./resource-nodes.ts"
import { drawnReferences, targetNodes } from "./target-nodes.ts"

/** What a graph is made of. */
export interface GraphInput {
  readonly tool: Report["tool"]
  readonly workspace: Workspace
  readonly result: CheckResult
}

/** The objects of all clusters that Flux reconciles, and how they lead to each other; equal input gives an equal graph. */
export function createFluxGraph({ tool, workspace, result }: GraphInput): FluxGraph {
  const mask = createReportMask(workspace)
  const findings = indexFindings(workspace, result.findings)
  return {
    tool,
    clusters: clusterGraphs(workspace, result.findings, mask),
    elsewhere: countFindings(findings.elsewhere),
    skipped: mergeSkips(workspace.skipped).map(mask.skip),
  }
}

/** The graph of each cluster, with marks for findings. */
export function clusterGraphs(
  workspace: Workspace,
  findings: readonly Finding[],
  mask: Pick<ReportMask, "text">,
): readonly ClusterGraph[] {
  const index = indexFindings(workspace, findings)
  return workspace.clusters.map((cluster) => clusterGraph(cluster, index, mask.text))
}

function clusterGraph(
  cluster: Cluster,
  findings: FindingIndex,
  mask: (text: string) => string,
): ClusterGraph {
  const { name, path, target, blindSpots } = cluster
  const references = drawnReferences(cluster)
  const resources = drawnResources(cluster, references)
  const own = resources.map((resource) => resourceNode(resource, cluster, findings))
  const charts = chartsOf(cluster, references)
  const nodes = new Map<string, GraphNode>()
  for (const node of [
    ...targetNodes(references, (one) => findings.isReported(name, one)),
    ...charts.nodes,
    ...own,
  ])
    nodes.set(node.id, node)
  const edges = [
    ...appliedBy(resources),
    ...references.filter((reference) => !charts.replaced.has(reference)).map(({ edge }) => edge),
    ...charts.edges,
  ]
  return {
    name,
    path,
    target: { flux: target.flux, kubernetes: target.kubernetes },
    nodes: [...nodes.values()]
      .map((node) => maskedNode(node, mask))
      .sort((left, right) => compareText(left.id, right.id)),
    edges: distinct(edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))),
    blindSpots: blindSpots.map(mask),
  }
}

function appliedBy(resources: readonly Resource[]): readonly GraphEdge[] {
  return resources.flatMap((resource) =>
    resource.owner
      ? {
          ...{ from: keyOf(resource.owner), to: keyOf(resource) },
          ...{ relation: "applies" as const, optional: false },
        }
      : [],
  )
}

/** Names are shown everywhere; other texts may hold what a Secret holds. */
function maskedNode(node: GraphNode, mask: (text: string) => string): GraphNode {
  return {
    ...node,
    ...(node.reason === undefined ? {} : { reason: mask(node.reason) }),
    ...(node.path === undefined ? {} : { path: mask(node.path) }),
  }
}

/** Sorted, each once; one that Flux insists on stands for an optional one beside it. */
function distinct(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const known = new Map<string, GraphEdge>()
  for (const edge of edges) {
    const key = JSON.stringify([edge.from, edge.to, edge.relation])
    const other = known.get(key)
    known.set(key, other ? { ...edge, optional: edge.optional && other.optional } : edge)
  }
  return [...known.values()].sort(
    (left, right) =>
      compareText(left.from, right.from) ||
      compareText(left.to, right.to) ||
      compareText(left.relation, right.relation),
  )
}
