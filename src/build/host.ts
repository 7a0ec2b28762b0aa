import type { FileSystem } from "../load/file-system.ts"
import type { FetchedSchema } from "../schema/fetched-schemas.ts"
import type { SchemaStore } from "../schema/schema-store.ts"
import type { Division } from "./build-all.ts"
import type { Cache } from "./cache.ts"
import type { Engine } from "./engine.ts"
import type { RemoteSources } from "./remote/remote-sources.ts"

/** The stages of opening a workspace, as the report's timing and the progress line name them. */
export type Phase = "load" | "parse" | "resolve" | "build" | "check" | "fix" | "report"

/** How far a build has come. What is built may reveal more to build, so only the clusters have a number that is known. */
export interface BuildProgress {
  /** Kustomizations and HelmReleases that are finished, in all clusters. */
  readonly done: number
  /** The one that was finished last: `HelmRelease apps/podinfo`. */
  readonly what: string
  readonly cluster: { readonly name: string; readonly number: number; readonly of: number }
}

/** Is told what a run is doing: for the progress line and the report's timing. */
export interface Observer {
  /** A stage begins; the one before it has ended. */
  phase(phase: Phase): void
  progress(progress: BuildProgress): void
}

/** All of the world that opening a workspace touches. `src/host` implements it for Node, tests in memory. */
export interface Host {
  readonly files: FileSystem
  readonly engine: Engine
  readonly cache: Cache
  readonly schemas: SchemaStore
  /** Charts from the network; nothing is fetched without it. */
  readonly remote?: RemoteSources
  /** Schemas from the network (`--schema-location`). */
  fetchSchema?(url: string, offline: boolean): Promise<FetchedSchema>
  readonly observer?: Observer
  /** Other runs do the same over the same cache: the work is divided. */
  readonly division?: Division
  /** sha256 in lower-case hex. */
  digest(content: string | Uint8Array): string
  /** Milliseconds from any fixed point, never going back. */
  now(): number
}
