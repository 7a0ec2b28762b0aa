import { groupBy } from "../../model/index.ts"
import { inDependencyOrder } from "./dependency-order.ts"
import type { ClusterGraph, GraphEdge, GraphNode, GraphRelation } from "./flux-graph.ts"

/** A node in its place in a tree. */
export interface Branch {
  readonly node: GraphNode
  /** How the node above leads to it; undefined for a root. */
  readonly relation: GraphRelation | undefined
  /** It applies itself, or what applies it: its branches are shown there. */
  readonly repeated: boolean
  readonly children: readonly Branch[]
}

/** The order of what stands below a node: first where it comes from, then what it waits for and needs. */
const useOrder: readonly GraphRelation[] = [
  "chart",
  "chartRef",
  "sourceRef",
  "artifactSource",
  "include",
  "inputsFrom",
  "dependsOn",
  "substituteFrom",
  "valuesFrom",
  "secretRef",
  "configMapRef",
]

/** The trees of a cluster: below what nothing else applies, or below the chosen nodes. Each is drawn once, cycles end. */
export function forestOf(
  cluster: ClusterGraph,
  isChosen?: (node: GraphNode) => boolean,
): readonly Branch[] {
  const planter = new Planter(cluster)
  if (isChosen) return planter.plant(cluster.nodes.filter(isChosen))
  const forest = [...planter.plant(planter.roots())]
  // What applies itself in a circle has no beginning: it begins where the names do.
  for (const node of cluster.nodes) {
    if (planter.isLeftOver(node)) forest.push(...planter.plant([node]))
  }
  return forest
}

class Planter {
  readonly #cluster: ClusterGraph
  readonly #nodes: ReadonlyMap<string, GraphNode>
  readonly #leading: ReadonlyMap<string, readonly GraphEdge[]>
  readonly #applied: ReadonlySet<string>
  readonly #used: ReadonlySet<string>
  readonly #drawn = new Set<string>()

  constructor(cluster: ClusterGraph) {
    const { nodes, edges } = cluster
    const others = edges.filter(({ from, to }) => from !== to)
    this.#cluster = cluster
    this.#nodes = new Map(nodes.map((node) => [node.id, node]))
    this.#leading = groupBy(edges, ({ from }) => from)
    this.#applied = new Set(
      others.filter(({ relation }) => relation === "applies").map(({ to }) => to),
    )
    this.#used = new Set(others.map(({ to }) => to))
  }

  /** Appliers and releases that nothing else applies, and what else is there that nothing applies or uses. */
  roots(): readonly GraphNode[] {
    return this.#cluster.nodes.filter(
      ({ id, role, state }) =>
        state === "found" &&
        !this.#applied.has(id) &&
        (role === "applier" || role === "release" || !this.#used.has(id)),
    )
  }

  isLeftOver({ id, role, state }: GraphNode): boolean {
    return state === "found" && !this.#drawn.has(id) && (role === "applier" || role === "release")
  }

  plant(nodes: readonly GraphNode[]): readonly Branch[] {
    return this.#ordered(nodes).map((node) => this.#branch(node, undefined))
  }

  #branch(node: GraphNode, relation: GraphRelation | undefined): Branch {
    const repeated = this.#drawn.has(node.id)
    if (repeated) return { node, relation, repeated, children: [] }
    this.#drawn.add(node.id)
    const edges = this.#leading.get(node.id) ?? []
    const uses = useOrder.flatMap((use) =>
      edges.filter((edge) => edge.relation === use).flatMap((edge) => this.#use(edge)),
    )
    const applied = edges
      .filter(({ relation: applies }) => applies === "applies")
      .flatMap(({ to }) => this.#nodes.get(to) ?? [])
      // A ConfigMap or Secret is shown where it is used.
      .filter(({ id, role }) => role !== "config" && role !== "other" && id !== node.id)
    const below = this.#ordered(applied).map((child) => this.#branch(child, "applies"))
    return { node, relation, repeated, children: [...uses, ...below] }
  }

  /** What is used has a branch of its own where it is applied; a chart leads on to its source. */
  #use({ to, relation }: GraphEdge): readonly Branch[] {
    const node = this.#nodes.get(to)
    if (!node) return []
    const sources =
      relation === "chart" ? (this.#leading.get(to) ?? []).flatMap((edge) => this.#use(edge)) : []
    return [{ node, relation, repeated: false, children: sources }]
  }

  #ordered(nodes: readonly GraphNode[]): readonly GraphNode[] {
    return inDependencyOrder(nodes, this.#cluster.edges)
  }
}
