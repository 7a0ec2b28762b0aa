import { type ClusterRule, defineClusterRule, describe } from "#rule"
import { explainFailure } from "./explain-failure.ts"
import { readFailure } from "./failure.ts"
import { adviseOnFailure } from "./failure-advice.ts"
import { failurePlace } from "./failure-place.ts"
import { isKustomizeFailure } from "./reading.ts"

export const kfileBuildFailed: ClusterRule = defineClusterRule({
  id: "kfile-build-failed",
  category: "kustomize",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization points to files that kustomize cannot build.",
  why: "Flux reports BuildFailed with the same words and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#recommended-settings"],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds) {
      if (!isKustomizeFailure(build) || explainFailure(workspace, build) !== undefined) continue
      const failure = readFailure(build.failure?.message ?? "")
      yield {
        help: adviseOnFailure(failure.cause),
        ...failurePlace(failure, build, workspace),
        message: `${describe(build.kustomization.id)} cannot be built: ${shorten(failure.cause)}`,
      }
    }
  },
})

const longest = 300

function shorten(cause: string): string {
  const text = cause.length > longest ? `${cause.slice(0, longest - 1)}…` : cause
  return /[.…]$/u.test(text) ? text : `${text}.`
}
