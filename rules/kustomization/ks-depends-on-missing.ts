import {
  type ClusterRule,
  defineClusterRule,
  describe,
  isKind,
  kinds,
  missingReferences,
  reportMissing,
} from "#rule"

export const ksDependsOnMissing: ClusterRule = defineClusterRule({
  id: "ks-depends-on-missing",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization's `dependsOn` names a Kustomization that nothing defines.",
  why: "Flux reports DependencyNotReady with `dependency '…' not found` and never applies this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies"],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    for (const reference of missingReferences(context, "dependsOn")) {
      if (!isKind(reference.from.id, kinds.Kustomization)) continue
      const problem = reportMissing(cluster, reference)
      const release = cluster.find({ ...reference.target, ...kinds.HelmRelease })
      if (!release) yield problem
      else {
        yield {
          ...problem,
          help: `Name the Kustomization that applies ${describe(release.id)}, with \`wait: true\`: a Kustomization cannot depend on a HelmRelease.`,
          related: [{ at: release.at(["metadata", "name"]), message: "this is a HelmRelease" }],
        }
      }
    }
  },
})
