import { type Cluster, isRoot, kinds, type Resource, stringAt, valueAt } from "#rule"

/** What every cluster has. */
const builtIn: readonly string[] = ["default", "kube-system", "kube-public", "kube-node-lease"]

/** The namespaces that something in a cluster makes, each with the Kustomization or release that does. */
export function createdNamespaces(cluster: Cluster): ReadonlyMap<string, Resource | undefined> {
  const created = new Map<string, Resource | undefined>(builtIn.map((name) => [name, undefined]))
  for (const { kustomization } of cluster.builds) {
    // Flux itself runs there, or somebody has made it for a root.
    if (isRoot(kustomization)) created.set(kustomization.id.namespace ?? "", undefined)
  }
  for (const release of cluster.all(kinds.HelmRelease)) {
    const target = stringAt(release.manifest, ["spec", "targetNamespace"])
    const creates = valueAt(release.manifest, ["spec", "install", "createNamespace"]) === true
    if (target !== undefined && creates && !created.has(target)) created.set(target, release)
  }
  for (const { id, owner, server } of cluster.resources) {
    const isNamespace = id.group === "" && id.kind === kinds.Namespace.kind && server === ""
    if (isNamespace && !isGiven(created, id.name)) created.set(id.name, owner)
  }
  return created
}

/** Whether a namespace is there before Flux applies anything. */
function isGiven(created: ReadonlyMap<string, Resource | undefined>, name: string): boolean {
  return created.has(name) && created.get(name) === undefined
}
