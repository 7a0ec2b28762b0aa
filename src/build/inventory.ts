import { isKind, type Kind, type Resource, type ResourceId, resourceKey } from "../model/index.ts"

/** A Kustomization that is built again yields its objects again. */
function hasSameOwner(known: Resource, resource: Resource): boolean {
  const { owner } = resource
  return (
    owner !== undefined &&
    known.owner !== undefined &&
    resourceKey(known.owner.id, known.owner.server) === resourceKey(owner.id, owner.server)
  )
}

/** The objects of a cluster while it is being built. The first to define an object wins, apart from a root's stand-ins. */
export class Inventory {
  readonly #byKey = new Map<string, Resource>()
  readonly #provisional = new Set<string>()
  #sorted: readonly Resource[] | undefined

  /** Adds what a build yields. */
  add(resource: Resource): void {
    const key = resourceKey(resource.id, resource.server)
    const known = this.#byKey.get(key)
    if (known && !this.#provisional.has(key) && !hasSameOwner(known, resource)) return
    this.#provisional.delete(key)
    this.#set(key, resource)
  }

  /** Adds an object that a cluster begins with; what a build yields under the same id takes its place. */
  addProvisional(resource: Resource): void {
    const key = resourceKey(resource.id, resource.server)
    if (this.#byKey.has(key)) return
    this.#set(key, resource)
    this.#provisional.add(key)
  }

  find(id: ResourceId, server = ""): Resource | undefined {
    return this.#byKey.get(resourceKey(id, server))
  }

  /** Objects of a kind on the cluster's own API server, in name order. */
  all(kind: Kind): readonly Resource[] {
    return this.resources.filter(({ id, server }) => server === "" && isKind(id, kind))
  }

  /** Everything, ordered by identity. */
  get resources(): readonly Resource[] {
    this.#sorted ??= [...this.#byKey.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, resource]) => resource)
    return this.#sorted
  }

  #set(key: string, resource: Resource): void {
    this.#byKey.set(key, resource)
    this.#sorted = undefined
  }
}
