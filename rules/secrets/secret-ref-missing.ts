import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  isKind,
  isRoot,
  kinds,
  missingReferences,
  type Reference,
  reportMissing,
} from "#rule"

/** Whether Git manages Secrets of this namespace: otherwise someone makes them by hand, this one too. */
function areSecretsInGit(cluster: Cluster, namespace: string | undefined): boolean {
  return cluster.resources.some(
    ({ id, origin }) =>
      id.namespace === namespace && /Secret$/u.test(id.kind) && origin.via !== "helm",
  )
}

/** What must exist before Flux can read anything from Git: keys of decryption, of the root source, of flux-operator. */
function isBootstrapped(cluster: Cluster, { from, path, target }: Reference): boolean {
  if (path[1] === "decryption" || isKind(from.id, kinds.FluxInstance)) return true
  if (target.name === "flux-system") return true
  return cluster
    .all(kinds.Kustomization)
    .filter(isRoot)
    .some((root) => cluster.graph.from(root).some(({ resource }) => resource === from))
}

export const secretRefMissing: ClusterRule = defineClusterRule({
  id: "secret-ref-missing",
  category: "secrets",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "A `secretRef` names a Secret that nothing in the repository makes.",
  why: "Flux reports AuthenticationFailed or the like until somebody makes the Secret by hand, also after a rebuild of the cluster.",
  docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#secret-reference"],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    for (const reference of missingReferences(context, "secretRef")) {
      if (reference.doubt !== undefined || isBootstrapped(cluster, reference)) continue
      if (!areSecretsInGit(cluster, reference.target.namespace)) continue
      yield reportMissing(cluster, reference)
    }
  },
})
