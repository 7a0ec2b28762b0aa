import { type FileEntry, isInside, type KustomizationFile } from "#rule"
import { groupByFolder } from "./closure.ts"

/** An entry that leads back to a folder which is being built, or to a folder around one. */
export interface FolderCycle {
  readonly file: KustomizationFile
  readonly entry: FileEntry
  /** The files from the folder that is met again to `file`. */
  readonly chain: readonly KustomizationFile[]
}

/** Every entry that kustomize refuses with `cycle detected`, once; `starts` are the folders that builds begin with. */
export function folderCycles(
  files: readonly KustomizationFile[],
  starts: ReadonlySet<string>,
): readonly FolderCycle[] {
  const byFolder = groupByFolder(files)
  const found: FolderCycle[] = []
  const done = new Set<KustomizationFile>()
  const visit = (file: KustomizationFile, stack: readonly KustomizationFile[]): void => {
    done.add(file)
    const chain = [...stack, file]
    for (const entry of file.entries) {
      const { kind, target } = entry
      if (kind !== "folder" || target === undefined) continue
      // kustomize compares with all folders on the way: one that contains any of them counts as a cycle too.
      const start = chain.findIndex(({ folder }) => isInside(folder, target))
      if (start >= 0) found.push({ file, entry, chain: chain.slice(start) })
      else for (const next of byFolder.get(target) ?? []) if (!done.has(next)) visit(next, chain)
    }
  }
  const begins = files.filter(({ folder }) => starts.has(folder))
  for (const file of [...begins, ...files]) if (!done.has(file)) visit(file, [])
  return found
}
