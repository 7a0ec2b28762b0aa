import { type ClusterRule, defineClusterRule, describe, isKind, kinds } from "#rule"

export const hrDependsOnCycle: ClusterRule = defineClusterRule({
  id: "hr-depends-on-cycle",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "HelmReleases wait for each other.",
  why: "Flux waits for every dependency to be ready first, so none of these releases is ever installed; no condition names the cycle.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#dependencies"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const [first, ...rest] of cluster.graph.cycles("dependsOn")) {
      const cycle = [first, ...rest]
      if (!cycle.every(({ from }) => isKind(from.id, kinds.HelmRelease))) continue
      const steps = [...cycle, first].map(({ from }) => describe(from.id))
      yield {
        at: first.at,
        message:
          rest.length === 0
            ? `${describe(first.from.id)} depends on itself.`
            : `${steps.join(" → ")} is a dependency cycle.`,
        help:
          rest.length === 0
            ? "Remove the entry."
            : "Remove one `dependsOn` entry of the cycle, or move what both sides need into a release of its own.",
        related: rest.map(({ at, target }) => ({ at, message: `depends on ${describe(target)}` })),
      }
    }
  },
})
