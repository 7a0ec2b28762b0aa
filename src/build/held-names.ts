import type { HeldName, KustomizationFile } from "../model/index.ts"
import { byFolder, filesReached } from "../parse/closure.ts"
import { listAt, stringAt } from "../yaml/index.ts"
import type { BuildFiles } from "./build-files.ts"

/**
 * Answers whether the files and folders of `targets`, which a build has left out, may define an object of a name.
 * Undefined ones lie outside the checked root.
 */
export function heldNames(
  files: BuildFiles,
  targets: readonly (string | undefined)[],
): (name: string) => HeldName {
  let texts: readonly (readonly string[])[] | undefined
  return (name) => {
    texts ??= targets.map((target) => (target === undefined ? [] : textsAt(files, target)))
    if (texts.flat().some((text) => text.includes(name))) return "written"
    if (!texts.some((own) => own.length === 0)) return "no"
    // An entry that leads nowhere is mostly a name that was misspelt or moved: what it meant is still here.
    return files.kustomizationFiles.some((file) => generates(file, name)) ? "written" : "unseen"
  }
}

/** The text of a file, or of all that a folder leads to; none for what does not exist. */
function textsAt(
  { tree, kustomizationFiles, fileAt }: BuildFiles,
  target: string,
): readonly string[] {
  const file = fileAt(target)
  if (file) return [file.source.text]
  const paths = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path)
  return [...filesReached(target, paths, byFolder(kustomizationFiles))].flatMap(
    (path) => fileAt(path)?.source.text ?? [],
  )
}

function generates({ document }: KustomizationFile, name: string): boolean {
  return ["configMapGenerator", "secretGenerator"].some((field) =>
    listAt(document.content, [field]).some((entry) => stringAt(entry, ["name"]) === name),
  )
}
