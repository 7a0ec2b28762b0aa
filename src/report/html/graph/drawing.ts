import type { GraphNode, GraphRelation } from "../../graph/flux-graph.ts"
import type { Tone } from "../../graph/picture.ts"

/** A box of a drawing: a node, or one with all that it holds. */
export interface Box {
  /** Unique in the page. */
  readonly id: string
  readonly node: GraphNode
  readonly lines: readonly string[]
  readonly tone: Tone
  /** It belongs into another drawing and is here because something in this one leads to it. */
  readonly isGuest: boolean
  /** The address of the drawing of what it holds. */
  readonly inside?: string
}

/** An arrow between two boxes of a drawing. */
export interface Arrow {
  readonly from: string
  readonly to: string
  /** All that it stands for. */
  readonly relations: readonly GraphRelation[]
}

/** A picture of a cluster, or of what one Kustomization holds. */
export interface Drawing {
  /** Unique in the page. */
  readonly id: string
  readonly title: string
  readonly boxes: readonly Box[]
  readonly arrows: readonly Arrow[]
  /** What it leaves out. */
  readonly notes: readonly string[]
}

/** A cluster's drawings: the one of all of it first. */
export interface ClusterDrawings {
  readonly drawings: readonly Drawing[]
  /** The box of each node in the drawing that shows most of it, by the node's id. */
  readonly boxOf: ReadonlyMap<string, string>
}
