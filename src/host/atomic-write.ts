import { randomBytes } from "node:crypto"
import { renameSync, rmSync, writeFileSync } from "node:fs"

/** Writes a file whole or not at all: beside its place first, then renamed into it. */
export function writeAtomically(path: string, text: string): void {
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`
  try {
    writeFileSync(temporary, text, { flag: "wx" })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
