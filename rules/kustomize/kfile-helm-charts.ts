import { defineFileRule, type FileRule, listAt, stringAt } from "#rule"
import { chartFieldsIn } from "./helm-fields.ts"
import { readingOf } from "./reading.ts"

export const kfileHelmCharts: FileRule = defineFileRule({
  id: "kfile-helm-charts",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A kustomization file asks kustomize to render a Helm chart.",
  why: "Flux builds without kustomize's Helm support: it reports BuildFailed with `must specify --enable-helm`, and applies nothing of the Kustomization.",
  docs: [
    "https://fluxcd.io/flux/faq/#what-is-the-difference-between-gitops-engine-and-flux",
    "https://fluxcd.io/flux/guides/helmreleases/",
  ],
  since: "0.1.0",

  *check({ workspace }) {
    const reading = readingOf(workspace)
    for (const file of workspace.kustomizationFiles) {
      // A file that Flux never builds may well be for another tool.
      if (reading(file.path) !== "failing") continue
      for (const field of chartFieldsIn(file)) {
        const charts = listAt(file.document.content, [field]).map(
          (chart) => stringAt(chart, ["name"]) ?? stringAt(chart, ["chartName"]) ?? "?",
        )
        yield {
          at: { document: file.document, path: [field], part: "key" },
          message: `\`${file.path}\` renders ${charts.map((name) => `\`${name}\``).join(", ")} with \`${field}\`, which Flux does not do.`,
          help: "Write a HelmRelease for each chart, with a HelmRepository or OCIRepository as its source.",
        }
      }
    }
  },
})
