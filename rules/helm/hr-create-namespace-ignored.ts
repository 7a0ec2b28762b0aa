import {
  type ClusterRule,
  defineClusterRule,
  describe,
  isRoot,
  isWhole,
  kinds,
  stringAt,
  valueAt,
} from "#rule"

const field = ["spec", "install", "createNamespace"]

export const hrCreateNamespaceIgnored: ClusterRule = defineClusterRule({
  id: "hr-create-namespace-ignored",
  category: "helm",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary:
    "A HelmRelease beside Flux asks for a namespace to be created, and has no `targetNamespace`.",
  why: "Flux reads `install.createNamespace` only together with `spec.targetNamespace`: without it the release goes into the HelmRelease's own namespace, beside Flux's controllers.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#install-configuration"],
  since: "0.1.0",

  *check({ cluster }) {
    const roots = cluster.all(kinds.Kustomization).filter(isRoot)
    const own = new Set(roots.map(({ id }) => id.namespace))
    for (const release of cluster.all(kinds.HelmRelease)) {
      const { id, manifest } = release
      // Elsewhere the release goes where the HelmRelease is, which is what most people mean.
      if (!own.has(id.namespace) || !isWhole(cluster, release)) continue
      if (valueAt(manifest, field) !== true) continue
      if (stringAt(manifest, ["spec", "targetNamespace"])) continue
      yield {
        at: release.at(field),
        message: `${describe(id)} sets \`install.createNamespace\`, but has no \`targetNamespace\`: its release goes to \`${id.namespace ?? ""}\`.`,
        help: "Set `spec.targetNamespace` to the namespace that you mean, or remove `createNamespace`.",
      }
    }
  },
})
