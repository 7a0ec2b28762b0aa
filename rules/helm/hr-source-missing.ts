import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  formatFieldPath,
  isKind,
  kinds,
  missingReferences,
  type Problem,
  type Reference,
  reportMissing,
} from "#rule"

/** A source of the same name but of another kind than the one that the release asks for. */
function adviseOnKind(cluster: Cluster, { target, path }: Reference): Partial<Problem> {
  const sources = [kinds.HelmRepository, kinds.GitRepository, kinds.Bucket, kinds.OCIRepository]
  const twin = sources
    .filter(({ kind }) => kind !== target.kind)
    .map((kind) => cluster.find({ ...target, ...kind }))
    .find((found) => found !== undefined)
  if (!twin) return {}
  const fits = target.kind === kinds.OCIRepository.kind || twin.id.kind === kinds.OCIRepository.kind
  const field = formatFieldPath(path.slice(0, -1))
  const help = fits
    ? `An OCIRepository is used through \`spec.chartRef\`, other sources through \`spec.chart\`.`
    : `Set \`${field}.kind\` to \`${twin.id.kind}\`.`
  return {
    help,
    related: [{ at: twin.at(["kind"]), message: `${describe(twin.id)} has the name` }],
  }
}

export const hrSourceMissing: ClusterRule = defineClusterRule({
  id: "hr-source-missing",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A HelmRelease takes its chart from a source that nothing defines.",
  why: "Flux reports SourceNotReady with `… not found` and never installs or upgrades the release.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
  since: "0.1.0",

  *check(context) {
    const { cluster } = context
    const references = [
      ...missingReferences(context, "sourceRef"),
      ...missingReferences(context, "chartRef"),
    ]
    const users = [kinds.HelmRelease, kinds.HelmChart]
    for (const reference of references.filter(({ from }) =>
      users.some((kind) => isKind(from.id, kind)),
    )) {
      yield { ...reportMissing(cluster, reference), ...adviseOnKind(cluster, reference) }
    }
  },
})
