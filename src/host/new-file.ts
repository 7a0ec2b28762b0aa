import { lstatSync, mkdirSync, realpathSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { writeAtomically } from "./atomic-write.ts"

/** Why a new file cannot be written below `root`; undefined when it can. No link leads it out. */
export function newFileRefusal(root: string, path: string): string | undefined {
  if (isThere(join(root, path))) return "it is there already"
  let folder = dirname(join(root, path))
  while (!isThere(folder)) folder = dirname(folder)
  try {
    const place = relative(realpathSync(root), realpathSync(folder))
    const isOutside = place === ".." || place.startsWith(`..${sep}`)
    if (isOutside) return "its folder lies outside of the repository"
    return lstatSync(realpathSync(folder)).isDirectory() ? undefined : "its folder is a file"
  } catch {
    return "its folder is a link that leads nowhere"
  }
}

/** Writes a new file whole, with the folders that it needs. */
export function writeNewFile(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeAtomically(join(root, path), content)
}

function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch {
    // Nothing is there, or a folder on the way is a file.
    return false
  }
}
