import type { LoadedFile } from "../load/files.ts"
import { baseOf, foldersOf, isInside } from "../load/folders.ts"
import { createSourceIgnore } from "../load/source-ignore.ts"
import type { FileTree } from "./engine.ts"

/** The content of a source's artifact, and where each of its files stands in the checked root. */
export interface SourceTree {
  readonly tree: FileTree
  /** The path below the checked root that a file or folder of the artifact comes from. */
  repositoryPath(path: string): string | undefined
  /** Folders of the artifact whose content is not known (an `include` of another repository). */
  readonly unknown: readonly string[]
}

/** sha256 in hex, of bytes or of text. */
export type Digest = (content: Uint8Array | string) => string

const contentDigests = new WeakMap<Uint8Array, string>()

/** A tree of files, with an id over paths and contents. */
export function fileTree(files: ReadonlyMap<string, Uint8Array>, digest: Digest): FileTree {
  const lines = [...files].map(([path, bytes]) => `${path}\0${digestOf(bytes, digest)}`).sort()
  return { id: digest(lines.join("\n")), files }
}

/** The digest of a file's content, computed once. */
export function digestOf(bytes: Uint8Array, digest: Digest): string {
  let known = contentDigests.get(bytes)
  if (known === undefined) {
    known = digest(bytes)
    contentDigests.set(bytes, known)
  }
  return known
}

/** What makes an artifact out of a folder of the checked root. */
export interface FolderSource {
  readonly files: readonly LoadedFile[]
  /** The folder that the artifact's root stands for; "" for the checked root. */
  readonly folder: string
  /** `spec.ignore` of the source. */
  readonly ignore?: string | undefined
  readonly digest: Digest
  /** Whose exclusions hold; those of git unless told. */
  readonly defaults?: "git" | "bucket"
}

/** The artifact that a GitRepository makes of a checkout: without what `.sourceignore` and the defaults leave out. */
export function folderTree({
  files,
  folder,
  ignore,
  digest,
  defaults = "git",
}: FolderSource): SourceTree {
  const strip = folder === "" ? 0 : folder.length + 1
  const inside = files.filter(({ path }) => isInside(path, folder))
  const decoder = new TextDecoder()
  const ignoreFiles = new Map(
    inside
      .filter(({ path }) => baseOf(path) === ".sourceignore")
      .map(({ path, bytes }) => [path.slice(strip), decoder.decode(bytes)]),
  )
  const leftOut = createSourceIgnore({
    files: ignoreFiles,
    ...(ignore === undefined ? {} : { ignore }),
    defaults,
  })
  const kept = new Map<string, Uint8Array>()
  for (const { path, bytes } of inside) {
    const own = path.slice(strip)
    if (!leftOut(own)) kept.set(own, bytes)
  }
  return {
    tree: fileTree(kept, digest),
    repositoryPath: (path) => (folder === "" ? path : path === "" ? folder : `${folder}/${path}`),
    unknown: [],
  }
}

/** A tree put together file by file, each with the place it comes from. */
export function composedTree(
  files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly from: string | undefined }>,
  digest: Digest,
  unknown: readonly string[] = [],
): SourceTree {
  const contents = new Map([...files].map(([path, { bytes }]) => [path, bytes]))
  return {
    tree: fileTree(contents, digest),
    repositoryPath: (path) => files.get(path)?.from,
    unknown,
  }
}

/** Whether a path may exist in a tree although its files are not known. */
export function isUnknown(tree: SourceTree, path: string): boolean {
  return tree.unknown.some((folder) => isInside(path, folder) || isInside(folder, path))
}

/** Every folder of a tree. */
export function treeFolders(tree: SourceTree): ReadonlySet<string> {
  return foldersOf(tree.tree.files.keys())
}
