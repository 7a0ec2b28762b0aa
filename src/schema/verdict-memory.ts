import type { Cache } from "../build/cache.ts"
import type { LoadedFile } from "../load/files.ts"
import type { WorkspaceOptions } from "../model/index.ts"
import type { SchemaVerdict } from "../model/verdict.ts"
import type { Unjudged } from "./judge-by-server.ts"

/** Which object: the number of its group (a cluster, or what no cluster reaches), and its index in it. */
export type Place = readonly [group: number, index: number]

/** Verdicts by group of objects, in the order of the objects, and what was not judged of some of them. */
export interface Judgements {
  readonly verdicts: readonly (readonly SchemaVerdict[])[]
  readonly unjudged: readonly {
    readonly places: readonly Place[]
    readonly cause: Unjudged["cause"]
  }[]
}

/** What an earlier run over the same files has found. */
export interface VerdictMemory {
  get(): Promise<Judgements | undefined>
  put(judgements: Judgements): Promise<void>
}

/** All that verdicts depend on. */
export interface VerdictInputs {
  readonly files: readonly LoadedFile[]
  readonly options: WorkspaceOptions
  /** What the engine has answered in this run; undefined for one that does not remember. */
  readonly answers: string | undefined
}

const kind = "verdicts"

/**
 * Remembers all verdicts of a run under one digest: objects come from the files and from what the engine has answered,
 * and nothing else. Schemas that the user keeps elsewhere may change without a trace here, so with them nothing is remembered.
 */
export function verdictMemory(
  { files, options, answers }: VerdictInputs,
  cache: Cache,
  digest: (content: string | Uint8Array) => string,
): VerdictMemory | undefined {
  if (answers === undefined || (options.schemaLocations ?? []).length > 0) return undefined
  const contents = files.map(({ path, bytes }) => [path, digest(bytes)])
  const key = digest(JSON.stringify([answers, options, contents]))
  return {
    get: async () => {
      const bytes = await cache.get(kind, key)
      // Entries are verified by the cache, and written below alone.
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Judgements)
    },
    put: (found) => cache.put(kind, key, new TextEncoder().encode(JSON.stringify(found))),
  }
}
