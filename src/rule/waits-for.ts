import type { Cluster, Resource } from "../model/index.ts"
import { isKind, kinds } from "../model/index.ts"
import { listAt, valueAt } from "../yaml/json.ts"

/** All Kustomizations that one waits for before it applies anything: by `dependsOn`, its own and that of those which apply it. */
export function dependenciesOf(cluster: Cluster, kustomization: Resource): ReadonlySet<Resource> {
  const found = new Set<Resource>()
  const queue: Resource[] = [kustomization]
  const seen = new Set<Resource>(queue)
  for (const current of queue) {
    const named = cluster.graph
      .from(current)
      .flatMap(({ relation, resource }) => (relation === "dependsOn" && resource ? [resource] : []))
    for (const dependency of named) found.add(dependency)
    const { owner } = current
    const parent = owner && isKind(owner.id, kinds.Kustomization) ? [owner] : []
    for (const next of [...named, ...parent]) {
      if (!seen.has(next)) queue.push(next)
      seen.add(next)
    }
  }
  return found
}

/** Whether a Kustomization becomes ready only when what it applies is: `wait`, or health checks of its own choice. */
export function isGated({ manifest }: Resource): boolean {
  return (
    valueAt(manifest, ["spec", "wait"]) === true ||
    listAt(manifest, ["spec", "healthChecks"]).length > 0
  )
}

/** Whether a Kustomization leads to another: applies it, or applies what applies it. */
export function isAncestor(candidate: Resource, kustomization: Resource): boolean {
  const seen = new Set<Resource>()
  for (let { owner } = kustomization; owner && !seen.has(owner); owner = owner.owner) {
    if (owner === candidate) return true
    seen.add(owner)
  }
  return false
}
