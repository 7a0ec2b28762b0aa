import {
  type ClusterRule,
  defineClusterRule,
  isRoot,
  missingReferences,
  reportMissing,
} from "#rule"

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
    for (const reference of missingReferences(context, "substituteFrom")) {
      const problem = reportMissing(context.cluster, reference)
      // What a root needs is made by hand, with the root itself; unless it is a slip of the pen.
      if (!isRoot(reference.from) || problem.related) yield problem
    }
  },
})
