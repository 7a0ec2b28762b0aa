import { createHash } from "node:crypto"
import { readdirSync, statSync } from "node:fs"
import { arch } from "node:os"
import { join, relative } from "node:path"
import { version } from "../cli/version.ts"
import { defaultCacheFolder, pruneCache } from "../host/cache-folder.ts"
import { logLine } from "../report/workflow-command.ts"
import type { Job } from "./job.ts"

/** sluice's cache folder, kept between runs by GitHub's cache. */
export interface ActionCache {
  /** Hands on what this run has added; nothing when it has added nothing. */
  save(): Promise<void>
}

/** A repository may keep 10 GiB in GitHub's cache, all workflows together. */
const maxBytes = 500 * 1024 * 1024

/**
 * Fetches the newest cache of this version. What is stored is named by its content, so that a run that adds nothing stores
 * nothing; a stranger's run stores nothing at all (`safety.md` row 22). A cache that fails costs time and nothing else.
 */
export async function openCache(
  job: Job,
  { readOnly }: { readonly readOnly: boolean },
): Promise<ActionCache | undefined> {
  const { isFeatureAvailable, restoreCache, saveCache } = await import("@actions/cache")
  if (!isFeatureAvailable()) {
    job.stdout.write("sluice: nothing is kept for the next run: this runner offers no cache.\n")
    return undefined
  }
  const folder = defaultCacheFolder(job.environment)
  const prefix = `sluice-${version}-${job.environment.RUNNER_OS ?? process.platform}-${arch()}-`
  const quietly = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      job.stdout.write(logLine(`sluice: the cache of the job cannot be used: ${reason}`))
    }
  }
  await quietly(() => restoreCache([folder], `${prefix}${contentDigest(folder)}`, [prefix]))
  const before = contentDigest(folder)
  return {
    save: async () => {
      if (readOnly || contentDigest(folder) === before) return
      pruneCache(folder, { maxBytes, maxAgeMs: Number.POSITIVE_INFINITY, now: Date.now() })
      await quietly(() => saveCache([folder], `${prefix}${contentDigest(folder)}`))
    },
  }
}

/** Tells one content of the folder from another: entries are never changed, only added and removed. */
function contentDigest(folder: string): string {
  const names = statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "pruned")
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : []
  return createHash("sha256").update(names.sort().join("\n")).digest("hex").slice(0, 32)
}
