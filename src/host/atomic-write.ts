import { randomBytes } from "node:crypto"
import { chmodSync, chownSync, renameSync, rmSync, type Stats, writeFileSync } from "node:fs"

/** Writes a file whole or not at all: beside its place first, then renamed into it. It belongs to whom `like` belongs to. */
export function writeAtomically(path: string, text: string, like?: Stats): void {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`
  try {
    writeFileSync(temporary, text, { flag: "wx" })
    if (like) copyOwner(temporary, like)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function copyOwner(path: string, { uid, gid, mode }: Stats): void {
  // Only root can give files away; whoever is not root writes files of their own.
  if (process.getuid?.() === 0) chownSync(path, uid, gid)
  chmodSync(path, mode & 0o7777)
}
