import { baseOf } from "../load/folders.ts"
import type { FileEntry, KustomizationFile, ParsedFile } from "../model/index.ts"
import { byFolder, filesReached } from "../parse/closure.ts"
import { isKustomizationFileName } from "../parse/kustomization-files.ts"
import { writtenObjects } from "../resolve/written-objects.ts"
import { type FieldPath, isList, isObject, type JsonValue } from "../yaml/index.ts"
import { type Digest, fileTree, type SourceTree } from "./source-tree.ts"

/** What a build reads: a folder of the checked root, and the kustomization files that lead on from it. */
export interface BuildFiles {
  readonly tree: SourceTree
  /** Relative to the checked root. */
  readonly folder: string
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly fileAt: (path: string) => ParsedFile | undefined
  readonly digest: Digest
}

/** A tree that lacks some of what a build would read. */
export interface Reduced {
  readonly tree: SourceTree
  /** What was left out, as written. */
  readonly left: readonly string[]
  /** Whether what was left out may define an object of that name: a text that lacks it does not. */
  readonly mayHold: (name: string) => boolean
}

/** Leaves out what kustomize would fetch from the network, so that the rest can be built: nothing is fetched. */
export function withoutRemote(files: BuildFiles): Reduced {
  const isRemote = ({ kind, field }: FileEntry): boolean =>
    (kind === "remote" || kind === "elsewhere") &&
    ["resources", "components", "generator"].includes(field)
  return reduce(files, isRemote, () => false)
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
  return reduce(files, isBroken, (path) => isUnreadable(files, path) || isRival(files, path))
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

function reduce(
  files: BuildFiles,
  leavesEntry: (entry: FileEntry) => boolean,
  leavesFile: (path: string) => boolean,
): Reduced {
  const { tree, folder, digest } = files
  const paths = [...tree.tree.files.keys()].map((path) => tree.repositoryPath(path) ?? path)
  const index = byFolder(files.kustomizationFiles)
  const reached = filesReached(folder, paths, index)
  const affected = files.kustomizationFiles.filter(
    ({ path, entries }) => reached.has(path) && entries.some(leavesEntry),
  )
  const listed = new Set(
    files.kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)),
  )
  const rivals = files.kustomizationFiles.flatMap((file) =>
    reached.has(file.path) ? file.rivals : [],
  )
  const candidates = [...reached, ...rivals].filter((path) => !listed.has(path))
  const dropped = new Set(candidates.filter(leavesFile))
  if (affected.length === 0 && dropped.size === 0) return { tree, left: [], mayHold: () => false }
  const rewritten = new Map(affected.map((file) => [file.path, rewrite(file, leavesEntry)]))
  const kept = new Map<string, Uint8Array>()
  for (const [path, bytes] of tree.tree.files) {
    const place = tree.repositoryPath(path) ?? path
    if (!dropped.has(place)) kept.set(path, rewritten.get(place) ?? bytes)
  }
  const entries = affected.flatMap((file) => file.entries.filter(leavesEntry))
  return {
    tree: { ...tree, tree: fileTree(kept, digest) },
    left: [...entries.map(({ text }) => text), ...dropped],
    mayHold: (name) => mayHold(files, [...entries.map(({ target }) => target), ...dropped], name),
  }
}

function mayHold(
  { fileAt }: BuildFiles,
  paths: readonly (string | undefined)[],
  name: string,
): boolean {
  return paths.some((path) => {
    const file = path === undefined ? undefined : fileAt(path)
    return file === undefined || file.source.text.includes(name)
  })
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
