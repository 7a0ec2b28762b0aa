import { groupBy } from "../../model/index.ts"
import { count } from "../pretty/count.ts"
import type { ClusterGraph, FluxGraph, GraphNode } from "./flux-graph.ts"
import { nodeTitle } from "./flux-graph.ts"
import {
  clusterTitle,
  type Picture,
  type PictureCluster,
  type PictureEdge,
  toneOf,
  worstTone,
} from "./picture.ts"

/** What becomes one box: a Kustomization with all that it applies, a namespace, a cluster. */
export type Fold = "Kustomization" | "namespace" | "cluster"

/** From the one that hides least. */
export const folds: readonly Fold[] = ["Kustomization", "namespace", "cluster"]

/** A smaller picture of a graph; each box says how much is in it. */
export function foldGraph({ clusters }: FluxGraph, fold: Fold): Picture {
  const nodes = clusters.flatMap((cluster) => cluster.nodes)
  const folded = clusters.map((cluster, number) => foldCluster(cluster, { fold, number }))
  const boxes = folded.flatMap((cluster) => cluster.nodes).length
  const what = fold === "Kustomization" ? "Kustomization with what it applies and uses" : fold
  return {
    clusters: folded,
    note: `Folded, since the graph is too large for a mermaid picture: each ${what} is one box; ${count(nodes.length, "object")} in ${boxes === 1 ? "1 box" : `${boxes} boxes`}. The formats dot and json have all.`,
  }
}

interface Box {
  readonly key: string
  readonly title: readonly string[]
}

function foldCluster(
  cluster: ClusterGraph,
  { fold, number }: { readonly fold: Fold; readonly number: number },
): PictureCluster {
  const boxOf = boxesOf(cluster, fold)
  const boxes = new Map(cluster.nodes.map((node) => [node.id, boxOf(node)]))
  const groups = groupBy(cluster.nodes, ({ id }) => boxes.get(id)?.key ?? id)
  const ids = new Map([...groups.keys()].map((key, index) => [key, `c${number}n${index}`]))
  const edges = new Map<string, PictureEdge>()
  for (const { from, to, relation } of cluster.edges) {
    const [start, end] = [from, to].map((id) => ids.get(boxes.get(id)?.key ?? id))
    if (start === undefined || end === undefined || start === end) continue
    edges.set(`${start} ${end} ${relation}`, { from: start, to: end, relation })
  }
  return {
    title: clusterTitle(cluster),
    nodes: [...groups].map(([key, members]) => ({
      id: ids.get(key) ?? "",
      role:
        fold === "Kustomization"
          ? (members.find(({ id }) => id === key) ?? members[0]).role
          : "other",
      lines: [...(boxes.get(members[0].id)?.title ?? []), ...contentsOf(members, key)],
      tone: worstTone(members.map(toneOf)),
    })),
    edges: [...edges.values()],
  }
}

function boxesOf(cluster: ClusterGraph, fold: Fold): (node: GraphNode) => Box {
  if (fold === "cluster") return () => ({ key: "cluster", title: ["Cluster", cluster.name] })
  const holderOf = holdersIn(cluster)
  return (node) => {
    const holder = holderOf(node)
    const { id, kind, namespace } = fold === "Kustomization" ? holder : namespaced(node, holder)
    return fold === "Kustomization"
      ? { key: id, title: [kind, nodeTitle(holder).slice(kind.length + 1)] }
      : { key: `namespace ${namespace ?? ""}`, title: ["Namespace", namespace ?? "(none)"] }
  }
}

/** What holds each node of a cluster: the Kustomization that applies or uses it, for a Kustomization itself. */
export function holdersIn(cluster: ClusterGraph): (node: GraphNode) => GraphNode {
  const above = holdersOf(cluster)
  return (node) => holderOf(node, above)
}

/** A chart is where the release is that asks for it. */
function namespaced(node: GraphNode, holder: GraphNode): GraphNode {
  return node.namespace === undefined ? holder : node
}

/** For each node what applies it, or else the first that names it. */
function holdersOf({ nodes, edges }: ClusterGraph): ReadonlyMap<string, GraphNode> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const holders = new Map<string, GraphNode>()
  const isApplied = new Set<string>()
  for (const { from, to, relation } of edges) {
    const holder = byId.get(from)
    const applies = relation === "applies"
    if (!holder || from === to || isApplied.has(to) || (holders.has(to) && !applies)) continue
    holders.set(to, holder)
    if (applies) isApplied.add(to)
  }
  return holders
}

/** Up to the next Kustomization; what leads in a circle, or to none, stands for itself. */
function holderOf(node: GraphNode, above: ReadonlyMap<string, GraphNode>): GraphNode {
  const seen = new Set<string>()
  let current = node
  while (current.role !== "applier" && !seen.has(current.id)) {
    seen.add(current.id)
    current = above.get(current.id) ?? current
  }
  return current
}

/** `3 HelmRelease`, `1 Secret`, `1 missing`: of what is in a box beside the object that it is called after. */
export function contentsOf(members: readonly GraphNode[], key: string): readonly string[] {
  const others = members.filter(({ id }) => id !== key)
  const kinds = [...groupBy(others, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1))
  const missing = others.filter(({ state }) => state === "missing").length
  const errors = members.reduce((sum, { findings }) => sum + findings.errors, 0)
  return [
    ...kinds.slice(0, maxKinds).map(([kind, some]) => `${some.length} ${kind}`),
    ...(kinds.length > maxKinds ? [`${count(kinds.length - maxKinds, "more kind")}`] : []),
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(errors > 0 ? [count(errors, "error")] : []),
  ]
}

/** More kinds than Flux has come from a stranger who wants to fill the picture. */
const maxKinds = 12
