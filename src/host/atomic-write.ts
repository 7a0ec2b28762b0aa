import { randomBytes } from "node:crypto"
import {
  chmodSync,
  chownSync,
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs"
import { dirname } from "node:path"

/** How a file is written. */
export interface WriteOptions {
  /** It belongs to whom this belongs to. */
  readonly like?: Stats
  /** Its permissions, before any other is given. */
  readonly mode?: number
}

/** Writes a file whole or not at all: beside its place first, then renamed into it. */
export function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { like, mode }: WriteOptions = {},
): void {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`
  try {
    writeFileSync(temporary, content, { flag: "wx", ...(mode !== undefined && { mode }) })
    if (like) copyOwner(temporary, like)
    renameSync(temporary, path)
  } catch (error) {
    removeQuietly(temporary)
    throw error
  }
}

/** Writes a file of a cache, in a folder for its owner alone: a full or read-only disk makes runs slower, not wrong. */
export function writeForLater(path: string, content: Uint8Array): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeAtomically(path, content, { mode: 0o600 })
  } catch {
    // The next run does the work again.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // It was never made.
  }
}

function copyOwner(path: string, { uid, gid, mode }: Stats): void {
  // Only root can give files away; whoever is not root writes files of their own.
  if (process.getuid?.() === 0) chownSync(path, uid, gid)
  chmodSync(path, mode & 0o7777)
}
