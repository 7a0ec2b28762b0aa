import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
} from "node:fs"
import { join } from "node:path"
import type { FileSystem, ListedFile } from "../load/file-system.ts"
import { LimitError } from "../model/errors.ts"
import { gitFiles } from "./git.ts"

/** Larger trees are no GitOps repositories (`safety.md` row 4). */
export const maxFiles: number = 200_000
export const maxTreeBytes: number = 1024 * 1024 * 1024

/** What holds no files of a repository. */
const skippedNames: ReadonlySet<string> = new Set([".git", "node_modules"])

/**
 * The disk. Inside a git work tree, git says which files there are: what it tracks, and what it does not ignore.
 * Elsewhere, or without git, all files are listed. Calls are synchronous inside: thousands of small reads are faster so.
 */
export function nodeFiles(environment: Readonly<Record<string, string | undefined>>): FileSystem {
  return {
    list: async (root) => {
      const tracked = await gitFiles(root, environment)
      const collected = new FileList()
      if (tracked) listTracked(root, tracked, collected)
      else walk(root, "", collected)
      return collected.sorted()
    },
    read: async (root, path) => readWithoutFollowing(join(root, path)),
  }
}

/** A link that took a file's place since it was listed is not followed. */
function readWithoutFollowing(path: string): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

class FileList {
  readonly #files: ListedFile[] = []
  #bytes = 0

  add(path: string, stats: Stats): void {
    this.#files.push({ path, size: stats.size, link: stats.isSymbolicLink() })
    this.#bytes += stats.size
    if (this.#files.length > maxFiles)
      throw new LimitError(`There are more than ${maxFiles} files.`)
    if (this.#bytes > maxTreeBytes)
      throw new LimitError(`The files have more than ${maxTreeBytes} bytes.`)
  }

  sorted(): readonly ListedFile[] {
    return this.#files.sort((left, right) => (left.path < right.path ? -1 : 1))
  }
}

function listTracked(root: string, paths: readonly string[], files: FileList): void {
  for (const path of new Set(paths)) {
    const isSkipped = path.split("/").some((step) => skippedNames.has(step))
    const stats = isSkipped ? undefined : lstatSync(join(root, path), { throwIfNoEntry: false })
    // A folder in the index is a submodule; its files are in the artifact when Flux clones it recursively.
    if (stats?.isDirectory() && !path.endsWith("/")) walk(root, path, files)
    else if (stats && isListed(stats)) files.add(path, stats)
  }
}

function walk(root: string, folder: string, files: FileList): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`
    // `.git` is a file in submodules.
    if (skippedNames.has(entry.name)) continue
    if (entry.isDirectory()) walk(root, path, files)
    else if (isListed(entry)) {
      const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
      if (stats) files.add(path, stats)
    }
  }
}

/** Pipes, sockets and devices are never opened. */
function isListed(entry: Dirent | Stats): boolean {
  return entry.isFile() || entry.isSymbolicLink()
}
