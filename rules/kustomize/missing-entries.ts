import {
  baseOf,
  type FileEntry,
  folderOf,
  isInside,
  type KustomizationBuild,
  type KustomizationFile,
  nearestName,
  valueAt,
  type Workspace,
} from "#rule"
import { type ListedComponent, specComponents } from "./closure.ts"
import { linkOnTheWay } from "./links.ts"

/** A folder that exists is still nothing to build when it has no kustomization file. */
export type MissingReason = "absent" | "no-kustomization-file"

/** An entry of a kustomization file that leads nowhere. */
export interface MissingEntry {
  readonly entry: FileEntry
  readonly reason: MissingReason
}

/** An entry of `spec.components` that leads nowhere. */
export interface MissingComponent {
  readonly component: ListedComponent
  readonly reason: MissingReason
}

/** The entries of a kustomization file that kustomize cannot load. */
export function missingEntries(
  file: KustomizationFile,
  workspace: Workspace,
): readonly MissingEntry[] {
  const folders = new Set(workspace.kustomizationFiles.map(({ folder }) => folder))
  return file.entries.flatMap((entry): readonly MissingEntry[] => {
    if (linkOnTheWay(workspace, entry.target) !== undefined) return []
    if (entry.kind === "missing") return [{ entry, reason: "absent" }]
    const needsFile = entry.field === "resources" || entry.field === "components"
    const { kind, target } = entry
    if (!needsFile || kind !== "folder" || target === undefined || folders.has(target)) return []
    return hasKustomizationFile(target, workspace)
      ? []
      : [{ entry, reason: "no-kustomization-file" }]
  })
}

/** The entries of `spec.components` that kustomize cannot load; `folder` is the one that `spec.path` names. */
export function missingComponents(
  build: KustomizationBuild,
  folder: string,
  workspace: Workspace,
): readonly MissingComponent[] {
  const ignored = valueAt(build.kustomization.manifest, ["spec", "ignoreMissingComponents"])
  return specComponents(build, folder).flatMap((component): readonly MissingComponent[] => {
    if (hasKustomizationFile(component.folder, workspace)) return []
    if (workspace.files.some(({ source }) => isInside(source.path, component.folder)))
      return [{ component, reason: "no-kustomization-file" }]
    return ignored === true ? [] : [{ component, reason: "absent" }]
  })
}

function hasKustomizationFile(folder: string, workspace: Workspace): boolean {
  const prefix = folder === "" ? "" : `${folder}/`
  return ["kustomization.yaml", "kustomization.yml", "Kustomization"].some((name) =>
    workspace.file(`${prefix}${name}`),
  )
}

/** How the entry of a file, or of a folder's `spec.components`, would be written for what it probably means. */
export function nearestEntry(
  file: Pick<KustomizationFile, "folder"> & { readonly path?: string },
  { text, target }: Pick<FileEntry, "text" | "target">,
  paths: ReadonlySet<string>,
): string | undefined {
  if (target === undefined) return undefined
  const folder = folderOf(target)
  const siblings = [...paths].filter(
    (path) => path !== "" && folderOf(path) === folder && path !== file.path,
  )
  const near = nearestSibling(baseOf(target), siblings.map(baseOf))
  if (near !== undefined) return text.replace(/[^/]+(\/*)$/u, `${near}$1`)
  const around = folderOf(file.folder) || file.folder
  const moved = [...paths].filter(
    (path) =>
      baseOf(path) === baseOf(target) && (isInside(path, around) || sharesFolder(path, target)),
  )
  const [only] = moved
  return moved.length === 1 && only !== undefined ? relativePath(file.folder, only) : undefined
}

/** Extensions count apart: `prod.yaml` is not near to `test.yaml` because both end alike. */
function nearestSibling(name: string, siblings: readonly string[]): string | undefined {
  const { stem, extension } = splitName(name)
  const parts = siblings.map((sibling) => ({ sibling, ...splitName(sibling) }))
  const renamed = parts.find((part) => part.stem === stem && part.extension !== extension)
  if (renamed) return renamed.sibling
  const same = parts.filter((part) => part.extension === extension)
  const near = nearestName(
    stem,
    same.map((part) => part.stem),
  )
  return same.find((part) => part.stem === near)?.sibling
}

function splitName(name: string): { readonly stem: string; readonly extension: string } {
  const stem = name.replace(/\.[^.]+$/u, "")
  return { stem, extension: name.slice(stem.length) }
}

function sharesFolder(left: string, right: string): boolean {
  const folder = baseOf(folderOf(right))
  return folder !== "" && baseOf(folderOf(left)) === folder
}

/** All files and folders that are known. */
export function allPaths(workspace: Workspace): ReadonlySet<string> {
  const paths = new Set<string>()
  for (const { source } of workspace.files) {
    for (let path = source.path; path !== "" && !paths.has(path); path = folderOf(path))
      paths.add(path)
  }
  return paths
}

/** `../base/deployment.yaml`: how `folder` names `path`. */
export function relativePath(folder: string, path: string): string {
  const from = folder === "" ? [] : folder.split("/")
  const to = path.split("/")
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/")
}
