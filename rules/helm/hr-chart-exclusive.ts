import { defineFileRule, type FileRule, valueAt } from "#rule"
import { describeWritten, judgedViolations } from "../api/judged-violations.ts"
import { isChartChoice } from "./chart-choice.ts"

export const hrChartExclusive: FileRule = defineFileRule({
  id: "hr-chart-exclusive",
  category: "helm",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A HelmRelease has both `chart` and `chartRef`, or none of them.",
  why: "The API server refuses the HelmRelease when Flux applies it: `either chart or chartRef must be set`; Flux applies nothing of the Kustomization.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-reference"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["rule"])) {
      if (!isChartChoice(judged)) continue
      const { resource, severity } = judged
      const hasBoth = valueAt(resource.manifest, ["spec", "chartRef"]) !== undefined
      yield {
        at: hasBoth ? resource.at(["spec", "chartRef"], "key") : resource.at(["spec"], "key"),
        message: `${describeWritten(resource)} has ${hasBoth ? "both `spec.chart` and `spec.chartRef`" : "neither `spec.chart` nor `spec.chartRef`"}; Flux takes exactly one.`,
        help: hasBoth
          ? "Remove `spec.chart`, or `spec.chartRef`; look at the overlays as well, which may add one of them."
          : "Add `spec.chartRef`, which names an OCIRepository or HelmChart, or `spec.chart`.",
        ...(hasBoth
          ? { related: [{ at: resource.at(["spec", "chart"], "key"), message: "the other one" }] }
          : {}),
        ...(severity && { severity }),
      }
    }
  },
})
