import type { Host } from "../build/host.ts"
import { stillHolds, type Testimony, watched } from "../build/testimony.ts"
import { buildOf } from "../host/node-host.ts"
import type { FileSystem, ListedFile } from "../load/file-system.ts"
import { loadFiles } from "../load/files.ts"
import type { CheckSettings } from "../model/index.ts"
import { type Blob, blobOf } from "../report/blob.ts"
import { reportOfBlob } from "../report/merge-blobs.ts"
import type { Report } from "../report/report.ts"
import type { RuleMeta } from "../rule/define-rule.ts"
import type { Run } from "./session.ts"
import { version } from "./version.ts"

/** What an earlier run has left for this one, and where this one leaves what it finds. */
export interface RememberedRun {
  /** What an earlier run over the same world has reported. */
  readonly report?: Report
  /** The world of this run, which is watched. */
  readonly host: Host
  remember(report: Report): Promise<void>
}

/** An entry of the cache. */
interface Entry {
  readonly testimony: Testimony
  readonly blob: Blob
  /** Those that it names. */
  readonly rules: readonly RuleMeta[]
}

const kind = "runs"

/**
 * A run with the same files, options and settings as an earlier one, in a world that answers as it did (mirrors, sources on
 * the network, schemas), has the same report: nothing is parsed, built or judged again. The files are part of the key, so what an entry
 * holds is open only to those who have them (see `sealEntry`), and each branch of a repository has an entry of its own.
 * `isDrawn`: whether a format shows graphs and rendered objects; they are remembered then.
 */
export async function rememberedRun(
  run: Run,
  settings: CheckSettings,
  isDrawn: boolean,
): Promise<RememberedRun> {
  const { host, request } = run
  host.observer?.phase("load")
  const tree = await readTree(host.files, request.root, request.options.exclude)
  const key = keyOf(run, [settings, isDrawn], tree)
  const entry = await readEntry(host, key)
  const isSame = entry !== undefined && (await stillHolds(entry.testimony, host))
  const report = isSame ? reportOfBlob(entry.blob, entry.rules) : undefined
  const seen = watched(host)
  return {
    ...(report && { report }),
    host: { ...seen.host, files: inFrontOf(seen.host.files, tree) },
    remember: async (found) => {
      // A rule that threw, or a limit that was met, may not be there the next time.
      if (found.crashes.length > 0 || host.engine.answers?.() === undefined) return
      const made: Entry = {
        testimony: seen.testimony(),
        blob: blobOf(isDrawn ? found : withoutPictures(found)),
        rules: [...found.rules.values()],
      }
      await host.cache.put(kind, key, new TextEncoder().encode(JSON.stringify(made)))
    },
  }
}

/** Graphs and rendered objects take their time, and few formats show them. */
function withoutPictures({ graphs: _, objectOf: __, ...report }: Report): Report {
  return report
}

/** The checked root as it was read. */
interface Tree {
  readonly root: string
  readonly listed: readonly ListedFile[]
  readonly contents: ReadonlyMap<string, Uint8Array>
}

async function readTree(
  files: FileSystem,
  root: string,
  exclude: readonly string[],
): Promise<Tree> {
  const listed = await files.list(root)
  const { files: read } = await loadFiles({ ...files, list: async () => listed }, root, exclude)
  return { root, listed, contents: new Map(read.map(({ path, bytes }) => [path, bytes])) }
}

/** What was read is not read again: all of the run sees one state of the tree. */
function inFrontOf(files: FileSystem, { root, listed, contents }: Tree): FileSystem {
  return {
    list: async (folder) => (folder === root ? listed : await files.list(folder)),
    read: async (folder, path) =>
      (folder === root ? contents.get(path) : undefined) ?? (await files.read(folder, path)),
  }
}

/** All that a report depends on, apart from what is asked of the world. */
function keyOf(
  { host, request, lock }: Run,
  wanted: readonly unknown[],
  { listed, contents }: Tree,
): string {
  const { root: _, ...how } = request
  const files = listed.map(({ path, size, link }) => {
    const content = contents.get(path)
    return [path, size, link, content ? host.digest(content) : null]
  })
  const parts = [buildOf(version), host.engine.digest, how, [...lock], wanted, files]
  return host.digest(JSON.stringify(parts, plain))
}

/** Maps and sets as lists. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value
}

async function readEntry({ cache }: Host, key: string): Promise<Entry | undefined> {
  const bytes = await cache.get(kind, key)
  // Entries are verified by the cache, and written above alone.
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Entry)
}
