import { type ClusterRule, defineClusterRule, describe, isWhole, kinds, stringAt } from "#rule"
import { chartFieldOf } from "./chart-field.ts"

/** Only charts of these have a choice. */
const sources = [kinds.GitRepository, kinds.Bucket]

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
      const field = chartFieldOf(resource, sources)
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
