import type { Cluster, ReleaseBuild } from "#rule"

/**
 * Whether some of a release's values are stand-ins or unknown: encrypted, made by a controller, defined outside the
 * repository. What a chart says about such values proves nothing.
 */
export function hasUnseenValues(cluster: Cluster, { release, valuesChain }: ReleaseBuild): boolean {
  if (release.uncertain || valuesChain.some(({ resource }) => resource.uncertain)) return true
  return cluster.graph
    .from(release)
    .some(
      ({ relation, status }) =>
        relation === "valuesFrom" && status !== "found" && status !== "missing",
    )
}
