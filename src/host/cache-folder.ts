import { lstatSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { cacheKinds } from "../build/cache.ts"

type Environment = Readonly<Record<string, string | undefined>>

/** Room for the results of a few large repositories; the oldest go first. */
export const defaultCacheBytes: number = 2 * 1024 * 1024 * 1024

/** Where results are kept unless the user says otherwise; no folder without a home. */
export function defaultCacheFolder(environment: Environment): string {
  const base = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), ".cache")
  return join(base, "sluice")
}

export interface CacheUsage {
  readonly entries: number
  readonly bytes: number
}

/** How much a cache folder holds; nothing when it is not there. */
export function cacheUsage(folder: string): CacheUsage {
  return usageOf(listEntries(folder))
}

/** What is removed: entries that have not been used for `maxAgeMs`, then the oldest until `maxBytes` are left. */
export interface PruneLimits {
  readonly maxBytes: number
  readonly maxAgeMs: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Removes what is old or too much, and what is left of interrupted writes; says what was removed. */
export function pruneCache(folder: string, { maxBytes, maxAgeMs, now }: PruneLimits): CacheUsage {
  const newestFirst = [...listEntries(folder)].sort((left, right) => right.usedMs - left.usedMs)
  let kept = 0
  const removed = newestFirst.filter(({ path, bytes, usedMs }) => {
    const isStale = path.endsWith(".tmp") ? now - usedMs > 3_600_000 : now - usedMs > maxAgeMs
    if (isStale || kept + bytes > maxBytes) return true
    kept += bytes
    return false
  })
  for (const { path } of removed) rmSync(path, { force: true })
  return usageOf(removed)
}

const day = 24 * 60 * 60 * 1000

/** Once a day, keeps the cache below `maxBytes`. */
export function pruneDaily(folder: string, maxBytes: number, now: number): void {
  const marker = join(folder, "pruned")
  const last = statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (now - last < day) return
  try {
    writeFileSync(marker, "")
    pruneCache(folder, { maxBytes, maxAgeMs: Number.POSITIVE_INFINITY, now })
  } catch {
    // There is no cache, or it is another user's.
  }
}

/** Removes everything that sluice keeps in the folder, and nothing else. */
export function cleanCache(folder: string): CacheUsage {
  const entries = listEntries(folder)
  for (const kind of kindsOf(folder)) rmSync(join(folder, kind), { recursive: true, force: true })
  return usageOf(entries)
}

interface Entry extends CacheUsage {
  readonly path: string
  readonly usedMs: number
}

/** Where Node keeps what it has compiled of sluice's own code. */
export const codeFolder = "code"

/** The names that sluice gives; a user may have named a folder that holds other things too. */
const ownNames: ReadonlySet<string> = new Set([...cacheKinds, codeFolder, "pruned"])
const unpackedEngine = /^engine-[0-9a-f]{64}\.wasm/u

function kindsOf(folder: string): readonly string[] {
  return readNames(folder).filter((name) => ownNames.has(name) || unpackedEngine.test(name))
}

function listEntries(folder: string): readonly Entry[] {
  return kindsOf(folder).flatMap((kind) => entriesBelow(join(folder, kind)))
}

function entriesBelow(path: string): readonly Entry[] {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats) return []
  if (stats.isDirectory()) return readNames(path).flatMap((name) => entriesBelow(join(path, name)))
  return [{ path, bytes: stats.size, usedMs: stats.mtimeMs, entries: 1 }]
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function usageOf(entries: readonly CacheUsage[]): CacheUsage {
  return { entries: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) }
}
