import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  fluxMinor,
  isWhole,
  isWritten,
  kinds,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

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

  *check({ cluster, target }) {
    if (retriesByDefault(cluster)) return
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

/** The controllers' gate `DefaultToRetryOnFailure`, wherever the repository sets it. */
function retriesByDefault(cluster: Cluster): boolean {
  const gate = /DefaultToRetryOnFailure=true/u
  const installers = cluster.resources.filter(
    ({ id }) => id.kind === "FluxInstance" || id.name === "helm-controller",
  )
  return installers.some(({ manifest }) => gate.test(JSON.stringify(manifest)))
}
