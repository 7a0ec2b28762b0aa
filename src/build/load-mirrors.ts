import type { Skip } from "../model/index.ts"
import { type ChartMirror, type MirroredChart, parseMirrorIndex } from "./chart-mirror.ts"
import type { Host } from "./host.ts"

/** Reads the indexes of the mirrors; one that cannot be read is said in the report, and the others still serve. */
export async function loadMirrors(
  host: Pick<Host, "files" | "cache" | "digest">,
  folders: readonly string[],
): Promise<{ readonly mirrors: readonly ChartMirror[]; readonly skipped: readonly Skip[] }> {
  const mirrors: ChartMirror[] = []
  const skipped: Skip[] = []
  for (const folder of folders) {
    const index = await host.files.read(folder, "index.yaml").catch(() => undefined)
    const charts = index ? await readIndex(index, host) : { error: "it has no index.yaml" }
    if ("error" in charts) {
      skipped.push({
        path: folder,
        what: `the chart mirror ${folder}`,
        reason: String(charts.error),
        kind: "incomplete",
      })
    } else {
      mirrors.push({ folder, charts, read: (file) => host.files.read(folder, file) })
    }
  }
  return { mirrors, skipped }
}

/** The entries of an index are remembered: a large one takes longer to parse than all else of a run without changes. */
async function readIndex(
  index: Uint8Array,
  { cache, digest }: Pick<Host, "cache" | "digest">,
): Promise<ReturnType<typeof parseMirrorIndex>> {
  const key = digest(index)
  const known = await cache.get("mirror", key)
  // Entries are verified by the cache, and written below alone.
  if (known) return new Map(JSON.parse(new TextDecoder().decode(known)) as Entries)
  const charts = parseMirrorIndex(index)
  if (!("error" in charts)) {
    const entries: Entries = [...charts]
    await cache.put("mirror", key, new TextEncoder().encode(JSON.stringify(entries)))
  }
  return charts
}

type Entries = readonly (readonly [name: string, charts: readonly MirroredChart[]])[]
