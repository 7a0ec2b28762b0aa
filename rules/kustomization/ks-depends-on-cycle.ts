import { type ClusterRule, defineClusterRule, describe, isKind, kinds } from "#rule"

export const ksDependsOnCycle: ClusterRule = defineClusterRule({
  id: "ks-depends-on-cycle",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A `dependsOn` chain of Kustomizations leads back to where it starts.",
  why: "Flux waits until every dependency is ready (DependencyNotReady), so none of these Kustomizations is ever applied.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const [first, ...rest] of cluster.graph.cycles("dependsOn")) {
      if (!isKind(first.from.id, kinds.Kustomization)) continue
      const steps = [first, ...rest, first].map(({ from }) => describe(from.id))
      yield {
        at: first.at,
        message:
          rest.length === 0
            ? `${describe(first.from.id)} depends on itself.`
            : `${steps.join(" → ")} is a dependency cycle.`,
        help:
          rest.length === 0
            ? "Remove the entry."
            : "Remove one of these `dependsOn` entries, or move what both sides need into a Kustomization of its own.",
        related: rest.map(({ at, target }) => ({ at, message: `depends on ${describe(target)}` })),
      }
    }
  },
})
