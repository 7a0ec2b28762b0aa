import {
  type ClusterRule,
  defineClusterRule,
  describe,
  isKind,
  isWhole,
  kinds,
  type Resource,
  stringAt,
} from "#rule"

/** Where an object says how its chart is followed; only charts of Git and buckets have a choice. */
function chartFieldOf({ id, manifest, origin }: Resource): readonly string[] | undefined {
  if (origin.via === "helm" || origin.via === "implied") return undefined
  const isRelease = isKind(id, kinds.HelmRelease)
  if (!isRelease && !isKind(id, kinds.HelmChart)) return undefined
  const field = isRelease ? ["spec", "chart", "spec"] : ["spec"]
  const source = stringAt(manifest, [...field, "sourceRef", "kind"])
  return source === kinds.GitRepository.kind || source === kinds.Bucket.kind ? field : undefined
}

export const hrChartversionStrategyGit: ClusterRule = defineClusterRule({
  id: "hr-chartversion-strategy-git",
  category: "helm",
  scope: "cluster",
  severity: "warning",
  presets: ["strict"],
  summary: "A chart in Git is followed by the version in its Chart.yaml alone.",
  why: "With `reconcileStrategy: ChartVersion`, the default, Flux packs a chart anew only when `version` in its Chart.yaml changes: an edited template or values file is not rolled out, and the release stays Ready.",
  docs: ["https://fluxcd.io/flux/components/source/helmcharts/#reconcile-strategy"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const resource of cluster.resources) {
      const field = chartFieldOf(resource)
      if (!field || !isWhole(cluster, resource)) continue
      const strategy = stringAt(resource.manifest, [...field, "reconcileStrategy"])
      if (strategy === "Revision") continue
      const chart = stringAt(resource.manifest, [...field, "chart"]) ?? ""
      yield {
        at: resource.at([...field, strategy === undefined ? "chart" : "reconcileStrategy"]),
        message: `${describe(resource.id)} sees a change of chart \`${chart}\` only when its version changes.`,
        help: `Set \`${[...field, "reconcileStrategy"].join(".")}\` to \`Revision\`, unless each change of the chart raises its version.`,
      }
    }
  },
})
