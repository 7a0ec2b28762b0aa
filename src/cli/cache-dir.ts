import { resolve } from "node:path"
import { defaultCacheFolder } from "../host/cache-folder.ts"
import type { CommandContext } from "./command-context.ts"

/** Where results are kept; undefined with `--no-cache`. */
export function cacheFolder({ flags, io, cwd }: CommandContext): string | undefined {
  if (flags.switch("no-cache")) return undefined
  const folder = flags.text("cache-dir")
  return folder === undefined ? defaultCacheFolder(io.environment) : resolve(cwd, folder)
}

/**
 * Where compiled code of sluice itself is kept; undefined where it is not. Node runs what it finds there, and cannot tell by a digest
 * that nobody has changed it: so not in CI, where a cache goes from job to job, and not when a stranger's repository is
 * checked.
 */
export function compiledCodeFolder(context: CommandContext): string | undefined {
  const { flags, io } = context
  const isShared = io.environment.CI !== undefined || flags.switch("untrusted") === true
  return isShared ? undefined : cacheFolder(context)
}
