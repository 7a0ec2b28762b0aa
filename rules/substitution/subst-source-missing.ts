import { type ClusterRule, defineClusterRule, missingReferences, reportMissing } from "#rule"

export const substSourceMissing: ClusterRule = defineClusterRule({
  id: "subst-source-missing",
  category: "substitution",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "`substituteFrom` names a ConfigMap or Secret that nothing defines.",
  why: "Flux reports BuildFailed with `substitute from '…' error: … not found` and applies nothing of this Kustomization.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    for (const reference of missingReferences(context, "substituteFrom")) {
      yield reportMissing(cluster, reference)
    }
  },
})
