import { chmodSync, cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Repository } from "./corpus.ts"

/** An empty folder that belongs to one test. */
export function makeScratch(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), "sluice-differential-"))
}

/** Deletes a folder of `makeScratch`. */
export function removeScratch(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** A copy of a repository that the reference may write to. */
export function copyOf(repository: Repository, scratch: string): string {
  const folder = join(scratch, repository.name)
  cpSync(repository.folder, folder, { recursive: true })
  // The corpus may be read-only, and a copy keeps its modes.
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644)
  }
  return folder
}
