import { clampInside } from "../load/folders.ts"
import { isKind, kinds } from "../model/index.ts"
import { byFolder, filesReached } from "../parse/closure.ts"
import { stringAt } from "../yaml/index.ts"
import type { ClusterRoot } from "./cluster-root.ts"
import type { Repository } from "./repository.ts"
import type { WrittenObject } from "./written-objects.ts"

/** Objects of files that no Kustomization leads to: what bootstrap scripts and people apply by hand. */
export function objectsOutside(
  { written, paths, kustomizationFiles }: Repository,
  roots: readonly ClusterRoot[],
): readonly WrittenObject[] {
  const index = byFolder(kustomizationFiles)
  const folders = new Set(roots.map(({ path }) => path))
  const sourceFolders = new Set(["", ...roots.map(({ sourceFolder }) => sourceFolder)])
  for (const { id, manifest } of written.all) {
    if (!isKind(id, kinds.Kustomization)) continue
    const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "")
    if (path === "") continue
    for (const folder of sourceFolders) folders.add(folder === "" ? path : `${folder}/${path}`)
  }
  const reached = new Set([...folders].flatMap((folder) => [...filesReached(folder, paths, index)]))
  return written.all.filter(({ document }) => !reached.has(document.file.path))
}
