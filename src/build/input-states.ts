import type { FileTree } from "./engine.ts"

/** Describes what a build would see at the paths that an earlier build has looked at. */
export interface InputStates {
  /** Equal for two trees exactly when all of `paths` are the same in both: contents, folder listings, absences. */
  of(tree: FileTree, paths: readonly string[]): string
}

type Digest = (content: string | Uint8Array) => string

/** Remembers digests of contents and the folders of trees, for as long as these live. */
export function createInputStates(digest: Digest): InputStates {
  const contents = new WeakMap<Uint8Array, string>()
  const listings = new WeakMap<FileTree, ReadonlyMap<string, string>>()

  const contentDigest = (bytes: Uint8Array): string => {
    const known = contents.get(bytes) ?? digest(bytes)
    contents.set(bytes, known)
    return known
  }
  const listingsOf = (tree: FileTree): ReadonlyMap<string, string> => {
    const known = listings.get(tree) ?? listFolders(tree.files.keys())
    listings.set(tree, known)
    return known
  }
  const stateOf = (tree: FileTree, path: string): string => {
    const bytes = tree.files.get(path)
    if (bytes) return `file ${contentDigest(bytes)}`
    const listing = listingsOf(tree).get(path)
    return listing === undefined ? "absent" : `folder ${listing}`
  }
  return {
    of: (tree, paths) =>
      digest(JSON.stringify(paths.map((path) => [path, stateOf(tree, normalize(path))]))),
  }
}

/** The names in each folder, "" for the root; folders end in a slash, so that a file is no folder of its name. */
function listFolders(paths: Iterable<string>): ReadonlyMap<string, string> {
  const folders = new Map<string, Set<string>>([["", new Set()]])
  const add = (path: string, suffix: string): void => {
    const slash = path.lastIndexOf("/")
    const folder = slash < 0 ? "" : path.slice(0, slash)
    const names = folders.get(folder)
    const name = path.slice(slash + 1) + suffix
    if (names) {
      names.add(name)
      return
    }
    folders.set(folder, new Set([name]))
    add(folder, "/")
  }
  for (const path of paths) add(path, "")
  return new Map([...folders].map(([folder, names]) => [folder, JSON.stringify([...names].sort())]))
}

function normalize(path: string): string {
  const trimmed = path.replace(/^(?:\.?\/)+/u, "").replace(/\/+$/u, "")
  return trimmed === "." ? "" : trimmed
}
