import { type ClusterRule, defineClusterRule, describe } from "#rule"
import { askedCharts } from "./chart-fields.ts"

const coreOf = (text: string): readonly number[] =>
  text.split(".").map((part) => Number.parseInt(part, 10) || 0)

function compareCores(left: readonly number[], right: readonly number[]): number {
  const index = left.findIndex((part, position) => part !== (right[position] ?? 0))
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0)
}

/**
 * Whether a range names a version above all known ones. Mirrors and repositories drop old versions, so a range that only
 * older ones fit proves nothing.
 */
function isNewer(range: string, known: readonly string[]): boolean {
  const named = [...range.matchAll(/\d+(?:\.\d+)*/gu)].map(([text]) => coreOf(text))
  const versions = known.map((version) => coreOf(version.replace(/^v/u, "")))
  return named.some((core) => versions.every((version) => compareCores(core, version) > 0))
}

export const hrVersionUnsatisfied: ClusterRule = defineClusterRule({
  id: "hr-version-unsatisfied",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "No version of the chart fits the version that a HelmRelease asks for.",
  why: "Flux reports `no chart with version matching … found` on the HelmChart and SourceNotReady on the release.",
  docs: ["https://fluxcd.io/flux/components/source/helmcharts/#version"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { asker, problem, fields, label } of askedCharts(cluster)) {
      if (problem?.kind !== "version-unsatisfied") continue
      const { version, versionField, versionText } = fields
      const newest = problem.known[0]
      if (!problem.certain && !isNewer(versionText, problem.known)) continue
      yield {
        at: version,
        message: `${describe(asker.id)} asks for version \`${versionText}\` of ${label}, and no known version fits.`,
        help: newest
          ? `Set \`${versionField}\` to \`${newest}\`, the newest known.`
          : `Correct \`${versionField}\`.`,
        ...(problem.certain ? {} : { severity: "warning" }),
      }
    }
  },
})
