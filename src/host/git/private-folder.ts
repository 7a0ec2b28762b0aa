import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A folder that no other user can look into, gone when the work is done. */
export interface PrivateFolder {
  readonly path: string
  /** Writes a file that only this user can read, and gives its path. */
  write(name: string, content: string, mode?: number): string
  makeFolder(name: string): string
}

/** Lends a folder for the time of `work`. */
export async function withPrivateFolder<Result>(
  work: (folder: PrivateFolder) => Promise<Result>,
): Promise<Result> {
  const path = mkdtempSync(join(tmpdir(), "sluice-git-"))
  chmodSync(path, 0o700)
  try {
    return await work({
      path,
      write: (name, content, mode = 0o600) => {
        const file = join(path, name)
        writeFileSync(file, content, { mode, flag: "wx" })
        return file
      },
      makeFolder: (name) => {
        const folder = join(path, name)
        mkdirSync(folder, { mode: 0o700 })
        return folder
      },
    })
  } finally {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
}
