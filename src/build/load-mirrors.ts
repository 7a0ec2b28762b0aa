import { isAddress } from "../load/mirror-address.ts"
import type { Skip, WorkspaceOptions } from "../model/index.ts"
import { type ChartMirror, type MirroredChart, parseMirrorIndex } from "./chart-mirror.ts"
import type { Host } from "./host.ts"
import { shownUrl } from "./remote/chart-url.ts"
import type { RemoteSources } from "./remote/remote-sources.ts"

type MirrorHost = Pick<Host, "files" | "cache" | "digest" | "remote">
type Loaded = ChartMirror | { readonly error: string }

/** Reads the indexes of the mirrors; one that cannot be read is said in the report, and the others still serve. */
export async function loadMirrors(
  host: MirrorHost,
  { mirrors, offline }: Pick<WorkspaceOptions, "mirrors" | "offline">,
): Promise<{ readonly mirrors: readonly ChartMirror[]; readonly skipped: readonly Skip[] }> {
  const loaded: ChartMirror[] = []
  const skipped: Skip[] = []
  for (const place of mirrors) {
    const remote = isAddress(place)
    const mirror = remote
      ? await remoteMirror(host.remote, place, offline)
      : await folderMirror(host, place)
    if ("error" in mirror) {
      const kind = remote && offline ? "chosen" : "incomplete"
      const shown = remote ? shownUrl(place) : place
      skipped.push({ path: shown, what: `the chart mirror ${shown}`, reason: mirror.error, kind })
    } else {
      loaded.push(mirror)
    }
  }
  return { mirrors: loaded, skipped }
}

async function folderMirror(host: MirrorHost, folder: string): Promise<Loaded> {
  const index = await host.files.read(folder, "index.yaml").catch(() => undefined)
  const charts = index ? await readIndex(index, host) : { error: "it has no index.yaml" }
  if ("error" in charts) return { error: String(charts.error) }
  return {
    place: folder,
    isFolder: true,
    entries: async (name) => charts.get(name) ?? [],
    read: ({ file }) => host.files.read(folder, file),
  }
}

async function remoteMirror(
  remote: RemoteSources | undefined,
  url: string,
  offline: boolean,
): Promise<Loaded> {
  const place = shownUrl(url)
  const opened = await remote?.mirror(url, offline)
  if (opened?.status !== "ok") return { error: opened?.reason ?? "nothing is fetched here" }
  return {
    place,
    isFolder: false,
    entries: async (name) =>
      (await opened.entries(name)).map(
        ({ url: file, digest, ...entry }): MirroredChart => ({ ...entry, name, file, digest }),
      ),
    read: async ({ name, file, version, digest }) => {
      const entry = { version, url: file, ...(digest === undefined ? {} : { digest }) }
      const found = await opened.read(name, entry)
      if (found.status !== "found") throw new Error(`${file} is not there`)
      return found.archive
    },
  }
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
