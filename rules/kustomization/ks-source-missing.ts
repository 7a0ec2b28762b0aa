import {
  type ClusterRule,
  defineClusterRule,
  isKind,
  kinds,
  missingReferences,
  reportMissing,
} from "#rule"

export const ksSourceMissing: ClusterRule = defineClusterRule({
  id: "ks-source-missing",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization's `sourceRef` names a source that nothing defines.",
  why: "Flux reports ArtifactFailed with `Source '…' not found` and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#source-reference"],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    for (const reference of missingReferences(context, "sourceRef")) {
      if (isKind(reference.from.id, kinds.Kustomization)) yield reportMissing(cluster, reference)
    }
  },
})
