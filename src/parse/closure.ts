import { folderOf, isInside } from "../load/folders.ts"
import type { KustomizationFile } from "../model/index.ts"

/** Kustomization files by folder. */
export type KustomizationFilesByFolder = ReadonlyMap<string, KustomizationFile>

/** The list of a repository is asked for again with each build. */
const knownIndices = new WeakMap<readonly KustomizationFile[], KustomizationFilesByFolder>()

/** Index for {@link filesReached}; the first file of a folder wins. */
export function byFolder(files: readonly KustomizationFile[]): KustomizationFilesByFolder {
  const known = knownIndices.get(files)
  if (known) return known
  const index = new Map([...files].reverse().map((file) => [file.folder, file]))
  knownIndices.set(files, index)
  return index
}

/**
 * The files that a build of `folder` reads: the closure of its kustomization file, or, without one, what Flux's
 * generator picks up (`flux-semantics.md` 5.2). Statically, so also where the build itself fails.
 */
export function filesReached(
  folder: string,
  paths: readonly string[],
  kustomizationFiles: KustomizationFilesByFolder,
): ReadonlySet<string> {
  const reached = new Set<string>()
  visitFolder(folder, { paths, kustomizationFiles, reached, visited: new Set() })
  return reached
}

interface Walk {
  readonly paths: readonly string[]
  readonly kustomizationFiles: KustomizationFilesByFolder
  readonly reached: Set<string>
  readonly visited: Set<string>
}

function visitFolder(folder: string, walk: Walk): void {
  if (walk.visited.has(folder)) return
  walk.visited.add(folder)
  const kustomizationFile = walk.kustomizationFiles.get(folder)
  if (!kustomizationFile) {
    visitGenerated(folder, walk)
    return
  }
  walk.reached.add(kustomizationFile.path)
  for (const { kind, target } of kustomizationFile.entries) {
    if (target === undefined) continue
    if (kind === "folder") visitFolder(target, walk)
    else if (kind === "file") walk.reached.add(target)
  }
}

function visitGenerated(folder: string, walk: Walk): void {
  for (const path of walk.paths) {
    if (!isInside(path, folder) || !/\.ya?ml$/u.test(path)) continue
    const owner = nearestKustomization(folderOf(path), folder, walk.kustomizationFiles)
    if (owner === undefined) walk.reached.add(path)
    else visitFolder(owner, walk)
  }
}

/** The topmost folder between `root` (exclusive) and `folder` (inclusive) that has a kustomization file of its own. */
function nearestKustomization(
  folder: string,
  root: string,
  kustomizationFiles: KustomizationFilesByFolder,
): string | undefined {
  let found: string | undefined
  for (
    let current = folder;
    current !== root && isInside(current, root);
    current = folderOf(current)
  ) {
    if (kustomizationFiles.has(current)) found = current
    if (current === "") break
  }
  return found
}
