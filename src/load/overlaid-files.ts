import { posix } from "node:path"
import type { FileSystem } from "./file-system.ts"

const encoder = new TextEncoder()

/** The same files, with other texts for some of them, by path below `root`: what the repository would be after a change. */
export function overlaidFiles(
  files: FileSystem,
  root: string,
  texts: ReadonlyMap<string, string>,
): FileSystem {
  const overlaid = new Map([...texts].map(([path, text]) => [posix.join(root, path), text]))
  return {
    list: (folder) => files.list(folder),
    read: async (folder, path) => {
      const text = overlaid.get(posix.join(folder, path))
      return text === undefined ? await files.read(folder, path) : encoder.encode(text)
    },
  }
}
