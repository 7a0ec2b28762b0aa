import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  dependenciesOf,
  describe,
  isAncestor,
  isGated,
  isKind,
  kinds,
  type Reference,
  type Resource,
  valueAt,
} from "#rule"

/** Kinds that take their time after they are applied, and on whose work others rely. */
const slow: ReadonlySet<string> = new Set([
  "Deployment.apps",
  "StatefulSet.apps",
  "DaemonSet.apps",
  "Job.batch",
  "HelmRelease.helm.toolkit.fluxcd.io",
  "Kustomization.kustomize.toolkit.fluxcd.io",
])

const maxRelated = 3

/** Who waits for a Kustomization by its readiness alone, without an expression of their own. */
function dependents(cluster: Cluster, kustomization: Resource): readonly Reference[] {
  const waitsFor = dependenciesOf(cluster, kustomization)
  if (waitsFor.has(kustomization)) return []
  return cluster.graph.to(kustomization).filter(
    ({ relation, from, path }) =>
      relation === "dependsOn" &&
      isKind(from.id, kinds.Kustomization) &&
      // One that waits for what it applies, or for what waits for it, would never be ready.
      !isAncestor(kustomization, from) &&
      !waitsFor.has(from) &&
      valueAt(from.manifest, [...path.slice(0, -1), "readyExpr"]) === undefined,
  )
}

export const ksDependencyNotGated: ClusterRule = defineClusterRule({
  id: "ks-dependency-not-gated",
  category: "kustomization",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "A Kustomization that others depend on is ready before its objects are.",
  why: "Without `wait` or `healthChecks` Flux sets Ready as soon as the objects are applied: what depends on them starts while Deployments and HelmReleases are still on their way, and fails now and then.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies",
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#wait",
  ],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { kustomization, objects } of cluster.builds) {
      if (isGated(kustomization)) continue
      const waited = objects.find(({ id }) => slow.has(`${id.kind}.${id.group}`))
      const [first, ...others] = dependents(cluster, kustomization)
      if (!waited || !first) continue
      const field = ["spec", "wait"]
      const isWritten = valueAt(kustomization.manifest, field) !== undefined
      yield {
        at: kustomization.at(isWritten ? field : ["metadata", "name"]),
        message: `${describe(first.from.id)}${others.length === 0 ? " depends" : ` and ${others.length} more depend`} on ${describe(kustomization.id)}, which is ready before ${describe(waited.id)} is.`,
        help: "Set `wait: true`, or list what the others need under `healthChecks`.",
        related: [first, ...others]
          .slice(0, maxRelated)
          .map(({ from, at }) => ({ at, message: `${describe(from.id)} depends on it` })),
      }
    }
  },
})
