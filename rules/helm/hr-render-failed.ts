import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  type ReleaseBuild,
  type ReleaseFailure,
} from "#rule"
import { valuesFileEntry } from "./chart-fields.ts"
import { type HelmWords, helmWords, namedValue } from "./helm-words.ts"
import { isWrongDot, placeOf } from "./render-failure-place.ts"
import { hasUnseenValues } from "./unseen-values.ts"

/** What other rules report, what only stand-ins have caused, and sluice's own limits. */
function isExplained(cluster: Cluster, build: ReleaseBuild, failure: ReleaseFailure): boolean {
  if (failure.step === "schema" || failure.step === "limit") return true
  if (failure.step === "values" && /chart values reference .*not found/su.test(failure.message)) {
    return true
  }
  return failure.step !== "load" && hasUnseenValues(cluster, build)
}

/** `does not render (chart podinfo, templates/deployment.yaml:12)` */
function describeFailure(
  { chart }: ReleaseBuild,
  { step, template, line }: ReleaseFailure,
): string {
  if (step === "values") return "has no values"
  if (template === undefined) return `does not render${chart ? ` (chart ${chart.name})` : ""}`
  const slash = template.indexOf("/")
  const place = line === undefined ? template : `${template}:${line}`
  return `does not render (chart ${template.slice(0, slash)}, ${place.slice(slash + 1)})`
}

const needsOtherKubernetes = ({ message }: ReleaseFailure): boolean =>
  /requires kubeVersion/u.test(message)

function advise(failure: ReleaseFailure, words: HelmWords): string {
  const path = namedValue(words)
  if (needsOtherKubernetes(failure))
    return "Choose a version of the chart that fits the cluster, or pass `--kube-version`."
  if (failure.step === "values") return "Correct what the values are read from."
  if (failure.step === "post-render") return "Correct the post-renderer's patch or its target."
  if (isWrongDot(words))
    return "Write `$.Values` inside `range` and `with`: there the dot is an element."
  if (path) return `Set \`spec.values.${path.join(".")}\` to what the template expects.`
  return failure.step === "load"
    ? "Correct the chart."
    : "Change the values that the template uses, or correct the chart."
}

export const hrRenderFailed: ClusterRule = defineClusterRule({
  id: "hr-render-failed",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "Helm cannot render the chart of a HelmRelease with its values.",
  why: "Flux reports InstallFailed or UpgradeFailed with Helm's words; nothing of the release is applied.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values"],
  since: "0.1.0",

  *check({ cluster, workspace }) {
    for (const build of cluster.releases) {
      const { failure, release } = build
      if (!failure || isExplained(cluster, build, failure)) continue
      const words = helmWords(failure)
      const at = words.expression === undefined ? "" : ` at \`${words.expression}\``
      const file = valuesFileEntry(cluster, release, failure)
      yield {
        ...(file ? { at: file } : placeOf(workspace, build, failure, words)),
        message: `${describe(release.id)} ${describeFailure(build, failure)}: ${words.cause}${at}.`,
        help: advise(failure, words),
        // The version of Kubernetes is often sluice's guess.
        ...(needsOtherKubernetes(failure) ? { severity: "warning" } : {}),
      }
    }
    for (const { chart, failure } of cluster.charts) {
      if (!failure) continue
      yield {
        at: valuesFileEntry(cluster, chart, failure) ?? chart.at(["spec", "chart"]),
        message: `${describe(chart.id)} has no values: ${failure.message}.`,
        help: advise(failure, helmWords(failure)),
      }
    }
  },
})
