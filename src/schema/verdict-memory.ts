import type { Cache } from "../build/cache.ts"
import type { LoadedFile } from "../load/files.ts"
import type { WorkspaceOptions } from "../model/index.ts"
import type { SchemaVerdict } from "../model/verdict.ts"

/** Verdicts by group of objects (a cluster, or what no cluster reaches), in the order of the objects. */
export type Verdicts = readonly (readonly SchemaVerdict[])[]

/** What an earlier run over the same files has found. */
export interface VerdictMemory {
  get(): Promise<Verdicts | undefined>
  put(verdicts: Verdicts): Promise<void>
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
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Verdicts)
    },
    put: (verdicts) => cache.put(kind, key, new TextEncoder().encode(JSON.stringify(verdicts))),
  }
}
