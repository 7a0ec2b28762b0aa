import { type FileEntry, joinPath, type KustomizationBuild, type Problem } from "#rule"
import { repositoryFolder } from "./artifact-paths.ts"
import type { Closure } from "./closure.ts"
import type { Failure } from "./failure.ts"

/** A file or folder that a kustomization file lists twice: all of its objects are there twice then. */
export function repeatedEntry(
  { cause, folder, entry }: Failure,
  { paths, kustomizationFiles }: Closure,
  { path }: KustomizationBuild,
): Pick<Problem, "at" | "related" | "help"> | undefined {
  if (!/already registered id/u.test(cause)) return undefined
  const place = repositoryFolder(paths, folder ?? path)
  const file = place === undefined || entry === undefined ? undefined : joinPath(place, entry)
  for (const { document, entries } of kustomizationFiles) {
    const isMeant = ({ target, field }: FileEntry): boolean =>
      target !== undefined &&
      (target === file || target === place) &&
      (field === "resources" || field === "components")
    const [first, second] = entries.filter(isMeant)
    if (!first || !second) continue
    return {
      at: { document, path: second.path, part: "value" },
      help: `Remove one of the two entries for \`${second.target}\`.`,
      related: [
        { at: { document, path: first.path, part: "value" }, message: "the first entry for it" },
      ],
    }
  }
  return undefined
}
