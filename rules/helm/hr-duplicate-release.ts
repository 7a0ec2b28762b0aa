import {
  type ClusterRule,
  defineClusterRule,
  describe,
  type ReleaseBuild,
  resourceKey,
  valueAt,
} from "#rule"

/** Helm keeps a release under its name in the storage namespace of the cluster that it is installed to. */
function storageKey({ release, releaseName, storageNamespace }: ReleaseBuild): string {
  const { server, id, manifest } = release
  const kubeConfig = valueAt(manifest, ["spec", "kubeConfig"])
  const target =
    kubeConfig === undefined ? "" : `${id.namespace ?? ""}${JSON.stringify(kubeConfig)}`
  return JSON.stringify([server, target, storageNamespace, releaseName])
}

type Rivals = readonly [ReleaseBuild, ...ReleaseBuild[]]

/** The releases by the name that they share, one of each object; one that is suspended touches nothing. */
function rivals(builds: readonly ReleaseBuild[]): readonly Rivals[] {
  const active = builds.filter(
    ({ release }) => valueAt(release.manifest, ["spec", "suspend"]) !== true,
  )
  const objects = new Map(
    active.map((build) => [resourceKey(build.release.id, build.release.server), build]),
  )
  const groups = new Map<string, Rivals>()
  for (const build of objects.values()) {
    const key = storageKey(build)
    const group = groups.get(key)
    groups.set(key, group ? [...group, build] : [build])
  }
  return [...groups.values()]
}

/** Names that hold unseen variables of two Kustomizations prove nothing. */
function areComparable({ release: one }: ReleaseBuild, { release: other }: ReleaseBuild): boolean {
  return one.owner === other.owner || (!one.uncertain && !other.uncertain)
}

export const hrDuplicateRelease: ClusterRule = defineClusterRule({
  id: "hr-duplicate-release",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "Two HelmReleases install the same Helm release.",
  why: "Helm knows a release by its name and storage namespace: each reconciliation upgrades what the other HelmRelease has installed.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#release-name"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const [first, ...rest] of rivals(cluster.releases)) {
      for (const rival of rest.filter((other) => areComparable(first, other))) {
        const { release, releaseName, storageNamespace } = rival
        const hasName = valueAt(release.manifest, ["spec", "releaseName"]) !== undefined
        const field = hasName ? ["spec", "releaseName"] : ["metadata", "name"]
        yield {
          at: release.at(field),
          message: `${describe(release.id)} and ${describe(first.release.id)} both install release \`${releaseName}\` in namespace \`${storageNamespace}\`.`,
          help: "Give one of them another `spec.releaseName`, or remove it.",
          related: [
            { at: first.release.at(["metadata", "name"]), message: "the other HelmRelease" },
          ],
        }
      }
    }
  },
})
