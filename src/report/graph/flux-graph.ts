import type { Relation, Target } from "../../model/index.ts"
import type { ReportedSkip } from "../report.ts"

/** What a node is in the way that objects take into a cluster. */
export type NodeRole = "applier" | "release" | "source" | "chart" | "config" | "other"

/**
 * Whether a node exists: as the references to it say (`ReferenceStatus`), and `optional` for what nothing defines and
 * Flux does without.
 */
export type NodeState = "found" | "produced" | "external" | "uncertain" | "missing" | "optional"

/** How many findings there are, by severity. */
export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** Something that Flux reconciles, uses or looks for. */
export interface GraphNode {
  /** Unique in its cluster, and the same in each run. */
  readonly id: string
  readonly role: NodeRole
  /** Empty for core kinds, and for charts. */
  readonly group: string
  /** `Chart` for the chart that a HelmRelease asks its source for. */
  readonly kind: string
  readonly namespace?: string
  readonly name: string
  /** The remote cluster that it is applied to; undefined for the cluster's own. */
  readonly server?: string
  readonly state: NodeState
  /** What became of a build, a render or a download. */
  readonly outcome?: "done" | "failed" | "skipped"
  /** Why it failed, was skipped, is missing or uncertain. */
  readonly reason?: string
  readonly suspended: boolean
  /** `spec.path` of a Kustomization. */
  readonly path?: string
  /** The version of a chart; what a source asks for: a tag, a branch, a range. */
  readonly version?: string
  /** What a HelmRelease asks for, and what it gets. */
  readonly chart?: {
    readonly name: string
    readonly constraint: string
    readonly version?: string
  }
  /** On the object itself and on plain objects that it applies. */
  readonly findings: FindingCounts
  /** Where it is written; for what nothing defines, where it is first named. The line is 1-based. */
  readonly place?: { readonly path: string; readonly line: number }
}

/** `applies`: from a Kustomization or HelmRelease to what it applies; `chart`: from a HelmRelease to its chart; else the field's. */
export type GraphRelation = Relation | "applies" | "chart"

/** One node leads to another: `from` applies, uses or waits for `to`. */
export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly relation: GraphRelation
  /** Flux tolerates the absence of `to`. */
  readonly optional: boolean
}

/** All that Flux reconciles in one cluster. Nodes are sorted by id, edges by their ends. */
export interface ClusterGraph {
  readonly name: string
  /** The folder of its root, "" for the checked root. */
  readonly path: string
  readonly target: Pick<Target, "flux" | "kubernetes">
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** What could not be looked at and may hold further objects. */
  readonly blindSpots: readonly string[]
}

/** What `sluice tree` and `sluice graph` show. */
export interface FluxGraph {
  readonly tool: { readonly name: string; readonly version: string }
  readonly clusters: readonly ClusterGraph[]
  /** Findings that are on no object of a cluster: files that do not parse, or that nothing deploys. */
  readonly elsewhere: FindingCounts
  /** What was not looked at. */
  readonly skipped: readonly ReportedSkip[]
}

/** `Kustomization flux-system/apps`. */
export function nodeTitle({ kind, namespace, name }: GraphNode): string {
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`
}
