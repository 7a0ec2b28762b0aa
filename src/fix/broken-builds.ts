import { type Cluster, resourceKey, type Workspace } from "../model/index.ts"

/**
 * Files that a Kustomization or HelmRelease reads which Flux could build before a change and cannot build after it: a fix
 * in one of them did more than its finding says.
 */
export function filesOfBrokenBuilds(before: Workspace, after: Workspace): ReadonlySet<string> {
  const clusters = new Map(before.clusters.map((cluster) => [cluster.name, cluster]))
  return new Set(
    after.clusters.flatMap((cluster) => {
      const previous = clusters.get(cluster.name)
      return previous
        ? [...brokenBuilds(previous, cluster), ...brokenReleases(previous, cluster)]
        : []
    }),
  )
}

function brokenBuilds(before: Cluster, after: Cluster): readonly string[] {
  const built = new Map(
    before.builds.flatMap((build) =>
      build.status === "built" ? [[resourceKey(build.kustomization.id), build.files]] : [],
    ),
  )
  return after.builds.flatMap(({ kustomization, status, files }) => {
    const previous = built.get(resourceKey(kustomization.id))
    return previous && status === "failed" ? [...previous, ...files] : []
  })
}

function brokenReleases(before: Cluster, after: Cluster): readonly string[] {
  const rendered = new Set(
    before.releases.flatMap(({ release, status }) =>
      status === "rendered" ? [resourceKey(release.id)] : [],
    ),
  )
  return after.releases.flatMap(({ release: { id, origin }, status }) =>
    status === "failed" && rendered.has(resourceKey(id)) && "document" in origin
      ? [origin.document.file.path]
      : [],
  )
}
