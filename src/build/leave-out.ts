import { baseOf, isInside } from "../load/folders.ts"
import type { FileEntry, KustomizationBuild, KustomizationFile } from "../model/index.ts"
import { byFolder, filesReached } from "../parse/closure.ts"
import { isKustomizationFileName } from "../parse/kustomization-files.ts"
import { writtenObjects } from "../resolve/written-objects.ts"
import { type FieldPath, isList, isObject, type JsonValue } from "../yaml/index.ts"
import type { BuildFiles, ListedComponent } from "./build-files.ts"
import { heldNames } from "./held-names.ts"
import { fileTree, type SourceTree } from "./source-tree.ts"

/** A tree that lacks some of what a build would read. */
export interface Reduced {
  readonly tree: SourceTree
  /** Which entries of `spec.components` were left out too, by index. */
  readonly components: ReadonlySet<number>
  /** What was left out, as written. */
  readonly left: readonly string[]
  readonly mayHold: NonNullable<KustomizationBuild["mayHold"]>
}

/** Leaves out what kustomize would fetch from the network, so that the rest can be built: nothing is fetched. */
export function withoutRemote(files: BuildFiles): Reduced {
  return reduce(files, { leavesEntry: isRemote })
}

function isRemote({ kind, field }: FileEntry): boolean {
  return (
    (kind === "remote" || kind === "elsewhere") &&
    ["resources", "components", "generator"].includes(field)
  )
}

/**
 * Leaves out what a build cannot read (missing files, YAML that kustomize refuses, files that hold no Kubernetes object,
 * folders of the wrong sort), so that one bad file does not hide what the others define.
 */
export function withoutBroken(files: BuildFiles): Reduced {
  const index = byFolder(files.kustomizationFiles)
  const isWrongSort = ({ kind, field, target }: FileEntry): boolean => {
    const found = kind === "folder" && target !== undefined ? index.get(target) : undefined
    return found !== undefined && found.component !== (field === "components")
  }
  const isBroken = (entry: FileEntry): boolean =>
    ["resources", "components", "generator", "patches"].includes(entry.field) &&
    (entry.kind === "missing" ||
      entry.kind === "outside" ||
      isWrongSort(entry) ||
      (entry.target !== undefined && isRefused(files, entry.target)))
  return reduce(files, {
    leavesEntry: isBroken,
    leavesComponent: ({ folder }) => index.get(folder)?.component !== true,
    unnamed: {
      leavesFile: (path) => isUnreadable(files, path) || isRival(files, path),
      leavesFolder: ({ component }) => component,
    },
  })
}

/** kustomize's reader stops at syntax errors and at repeated keys. */
function isRefused({ fileAt }: BuildFiles, path: string): boolean {
  return (
    fileAt(path)?.documents.some(
      ({ syntaxErrors, repeatedKeys }) => syntaxErrors.length > 0 || repeatedKeys.length > 0,
    ) ?? false
  )
}

/** A second kustomization file in a folder: the first is kept. */
function isRival({ kustomizationFiles }: BuildFiles, path: string): boolean {
  const own = kustomizationFiles.findIndex((file) => file.path === path)
  return kustomizationFiles.some((file, index) => index < own && file.rivals.includes(path))
}

/** A file that the generator picks up and cannot decode (`flux-semantics.md` 5.2). */
function isUnreadable(files: BuildFiles, path: string): boolean {
  if (isKustomizationFileName(baseOf(path))) return false
  const documents = files.fileAt(path)?.documents
  if (!documents) return /\.ya?ml$/u.test(path)
  return documents.some(
    (document) =>
      document.syntaxErrors.length > 0 ||
      (document.content !== undefined &&
        document.content !== null &&
        writtenObjects(document).length === 0),
  )
}

/** Decides what is left out. */
interface Choice {
  readonly leavesEntry: (entry: FileEntry) => boolean
  readonly leavesComponent?: (component: ListedComponent) => boolean
  readonly unnamed?: UnnamedChoice
}

