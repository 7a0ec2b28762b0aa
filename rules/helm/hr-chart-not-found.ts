import { baseOf, type ClusterRule, defineClusterRule, describe, nearestName, stringAt } from "#rule"
import { askedCharts } from "./chart-fields.ts"

/** The chart that is probably meant: one of the same name in another folder, or of a similar name. */
function nearestChart(written: string, known: readonly string[]): string | undefined {
  const path = written.replace(/^(?:\.?\/)+/u, "").replace(/\/+$/u, "")
  return known.find((chart) => baseOf(chart) === baseOf(path)) ?? nearestName(path, known)
}

/** What to do where no other chart comes to mind, by kind of source. */
const corrections: Readonly<Record<string, string>> = {
  HelmRepository: "Correct the name of the chart.",
  OCIRepository: "Correct `spec.url` or `spec.ref`.",
}

export const hrChartNotFound: ClusterRule = defineClusterRule({
  id: "hr-chart-not-found",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A HelmRelease names a chart that its source does not have.",
  why: "Flux reports ChartPullError on the HelmChart and SourceNotReady on the release, which it never installs or upgrades.",
  docs: ["https://fluxcd.io/flux/components/source/helmcharts/#chart"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { asker, problem, fields } of askedCharts(cluster)) {
      if (problem?.kind !== "chart-not-found") continue
      const { holder, chart } = fields
      const field = chart.field ?? chart.path
      const written = stringAt(holder.manifest, field) ?? ""
      const source =
        stringAt(holder.manifest, [...field.slice(0, -1), "sourceRef", "kind"]) ?? holder.id.kind
      const nearest = nearestChart(written, problem.known)
      yield {
        at: chart,
        message: `${describe(asker.id)} has no chart: ${problem.message}.`,
        help: nearest
          ? `Write \`${nearest}\`.`
          : (corrections[source] ?? "Correct the chart; a path starts at the root of the source."),
      }
    }
  },
})
