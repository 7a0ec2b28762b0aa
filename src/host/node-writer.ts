import { lstatSync, readFileSync, realpathSync, type Stats } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import type { FileWriter, ReadText } from "../fix/file-writer.ts"
import { writeAtomically } from "./atomic-write.ts"

/** Changes files of the disk; only such as are still what was read from them. */
export const nodeWriter: FileWriter = {
  refusal: (file) => check(file).refusal,
  replace: (file, text) => {
    // Between the choice of a fix and its writing lies a whole check: someone may have saved the file meanwhile.
    const { refusal, stats } = check(file)
    if (refusal !== undefined) return refusal
    try {
      writeAtomically(join(file.root, file.path), text, { ...(stats && { like: stats }) })
      return undefined
    } catch (error) {
      return `cannot be written: ${messageOf(error)}`
    }
  },
}

interface Checked {
  readonly refusal?: string
  readonly stats?: Stats
}

function check({ root, path, text }: ReadText): Checked {
  const place = join(root, path)
  try {
    const stats = lstatSync(place, { throwIfNoEntry: false })
    if (!stats) return { refusal: "is not there any more" }
    const refusal = refusalOf(stats, root, place) ?? difference(place, text)
    return refusal === undefined ? { stats } : { refusal }
  } catch (error) {
    return { refusal: `cannot be read: ${messageOf(error)}` }
  }
}

function refusalOf(stats: Stats, root: string, place: string): string | undefined {
  if (!stats.isFile()) return "is no file any more"
  const folder = relative(realpathSync(root), realpathSync(dirname(place)))
  if (folder === ".." || folder.startsWith(`..${sep}`)) return "lies outside of the checked folder"
  // Renaming another file into its place would not ask: the owner has said that it is not to change.
  return (stats.mode & 0o222) === 0 ? "is read-only" : undefined
}

function difference(place: string, text: string): string | undefined {
  const bytes = readFileSync(place)
  if (bytes.equals(Buffer.from(text, "utf8"))) return undefined
  const isSame = bytes.length > 1 && bytes.includes(0) && text.startsWith("\ufeff")
  return isSame ? "is not UTF-8" : "has changed since it was read"
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
