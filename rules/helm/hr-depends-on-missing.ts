import {
  type ClusterRule,
  defineClusterRule,
  describe,
  isKind,
  kinds,
  missingReferences,
  reportMissing,
} from "#rule"

export const hrDependsOnMissing: ClusterRule = defineClusterRule({
  id: "hr-depends-on-missing",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A HelmRelease depends on a HelmRelease that nothing defines.",
  why: "Flux reports DependencyNotReady with `unable to get '…' dependency` and waits for it forever.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#dependencies"],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    for (const reference of missingReferences(context, "dependsOn")) {
      if (!isKind(reference.from.id, kinds.HelmRelease)) continue
      const { target } = reference
      const kustomization = cluster
        .all(kinds.Kustomization)
        .find(({ id }) => id.name === target.name)
      yield {
        ...reportMissing(cluster, reference),
        ...(kustomization && {
          help: "A HelmRelease waits for HelmReleases only: move the entry to the Kustomization that applies it.",
          related: [
            {
              at: kustomization.at(["metadata", "name"]),
              message: `${describe(kustomization.id)} has the name`,
            },
          ],
        }),
      }
    }
  },
})
