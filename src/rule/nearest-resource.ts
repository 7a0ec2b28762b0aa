import type { Cluster, Resource, ResourceId } from "../model/index.ts"
import { describe, isKind } from "../model/index.ts"
import { nearestName } from "../text/nearest-name.ts"

/** The object that a broken reference probably means. */
export interface NearestResource {
  readonly resource: Resource
  /** For `related`: why this object is shown. */
  readonly label: string
  /** What to write instead; `field` is the reference (`spec.sourceRef`), without `.name`. */
  help(field: string): string
}

/** The object of the same kind whose name or namespace is nearest to `target`; undefined when none is near. */
export function nearestResource(cluster: Cluster, target: ResourceId): NearestResource | undefined {
  const candidates = cluster.resources.filter(({ id }) => isKind(id, target))
  const elsewhere = candidates.find(
    ({ id }) => id.name === target.name && id.namespace !== target.namespace,
  )
  if (elsewhere) {
    return {
      resource: elsewhere,
      label: `${describe(elsewhere.id)} is in another namespace`,
      help: (field) =>
        `Set \`${field}.namespace\` to \`${elsewhere.id.namespace ?? ""}\`, or move the ${target.kind}.`,
    }
  }
  const neighbours = candidates.filter(({ id }) => id.namespace === target.namespace)
  const names = neighbours.map(({ id }) => id.name)
  const name = nearestName(target.name, names) ?? extendedName(target.name, names)
  const nearest = neighbours.find(({ id }) => id.name === name)
  if (!nearest) return undefined
  return {
    resource: nearest,
    label: `the nearest name is \`${nearest.id.name}\``,
    help: (field) => `Set \`${field}.name\` to \`${nearest.id.name}\`, or add the ${target.kind}.`,
  }
}

/** `redis-cache` for `redis`, or the other way round, when there is only one such name. */
function extendedName(name: string, names: readonly string[]): string | undefined {
  const isLonger = (long: string, short: string): boolean =>
    long.startsWith(`${short}-`) || long.endsWith(`-${short}`)
  const [only, ...others] = names.filter((other) => isLonger(other, name) || isLonger(name, other))
  return others.length === 0 ? only : undefined
}
