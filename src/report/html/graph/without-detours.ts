import { groupBy } from "../../../model/index.ts"
import type { GraphEdge } from "../../graph/flux-graph.ts"

/**
 * The edges that no longer way says as well: of `a → b`, `b → c` and `a → c` the last is left out (the transitive
 * reduction). Edges of a cycle all stay.
 */
export function withoutDetours<Edge extends Pick<GraphEdge, "from" | "to">>(
  edges: readonly Edge[],
): readonly Edge[] {
  const next = groupBy(edges, ({ from }) => from)
  const reached = new Map<string, ReadonlySet<string>>()
  const reach = (start: string): ReadonlySet<string> => {
    const known = reached.get(start)
    if (known) return known
    const found = new Set<string>()
    const open = [start]
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const { to } of next.get(node) ?? []) {
        if (found.has(to)) continue
        found.add(to)
        open.push(to)
      }
    }
    reached.set(start, found)
    return found
  }
  const isDetour = (from: string, over: string, to: string): boolean =>
    over !== to && reach(over).has(to) && !reach(over).has(from) && !reach(to).has(over)
  return edges.filter(
    ({ from, to }) => !(next.get(from) ?? []).some((other) => isDetour(from, other.to, to)),
  )
}
