import { type Cluster, isKind, kinds, type Resource, stringAt } from "#rule"

const definition = { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" }

/** What brings the definition of a kind into a cluster. */
export interface Provider {
  /** The Kustomization or HelmRelease that applies the CustomResourceDefinition. */
  readonly by: Resource
  /** The Kustomization that has to be ready for it to be there. */
  readonly kustomization: Resource
  readonly definition: Resource
}

/** Who provides the kinds of a cluster, by `group/kind`. */
export function providersOf(cluster: Cluster): ReadonlyMap<string, readonly Provider[]> {
  const providers = new Map<string, Provider[]>()
  for (const crd of cluster.all(definition)) {
    const by = crd.owner
    const kustomization = by && isKind(by.id, kinds.HelmRelease) ? by.owner : by
    if (!by || !kustomization) continue
    const group = stringAt(crd.manifest, ["spec", "group"]) ?? ""
    const kind = stringAt(crd.manifest, ["spec", "names", "kind"]) ?? ""
    const key = `${group}/${kind}`
    providers.set(key, [...(providers.get(key) ?? []), { by, kustomization, definition: crd }])
  }
  return providers
}
