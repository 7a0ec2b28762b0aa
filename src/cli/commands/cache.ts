import {
  type CacheUsage,
  cacheUsage,
  cleanCache,
  defaultCacheBytes,
  pruneCache,
} from "../../host/cache-folder.ts"
import { UsageError } from "../../model/errors.ts"
import { count } from "../../report/pretty/count.ts"
import { visible } from "../../report/visible-text.ts"
import { nearestName } from "../../text/nearest-name.ts"
import { cacheFolder } from "../cache-dir.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodes } from "../failure.ts"
import { formatSize, parseSize } from "../parse-size.ts"

const actions: readonly string[] = ["info", "clean", "prune"]

/** `sluice cache info|clean|prune`. */
export async function cache(context: CommandContext): Promise<number> {
  const { io, flags } = context
  const [action = ""] = context.arguments
  const folder = cacheFolder(context) ?? ""
  if (!actions.includes(action)) {
    const nearest = nearestName(action, actions)
    throw new UsageError(
      `\`sluice cache\` does not know \`${action}\`; it takes \`info\`, \`clean\` or \`prune\`.`,
      {
        help: nearest && `Did you mean \`${nearest}\`?`,
      },
    )
  }
  if (action === "clean") io.stdout.write(removed(cleanCache(folder)))
  if (action === "prune") {
    const size = flags.text("max-size")
    const maxBytes =
      size === undefined ? defaultCacheBytes : parseSize(size, flags.source("max-size"))
    const maxAgeMs = flags.duration("max-age") ?? Number.POSITIVE_INFINITY
    io.stdout.write(removed(pruneCache(folder, { maxBytes, maxAgeMs, now: Date.now() })))
  }
  const { entries, bytes } = cacheUsage(folder)
  io.stdout.write(`${visible(folder)}: ${count(entries, "file")}, ${formatSize(bytes)}\n`)
  return exitCodes.clean
}

function removed({ entries, bytes }: CacheUsage): string {
  return `Removed ${count(entries, "file")}, ${formatSize(bytes)}.\n`
}
