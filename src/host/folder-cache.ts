import { readFileSync, statSync, utimesSync } from "node:fs"
import { join } from "node:path"
import type { Cache } from "../build/cache.ts"
import { writeForLater } from "./atomic-write.ts"
import { entryName, openEntry, sealEntry } from "./cache-entry.ts"

const day = 24 * 60 * 60 * 1000

/**
 * Results in a folder, one file each, encrypted (see {@link sealEntry}). An entry is written beside its place and renamed into it,
 * so readers never see half of one.
 */
export function folderCache(folder: string): Cache {
  return {
    get: async (kind, key) => readEntry(entryPath(folder, kind, key), key),
    put: async (kind, key, value) =>
      writeForLater(entryPath(folder, kind, key), sealEntry(key, value)),
  }
}

/** What others have remembered is used, and nothing is added: a stranger's repository leaves nothing behind. */
export function readOnly(cache: Cache): Cache {
  return { get: (kind, key) => cache.get(kind, key), put: async () => {} }
}

/** Remembers nothing. */
export const noCache: Cache = { get: async () => undefined, put: async () => {} }

function entryPath(folder: string, kind: string, key: string): string {
  const name = entryName(key)
  return join(folder, kind, name.slice(0, 2), name.slice(2))
}

function readEntry(path: string, key: string): Uint8Array | undefined {
  try {
    const content = openEntry(key, readFileSync(path))
    if (content) touch(path)
    return content
  } catch {
    return undefined
  }
}

/** What was used today is kept when the cache is pruned. */
function touch(path: string): void {
  const now = new Date()
  if (now.getTime() - statSync(path).mtimeMs > day) utimesSync(path, now, now)
}
