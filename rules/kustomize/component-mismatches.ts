import type { FileEntry, KustomizationFile } from "#rule"

/** An entry whose target is of the other kind: a Component among `resources`, or a Kustomization among `components`. */
export interface ComponentMismatch {
  readonly file: KustomizationFile
  readonly entry: FileEntry
  readonly target: KustomizationFile
}

/** The mismatches in `files`; their targets are looked up in `all`. */
export function componentMismatches(
  files: readonly KustomizationFile[],
  all: readonly KustomizationFile[],
): readonly ComponentMismatch[] {
  const byFolder = new Map(all.map((file) => [file.folder, file]))
  return files.flatMap((file) =>
    file.entries.flatMap((entry) => {
      const target = entry.kind === "folder" ? byFolder.get(entry.target ?? "") : undefined
      const wanted = wantedKind(entry)
      if (!target || !wanted || target.component === (wanted === "Component")) return []
      return [{ file, entry, target }]
    }),
  )
}

function wantedKind({ field }: FileEntry): "Component" | "Kustomization" | undefined {
  if (field === "components") return "Component"
  return field === "resources" ? "Kustomization" : undefined
}
