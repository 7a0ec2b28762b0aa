import { type ClusterRule, defineClusterRule, missingReferences, reportMissing } from "#rule"

export const alertProviderMissing: ClusterRule = defineClusterRule({
  id: "alert-provider-missing",
  category: "notification",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "An Alert names a Provider that nothing defines.",
  why: "Flux delivers nothing, and no condition says so: an Alert has no status, and notification-controller only logs `failed to get provider` for each event.",
  docs: ["https://fluxcd.io/flux/components/notification/alerts/#provider-reference"],
  since: "0.1.0",

  *check(context) {
    for (const reference of missingReferences(context, "providerRef"))
      yield reportMissing(context.cluster, reference)
  },
})
