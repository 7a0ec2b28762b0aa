import { type ClusterRule, defineClusterRule, describe } from "#rule"
import { askedCharts } from "./chart-fields.ts"

/** What people write for what they mean: shell-like equality, `V1.2.3`, glued comparators, the word for "any". */
function suggest(version: string): string | undefined {
  if (/^latest$/iu.test(version)) return "*"
  const repaired = version
    .trim()
    .replace(/^==\s*/u, "")
    .replace(/^V(?=\d)/u, "v")
    .replace(/\s*\|\|\s*$/u, "")
    .replace(/(?<=[\dxX*])(?=[<>]=?\s*v?\d)/gu, " ")
  return repaired === version ? undefined : repaired
}

export const hrVersionInvalid: ClusterRule = defineClusterRule({
  id: "hr-version-invalid",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A chart's version is no version constraint.",
  why: "Flux reports `improper constraint` on the HelmChart, so the release has no chart to install.",
  docs: ["https://fluxcd.io/flux/components/source/helmcharts/#version"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { asker, problem, fields } of askedCharts(cluster)) {
      if (problem?.kind !== "version-invalid") continue
      const { version, versionField, versionText } = fields
      const suggestion = suggest(versionText)
      yield {
        at: version,
        message: `${describe(asker.id)} asks for chart version \`${versionText}\`, which is no version constraint.`,
        help: suggestion
          ? `Set \`${versionField}\` to \`${suggestion}\`.`
          : "Write a version (`6.5.0`), or a range such as `6.x`, `^6.5.0` or `>=6.5.0 <7.0.0`.",
      }
    }
  },
})
