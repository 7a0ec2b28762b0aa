import { type Cluster, describe, kinds, type Workspace } from "../model/index.ts"
import { applierKey, applierStates, nameOf } from "./applier-states.ts"
import type { Uncompared } from "./difference.ts"

type Unseen = Omit<Uncompared, "side">

/** What could not be compared, on one side or on both, each thing once. */
export function uncomparedOf(before: Workspace, after: Workspace): readonly Uncompared[] {
  const [first, second] = [unseenIn(before), unseenIn(after)]
  const both = [...first.keys()].filter((key) => second.has(key))
  const rows = (from: ReadonlyMap<string, Unseen>, side: Uncompared["side"]): Uncompared[] =>
    [...from]
      .filter(([key]) => both.includes(key) === (side === "both"))
      .map(([, unseen]) => ({ ...unseen, side }))
  return [
    ...lostRoots(before, after),
    ...rows(second, "both"),
    ...rows(second, "after"),
    ...rows(first, "before"),
  ]
}

/** Roots that are no longer here: nothing in the repository has applied them, so nothing in it says what becomes of them. */
function lostRoots(before: Workspace, after: Workspace): readonly Uncompared[] {
  return before.clusters.flatMap((cluster) => {
    const now = after.clusters.find(({ name }) => name === cluster.name)
    const known = new Set(now?.resources.map(applierKey))
    return cluster.builds
      .map(({ kustomization }) => kustomization)
      .filter((root) => !root.owner && !known.has(applierKey(root)))
      .map((root) => ({
        cluster: cluster.name,
        what: `what becomes of ${nameOf(root)} and of what it applies`,
        reason: "it is a root of the cluster, and is no longer here: nothing says who deletes it",
        side: "after" as const,
      }))
  })
}

function unseenIn(workspace: Workspace): ReadonlyMap<string, Unseen> {
  const found = workspace.clusters.flatMap(unseenOf)
  // What is known by its object already need not be said again.
  const reasons = new Set(found.map(({ reason }) => reason))
  const others = workspace.skipped
    .filter(({ kind, reason }) => kind === "incomplete" && !reasons.has(reason))
    .map(
      ({ what, reason, path, clusters = [] }): Unseen => ({
        ...(clusters.length === 1 && clusters[0] !== undefined && { cluster: clusters[0] }),
        what: path === undefined ? what : `${what} ${path}`,
        reason,
      }),
    )
  return new Map([...found, ...others].map((unseen) => [JSON.stringify(unseen), unseen]))
}

function unseenOf(cluster: Cluster): readonly Unseen[] {
  const appliers = [...applierStates(cluster).values()].flatMap((state): readonly Unseen[] => {
    if (state.reason === undefined) return []
    const part = state.known === "part" ? "part of what" : "what"
    const what = `${part} ${nameOf(state.applier)} applies`
    const { reason, failed } = state
    return [{ cluster: cluster.name, what, reason, ...(failed && { failed }) }]
  })
  const sets = cluster.all(kinds.ResourceSet).map(({ id }) => ({
    cluster: cluster.name,
    what: `what ${describe(id)} applies`,
    reason: "ResourceSets are not rendered yet",
  }))
  return [...appliers, ...sets]
}
