import type { Cycle, Graph, Reference, Resource } from "../model/index.ts"
import { groupBy, resourceKey } from "../model/index.ts"

/** Indexes the references of a cluster. */
export function createGraph(references: readonly Reference[]): Graph {
  const outgoing = groupBy(references, ({ from }) => from)
  const incoming = groupBy(references, ({ resource }) => resource)
  return {
    references,
    from: (resource) => outgoing.get(resource) ?? [],
    to: (resource) => incoming.get(resource) ?? [],
    cycles: (relation) =>
      cyclesOf(references.filter((reference) => reference.relation === relation)),
  }
}

/** One cycle for each set of objects that reach one another, from its first member in name order. */
function cyclesOf(references: readonly Reference[]): readonly Cycle[] {
  const edges = groupBy(
    references.filter(({ resource }) => resource !== undefined),
    ({ from }) => from,
  )
  const starts = [...edges.keys()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const covered = new Set<Resource>()
  const cycles: Cycle[] = []
  for (const start of starts) {
    if (covered.has(start)) continue
    const cycle = shortestCycle(start, edges)
    if (!cycle) continue
    for (const member of reachable(start, edges)) {
      if (reachable(member, edges).has(start)) covered.add(member)
    }
    cycles.push(cycle)
  }
  return cycles
}

function keyOf({ id, server }: Resource): string {
  return resourceKey(id, server)
}

/** All that `start` leads to. */
function reachable(
  start: Resource,
  edges: ReadonlyMap<Resource, readonly Reference[]>,
): ReadonlySet<Resource> {
  const found = new Set<Resource>()
  const queue: Resource[] = [start]
  for (const current of queue) {
    for (const { resource } of edges.get(current) ?? []) {
      if (!resource || found.has(resource)) continue
      found.add(resource)
      queue.push(resource)
    }
  }
  return found
}

/** Breadth first from `start` back to itself. */
function shortestCycle(
  start: Resource,
  edges: ReadonlyMap<Resource, readonly Reference[]>,
): Cycle | undefined {
  const arrivedBy = new Map<Resource, Reference>()
  const queue: Resource[] = [start]
  for (const current of queue) {
    for (const edge of edges.get(current) ?? []) {
      const { resource } = edge
      if (resource === start) return pathTo(current, start, arrivedBy, edge)
      if (resource && !arrivedBy.has(resource)) {
        arrivedBy.set(resource, edge)
        queue.push(resource)
      }
    }
  }
  return undefined
}

function pathTo(
  end: Resource,
  start: Resource,
  arrivedBy: ReadonlyMap<Resource, Reference>,
  last: Reference,
): Cycle {
  const path: [Reference, ...Reference[]] = [last]
  for (let current = end; current !== start; ) {
    const edge = arrivedBy.get(current)
    if (!edge) break
    path.unshift(edge)
    current = edge.from
  }
  return path
}
