import { clampInside, folderOf, foldersOf, isInside } from "../load/folders.ts"
import { isKind, kinds } from "../model/index.ts"
import { byFolder, filesReached, type KustomizationFilesByFolder } from "../parse/closure.ts"
import { stringAt } from "../yaml/index.ts"
import { type ClusterRoot, clusterName, dormantPath, withUniqueNames } from "./cluster-root.ts"
import { impliedRoot } from "./discover-roots.ts"
import { fluxVersionIn } from "./flux-version.ts"
import type { Repository } from "./repository.ts"
import type { WrittenObject } from "./written-objects.ts"

/**
 * The clusters of a repository that declares none: Kustomizations that no other Kustomization applies, else folders
 * called `clusters/<name>` (`flux-semantics.md` 9.1, 4). None at all where there are only bases.
 */
export function discoverOrphans(repository: Repository): readonly ClusterRoot[] {
  const index = byFolder(repository.kustomizationFiles)
  const orphans = orphanKustomizations(repository, index)
  if (orphans.length === 0) return conventionalRoots(repository)
  const groups = new Map<string, WrittenObject[]>()
  for (const orphan of orphans) {
    const folder = topFolder(folderOf(orphan.document.file.path), index, repository.paths)
    groups.set(folder, [...(groups.get(folder) ?? []), orphan])
  }
  return withUniqueNames(
    [...groups].map(([folder, objects]) => orphanRoot(repository, folder, objects, index)),
  )
}

function orphanKustomizations(
  repository: Repository,
  index: KustomizationFilesByFolder,
): readonly WrittenObject[] {
  const all = repository.written.all.filter(
    ({ id, document, manifest }) =>
      isKind(id, kinds.Kustomization) &&
      !dormantPath.test(document.file.path) &&
      // One that waits for a patch to name its source is applied by something else.
      stringAt(manifest, ["spec", "sourceRef", "name"]) !== undefined,
  )
  const folders = foldersOf(repository.paths)
  const claimed = new Set<string>()
  for (const { manifest, document } of all) {
    const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "")
    if (path === "" || !folders.has(path)) continue
    const reached = filesReached(path, repository.paths, index)
    if (reached.has(document.file.path)) continue
    for (const file of reached) claimed.add(file)
  }
  return all.filter(({ document }) => !claimed.has(document.file.path))
}

/** The outermost folder whose kustomization file leads here, so that its patches are applied. */
function topFolder(
  folder: string,
  index: KustomizationFilesByFolder,
  paths: readonly string[],
): string {
  let top = folder
  for (let current = folder; current !== ""; ) {
    current = folderOf(current)
    const file = index.get(current)
    if (
      file &&
      !file.component &&
      filesReached(current, paths, index).has(index.get(top)?.path ?? "")
    )
      top = current
  }
  return top
}

function orphanRoot(
  repository: Repository,
  folder: string,
  orphans: readonly WrittenObject[],
  index: KustomizationFilesByFolder,
): ClusterRoot {
  if (index.has(folder)) {
    const root = impliedRoot(repository, folder)
    if (root) return { ...root, partial: true }
  }
  const files = new Set(orphans.map(({ document }) => document.file))
  const version = fluxVersionIn(
    repository.files.filter(({ source }) => isInside(source.path, folder)),
  )
  return {
    name: clusterName(folder),
    path: folder,
    sourceFolder: sourceFolderFor(repository, orphans),
    objects: repository.written.all
      .filter(({ document }) => files.has(document.file))
      .map((written) => ({ written })),
    assumesSource: true,
    partial: true,
    ...(version ? { fluxVersion: version } : {}),
  }
}

/** The folder from which the paths of these Kustomizations exist. */
function sourceFolderFor(repository: Repository, orphans: readonly WrittenObject[]): string {
  const folders = foldersOf(repository.paths)
  for (const { document, manifest } of orphans) {
    const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "")
    if (path === "" || folders.has(path)) continue
    for (let current = folderOf(document.file.path); current !== ""; current = folderOf(current)) {
      if (folders.has(`${current}/${path}`)) return current
    }
  }
  return ""
}

/** `clusters/<name>` with Flux objects in it: what the tutorials write before anybody runs `flux bootstrap`. */
function conventionalRoots(repository: Repository): readonly ClusterRoot[] {
  const folders = new Set<string>()
  for (const { id, document } of repository.written.all) {
    const folder = /^(?:.*\/)?clusters\/[^/]+(?=\/)/u.exec(document.file.path)?.[0]
    if (
      folder !== undefined &&
      id.group.endsWith(".toolkit.fluxcd.io") &&
      !dormantPath.test(document.file.path)
    )
      folders.add(folder)
  }
  const roots = [...folders].sort().map((folder) => impliedRoot(repository, folder))
  return withUniqueNames(roots.filter((root) => root !== undefined))
}
