import type { ClusterGraph, FluxGraph, GraphNode, GraphRelation, NodeRole } from "./flux-graph.ts"
import { nodeTitle } from "./flux-graph.ts"

/** How a node looks: the worst that is the matter with it. */
export type Tone = "missing" | "failed" | "wrong" | "unknown" | "suspended" | "plain"

/** A box of a picture. */
export interface PictureNode {
  /** Unique in the picture; letters and digits. */
  readonly id: string
  readonly role: NodeRole
  /** As a stranger's repository has them: each format escapes them. */
  readonly lines: readonly string[]
  readonly tone: Tone
}

/** An arrow of a picture. */
export interface PictureEdge {
  readonly from: string
  readonly to: string
  readonly relation: GraphRelation
}

export interface PictureCluster {
  readonly title: string
  readonly nodes: readonly PictureNode[]
  readonly edges: readonly PictureEdge[]
}

/** A graph as boxes and arrows, for the formats that draw them. */
export interface Picture {
  readonly clusters: readonly PictureCluster[]
  /** What was folded to make it smaller. */
  readonly note?: string
}

/** From worst to mildest. */
const tones: readonly Tone[] = ["missing", "failed", "wrong", "unknown", "suspended", "plain"]

/** The worst of some looks. */
export function worstTone(some: readonly Tone[]): Tone {
  return tones.find((tone) => some.includes(tone)) ?? "plain"
}

/** What is the matter with a node. */
export function toneOf({ state, outcome, findings, suspended }: GraphNode): Tone {
  if (state === "missing") return "missing"
  if (outcome === "failed") return "failed"
  if (findings.errors > 0) return "wrong"
  if (state === "uncertain" || outcome === "skipped") return "unknown"
  return suspended ? "suspended" : "plain"
}

/** The title above a cluster. */
export function clusterTitle({ name, target }: ClusterGraph): string {
  return `Cluster ${name} (Flux ${target.flux})`
}

/** Every node a box. */
export function pictureOf({ clusters }: FluxGraph): Picture {
  return { clusters: clusters.map(pictureCluster) }
}

function pictureCluster(cluster: ClusterGraph, number: number): PictureCluster {
  const { nodes, edges } = cluster
  const ids = new Map(nodes.map(({ id }, index) => [id, `c${number}n${index}`]))
  return {
    title: clusterTitle(cluster),
    nodes: nodes.map((node) => ({
      id: ids.get(node.id) ?? "",
      role: node.role,
      lines: linesOf(node),
      tone: toneOf(node),
    })),
    edges: edges.flatMap(({ from, to, relation }) => {
      const ends = [ids.get(from), ids.get(to)] as const
      return ends[0] === undefined || ends[1] === undefined
        ? []
        : [{ from: ends[0], to: ends[1], relation }]
    }),
  }
}

/** What it is, what it is called, its version, and what is the matter. */
function linesOf(node: GraphNode): readonly string[] {
  const { kind, version, chart } = node
  const name = nodeTitle(node).slice(kind.length + 1)
  const used =
    version ?? (chart && [chart.name, chart.version ?? chart.constraint].join(" ").trim())
  return [kind, name, ...(used === undefined ? [] : [used]), ...troubles(node)]
}

function troubles({ state, outcome, suspended, findings }: GraphNode): readonly string[] {
  const { errors } = findings
  return [
    ...(state === "missing" ? ["missing"] : []),
    ...(outcome === "failed" ? ["failed"] : []),
    ...(suspended ? ["suspended"] : []),
    ...(errors > 0 ? [errors === 1 ? "1 error" : `${errors} errors`] : []),
  ]
}