/** Decides on what no entry names. */
interface UnnamedChoice {
  /** For files that Flux's generator picks up. */
  readonly leavesFile: (path: string) => boolean
  /** For folders that the generator takes whole. */
  readonly leavesFolder: (file: KustomizationFile) => boolean
}

function reduce(files: BuildFiles, choice: Choice): Reduced {
  const { tree, digest } = files
  const { leavesEntry, leavesComponent, unnamed } = choice
  const withSuch = files.kustomizationFiles.filter(({ entries }) => entries.some(leavesEntry))
  // Most repositories have nothing of the kind, and many builds.
  const reached = withSuch.length > 0 || unnamed ? reachedFrom(files) : none
  const affected = withSuch.filter(({ path }) => reached.has(path))
  const dropped = unnamed ? droppedFiles(files, reached, unnamed) : none
  const components = files.components.filter((component) => leavesComponent?.(component) ?? false)
  const entries = affected.flatMap((file) => file.entries.filter(leavesEntry))
  const left = [...entries, ...components].map(({ text }) => text).concat([...dropped])
  const rewritten = new Map(affected.map((file) => [file.path, rewrite(file, leavesEntry)]))
  const kept = (): ReadonlyMap<string, Uint8Array> =>
    new Map(
      [...tree.tree.files].flatMap(([path, bytes]) => {
        const place = tree.repositoryPath(path) ?? path
        return dropped.has(place) ? [] : [[path, rewritten.get(place) ?? bytes] as const]
      }),
    )
  const isSame = rewritten.size === 0 && dropped.size === 0
  const targets = [
    ...entries.map(({ target }) => target),
    ...components.map(({ folder }) => folder),
    ...dropped,
  ]
  return {
    tree: isSame ? tree : { ...tree, tree: fileTree(kept(), digest) },
    components: new Set(components.map(({ index }) => index)),
    left,
    mayHold: heldNames(files, targets),
  }
}

const none: ReadonlySet<string> = new Set()

function reachedFrom(files: BuildFiles): ReadonlySet<string> {
  const { tree, folder, components, kustomizationFiles } = files
  const paths = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path)
  const index = byFolder(kustomizationFiles)
  const folders = [folder, ...components.map((component) => component.folder)]
  return new Set(folders.flatMap((start) => [...filesReached(start, paths, index)]))
}

function droppedFiles(
  files: BuildFiles,
  reached: ReadonlySet<string>,
  { leavesFile, leavesFolder }: UnnamedChoice,
): ReadonlySet<string> {
  const { kustomizationFiles, tree } = files
  const listed = new Set(
    kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)),
  )
  const rivals = kustomizationFiles.flatMap((file) => (reached.has(file.path) ? file.rivals : []))
  const candidates = [...reached, ...rivals].filter((path) => !listed.has(path))
  const starts = [files.folder, ...files.components.map(({ folder }) => folder)]
  const folders = kustomizationFiles
    .filter(({ path, folder }) => reached.has(path) && !listed.has(folder))
    .filter((file) => !starts.includes(file.folder) && leavesFolder(file))
  const inside = [...tree.tree.files.keys()]
    .map((path) => tree.repositoryPath(path) ?? path)
    .filter((path) => folders.some(({ folder }) => isInside(path, folder)))
  return new Set([...candidates.filter(leavesFile), ...inside])
}

function rewrite(
  { document, entries }: KustomizationFile,
  leaves: (entry: FileEntry) => boolean,
): Uint8Array {
  // The path of a patch's file is a field of the patch, which goes as a whole.
  const left = new Set(
    entries
      .filter(leaves)
      .map(({ field, path }) => JSON.stringify(field === "patches" ? path.slice(0, 2) : path)),
  )
  return new TextEncoder().encode(JSON.stringify(without(document.content ?? {}, left, [])))
}

/** A copy of `value` that lacks the list elements at the paths of `left`. */
function without(value: JsonValue, left: ReadonlySet<string>, path: FieldPath): JsonValue {
  if (isList(value)) {
    return value.flatMap((element, index) => {
      const inner = [...path, index]
      return left.has(JSON.stringify(inner)) ? [] : [without(element, left, inner)]
    })
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, element]) => [key, without(element, left, [...path, key])]),
  )
}
