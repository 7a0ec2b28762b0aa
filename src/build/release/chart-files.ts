import type { ChartFiles } from "../engine.ts"
import { unpack } from "../remote/unpack.ts"

/** The files of a chart, relative to its folder. An archive is unpacked as Helm does; throws `BadArchive`. */
export async function chartFiles(chart: ChartFiles): Promise<ReadonlyMap<string, Uint8Array>> {
  return "archive" in chart ? await unpackChart(chart.archive) : chart.files
}

/** The files of a chart's archive, relative to its only folder; throws `BadArchive`. */
export async function unpackChart(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const [path, content] of await unpack(archive)) {
    const [, ...rest] = path.split("/")
    // Helm obeys `.helmignore` in folders alone: here what it names has been left out already, or is meant to be there.
    const inner = rest.join("/")
    if (inner !== "" && inner !== ".helmignore") files.set(inner, content)
  }
  return files
}
