import { posix } from "node:path"

/** The folder of a path; "" for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/")
  return slash < 0 ? "" : path.slice(0, slash)
}

/** The last step of a path. */
export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1)
}

/** Steps that need no normalizing, as those of most paths. */
const isPlain = /^[^./][^/]*(?:\/[^./][^/]*)*$/u

/** Joins and normalises; "" for the root. `undefined` when the path climbs above the root or is absolute. */
export function joinInside(folder: string, path: string): string | undefined {
  if (path.startsWith("/")) return undefined
  const plain = path.startsWith("./") ? path.slice(2) : path
  if (isPlain.test(plain) && (folder === "" || isPlain.test(folder)))
    return folder === "" ? plain : `${folder}/${plain}`
  const joined = posix.normalize(posix.join(folder, path)).replace(/\/$/u, "")
  if (joined === ".." || joined.startsWith("../")) return undefined
  return joined === "." ? "" : joined
}

/** `spec.path` inside an artifact: clamped at its root, as securejoin does (`flux-semantics.md` 5.1). */
export function clampInside(path: string): string {
  return posix.normalize(`/${path}`).replace(/^\/|\/$/gu, "")
}

/** Whether `path` is `folder` itself or lies below it. */
export function isInside(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`)
}

/** Every folder that has a file in it or below it, "" included. */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>([""])
  for (const path of paths) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder))
      folders.add(folder)
  }
  return folders
}
