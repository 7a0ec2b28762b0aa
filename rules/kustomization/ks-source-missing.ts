import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  isKind,
  kinds,
  listAt,
  missingReferences,
  nearestName,
  type ResourceId,
  reportMissing,
  stringAt,
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
      if (!isKind(reference.from.id, kinds.Kustomization)) continue
      const problem = reportMissing(cluster, reference)
      const artifact = nearestArtifact(cluster, reference.target)
      yield artifact === undefined
        ? problem
        : {
            ...problem,
            help: `Set \`spec.sourceRef.name\` to \`${artifact}\`, which an ArtifactGenerator makes.`,
          }
    }
  },
})

/** The artifact of an ArtifactGenerator of the namespace that is probably meant: ExternalArtifacts are in no file. */
function nearestArtifact(cluster: Cluster, target: ResourceId): string | undefined {
  if (!isKind(target, kinds.ExternalArtifact)) return undefined
  const generators = cluster
    .all(kinds.ArtifactGenerator)
    .filter(({ id }) => id.namespace === target.namespace)
  const artifacts = generators.flatMap(({ manifest }) => listAt(manifest, ["spec", "artifacts"]))
  return nearestName(
    target.name,
    artifacts.flatMap((artifact) => stringAt(artifact, ["name"]) ?? []),
  )
}
