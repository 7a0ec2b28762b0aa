import { realpathSync, statSync } from "node:fs"
import { basename, dirname, join, sep } from "node:path"
import type { FileIdentity } from "./io.ts"

/** Where a run writes. */
export interface Written {
  /** Absolute. */
  readonly files: readonly string[]
  /** Absolute; all below them is written by sluice alone. */
  readonly folders: readonly string[]
  /** The files behind stdout and stderr: the shell has opened them, and no name is known. */
  readonly streams: readonly FileIdentity[]
}

/** Tells the files that a run writes itself from those of the user: by name, through symbolic links too, or by identity. */
export function ownFiles({ files, folders, streams }: Written): (path: string) => boolean {
  return (path) => {
    const place = realPath(path)
    return (
      // Reports are written beside their place first.
      files.some((file) => `${place}.`.startsWith(`${realPath(file)}.`)) ||
      folders.some((folder) => `${place}${sep}`.startsWith(`${realPath(folder)}${sep}`)) ||
      isOneOf(streams, path)
    )
  }
}

/** The name may be gone, or not be there yet; its folder is. */
function realPath(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    return path
  }
}

function isOneOf(files: readonly FileIdentity[], path: string): boolean {
  if (files.length === 0) return false
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return files.some((file) => file.dev === dev && file.ino === ino)
  } catch {
    return false
  }
}
