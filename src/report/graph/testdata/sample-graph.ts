import type { ClusterGraph, FluxGraph, GraphEdge, GraphNode, GraphRelation } from "../flux-graph.ts"

/** A node with what a test cares about; the others are as in a healthy Kustomization. */
export function sampleNode(name: string, more: Partial<GraphNode> = {}): GraphNode {
  return {
    id: name,
    role: "applier",
    group: "kustomize.toolkit.fluxcd.io",
    kind: "Kustomization",
    namespace: "flux-system",
    name,
    state: "found",
    suspended: false,
    findings: { errors: 0, warnings: 0, infos: 0 },
    ...more,
  }
}

export function sampleEdge(from: string, relation: GraphRelation, to: string): GraphEdge {
  return { from, to, relation, optional: false }
}

export function sampleCluster(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[] = [],
  name = "production",
): ClusterGraph {
  const target = { flux: "2.9", kubernetes: "1.36" }
  return { name, path: `clusters/${name}`, target, nodes, edges, blindSpots: [] }
}

export function sampleGraph(...clusters: readonly ClusterGraph[]): FluxGraph {
  return {
    tool: { name: "sluice", version: "0.1.0" },
    clusters,
    elsewhere: { errors: 0, warnings: 0, infos: 0 },
    skipped: [],
  }
}
