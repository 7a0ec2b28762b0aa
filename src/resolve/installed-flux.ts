import { clampInside } from "../load/folders.ts"
import { isKind, kinds } from "../model/index.ts"
import { byFolder, filesReached } from "../parse/closure.ts"
import { stringAt } from "../yaml/index.ts"
import type { ClusterRoot } from "./cluster-root.ts"
import type { FoundVersion } from "./flux-version.ts"
import type { Repository } from "./repository.ts"
import { type WrittenObject, writtenObjects } from "./written-objects.ts"

/**
 * A root with the version of the release that its cluster installs Flux from, where no gotk-components.yaml and no
 * FluxInstance states one. Read from the files, since the build itself depends on the version.
 */
export function withInstalledFlux(repository: Repository, root: ClusterRoot): ClusterRoot {
  if (root.fluxVersion) return root
  for (const object of clusterObjects(repository, root)) {
    const fluxVersion = releaseOf(object)
    if (fluxVersion) return { ...root, fluxVersion }
  }
  return root
}

/** `https://github.com/fluxcd/flux2` or `oci://ghcr.io/fluxcd/flux-manifests`, with a tag or a range of versions. */
function releaseOf({ manifest, document }: WrittenObject): FoundVersion | undefined {
  const url = stringAt(manifest, ["spec", "url"]) ?? ""
  if (!/(?:\/fluxcd\/flux2(?:\.git)?|\/flux-manifests)\/?$/u.test(url)) return undefined
  const tag = /^v?\d+\.\d+\.\d+/u.exec(stringAt(manifest, ["spec", "ref", "tag"]) ?? "")?.[0]
  const text = tag ?? stringAt(manifest, ["spec", "ref", "semver"])
  return text === undefined ? undefined : { text, from: document.file.path }
}

/** What the files say that a cluster applies: those of its folder, and of the paths that its Kustomizations name. */
function clusterObjects(
  { files, paths, kustomizationFiles }: Repository,
  { path, sourceFolder, objects }: ClusterRoot,
): readonly WrittenObject[] {
  const index = byFolder(kustomizationFiles)
  const byPath = new Map(files.map((file) => [file.source.path, file]))
  const inFolder = (own: string): string => [sourceFolder, own].filter((part) => part).join("/")
  const found = new Set(objects.flatMap((object) => ("written" in object ? object.written : [])))
  const folders = new Set([path])
  const visited = new Set<string>()
  // The set grows while it is walked.
  for (const folder of folders) {
    for (const file of filesReached(folder, paths, index)) {
      if (visited.has(file)) continue
      visited.add(file)
      for (const object of byPath.get(file)?.documents.flatMap(writtenObjects) ?? []) {
        found.add(object)
        const own = isKind(object.id, kinds.Kustomization) ? pathOf(object) : ""
        if (own !== "") folders.add(inFolder(own))
      }
    }
  }
  return [...found]
}

function pathOf({ manifest }: WrittenObject): string {
  return clampInside(stringAt(manifest, ["spec", "path"]) ?? "")
}
