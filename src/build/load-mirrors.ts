import type { FileSystem } from "../load/file-system.ts"
import type { Skip } from "../model/index.ts"
import { type ChartMirror, parseMirrorIndex } from "./chart-mirror.ts"

/** Reads the indexes of the mirrors; one that cannot be read is said in the report, and the others still serve. */
export async function loadMirrors(
  files: FileSystem,
  folders: readonly string[],
): Promise<{ readonly mirrors: readonly ChartMirror[]; readonly skipped: readonly Skip[] }> {
  const mirrors: ChartMirror[] = []
  const skipped: Skip[] = []
  for (const folder of folders) {
    const index = await files.read(folder, "index.yaml").catch(() => undefined)
    const charts = index ? parseMirrorIndex(index) : { error: "it has no index.yaml" }
    if ("error" in charts) {
      skipped.push({
        path: folder,
        what: `the chart mirror ${folder}`,
        reason: String(charts.error),
        kind: "incomplete",
      })
    } else {
      mirrors.push({ folder, charts, read: (file) => files.read(folder, file) })
    }
  }
  return { mirrors, skipped }
}
