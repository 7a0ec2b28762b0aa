import { compareText } from "../../check/merge-findings.ts"
import { groupBy } from "../../model/index.ts"
import { type GraphEdge, type GraphNode, nodeTitle } from "./flux-graph.ts"

const roleOrder: readonly GraphNode["role"][] = ["source", "applier", "release", "chart"]

/**
 * Sources first, then the others by name, but none before what it depends on. Those that wait for each other come last,
 * by name: Flux never gets to them either.
 */
export function inDependencyOrder(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): readonly GraphNode[] {
  const ids = new Set(nodes.map(({ id }) => id))
  const waits = edges.filter(
    ({ relation, from, to }) => relation === "dependsOn" && ids.has(from) && ids.has(to),
  )
  const followers = groupBy(waits, ({ to }) => to)
  const missing = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { from } of waits) missing.set(from, (missing.get(from) ?? 0) + 1)
  const sorted = nodes.toSorted(byRoleAndName)
  const ordered: GraphNode[] = []
  const waiting = new Set(sorted)
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ id }) => missing.get(id) === 0)
    if (ready.length === 0) break
    for (const node of ready) {
      waiting.delete(node)
      ordered.push(node)
    }
    for (const { id } of ready) {
      for (const { from } of followers.get(id) ?? [])
        missing.set(from, (missing.get(from) ?? 0) - 1)
    }
  }
  return [...ordered, ...waiting]
}

function byRoleAndName(left: GraphNode, right: GraphNode): number {
  return (
    roleOrder.indexOf(left.role) - roleOrder.indexOf(right.role) ||
    compareText(nodeTitle(left), nodeTitle(right)) ||
    compareText(left.id, right.id)
  )
}
