import { type ClusterRule, defineClusterRule, missingReferences, reportMissing } from "#rule"
import { valuesElsewhere } from "./values-elsewhere.ts"

export const hrValuesRefMissing: ClusterRule = defineClusterRule({
  id: "hr-values-ref-missing",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "`valuesFrom` names a ConfigMap or Secret that nothing defines.",
  why: "Flux reports ValuesError with `could not resolve … chart values reference …: … not found` and does not install or upgrade the release.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
  since: "0.1.0",

  *check(context) {
    for (const reference of missingReferences(context, "valuesFrom")) {
      if (valuesElsewhere(context.cluster, reference)) continue
      yield reportMissing(context.cluster, reference)
    }
  },
})
