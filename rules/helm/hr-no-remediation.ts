import {
  type ClusterRule,
  defineClusterRule,
  describe,
  fluxMinor,
  isWhole,
  isWritten,
  kinds,
  type Resource,
  saysSomewhere,
  stringAt,
  valueAt,
} from "#rule"

/** The controllers' gate that makes `RetryOnFailure` the default. */
const gate = "DefaultToRetryOnFailure=true"

const actions = ["install", "upgrade"] as const

export const hrNoRemediation: ClusterRule = defineClusterRule({
  id: "hr-no-remediation",
  category: "helm",
  scope: "cluster",
  severity: "warning",
  presets: ["strict"],
  summary: "A HelmRelease is not tried again after the first error.",
  why: "Flux does not repeat a failed install or upgrade unless `remediation.retries` or the strategy `RetryOnFailure` says so: the HelmRelease is Stalled with `RetriesExceeded`, and stays so until its spec, its chart or its values change.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#configuring-failure-handling"],
  since: "0.1.0",

  *check({ cluster, target, workspace }) {
    if (saysSomewhere(workspace, gate)) return
    for (const release of cluster.all(kinds.HelmRelease)) {
      if (!isWritten(release) || release.uncertain || !isWhole(cluster, release)) continue
      const given = actions.filter((action) => !isRepeated(release, action))
      if (given.length === 0) continue
      yield {
        at: release.at(["metadata", "name"]),
        message: `${describe(release.id)} stays failed when its first ${given.join(" or ")} fails.`,
        help: `Set ${given.map((action) => fieldIn(action, fluxMinor(target))).join(" and ")}.`,
      }
    }
  },
})

/** `strategy` came with Flux 2.7. */
function fieldIn(action: (typeof actions)[number], minor: number): string {
  return minor < 7
    ? `\`spec.${action}.remediation.retries\``
    : `\`spec.${action}.strategy.name: RetryOnFailure\``
}

function isRepeated({ manifest }: Resource, action: (typeof actions)[number]): boolean {
  if (stringAt(manifest, ["spec", action, "strategy", "name"]) === "RetryOnFailure") return true
  const retries = valueAt(manifest, ["spec", action, "remediation", "retries"])
  return typeof retries === "number" && retries !== 0
}
