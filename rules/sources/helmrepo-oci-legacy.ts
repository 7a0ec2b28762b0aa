import { type ClusterRule, defineClusterRule, describe, fluxMinor, kinds, stringAt } from "#rule"

export const helmrepoOciLegacy: ClusterRule = defineClusterRule({
  id: "helmrepo-oci-legacy",
  category: "sources",
  scope: "cluster",
  severity: "info",
  presets: ["strict"],
  summary: "Charts of a registry are taken with a HelmRepository.",
  why: "Flux keeps HelmRepositories of type `oci` working, but develops them no further: they have no status, no digest and no verification of their own. An OCIRepository with `chartRef` has.",
  docs: ["https://fluxcd.io/flux/components/source/helmrepositories/#helm-oci-repository"],
  since: "0.1.0",

  *check({ cluster, target }) {
    if (fluxMinor(target) < 3) return
    for (const repository of cluster.all(kinds.HelmRepository)) {
      if (repository.origin.via === "helm") continue
      if (stringAt(repository.manifest, ["spec", "type"]) !== "oci") continue
      yield {
        at: repository.at(["spec", "type"]),
        message: `${describe(repository.id)} is of type \`oci\`, which Flux develops no further.`,
        help: "Write an OCIRepository for each chart (`layerSelector` with `operation: copy`), and name it in `spec.chartRef` of the HelmRelease.",
      }
    }
  },
})
