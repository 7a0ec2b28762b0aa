import type { FileSystem } from "../load/file-system.ts"
import type { SchemaStore } from "../schema/schema-store.ts"
import type { Cache } from "./cache.ts"
import type { Engine } from "./engine.ts"

/** The stages of opening a workspace, as the report's timing and the progress line name them. */
export type Phase = "load" | "parse" | "resolve" | "build" | "check" | "report"

/** Is told what a run is doing: for the progress line and the report's timing. */
export interface Observer {
  /** A stage begins; the one before it has ended. */
  phase(phase: Phase): void
  /** `done` of `total` units are finished; `what` names the current one (`HelmRelease apps/podinfo`). */
  progress(done: number, total: number, what: string): void
}

/** All of the world that opening a workspace touches. `src/host` implements it for Node, tests in memory. */
export interface Host {
  readonly files: FileSystem
  readonly engine: Engine
  readonly cache: Cache
  readonly schemas: SchemaStore
  readonly observer?: Observer
  /** sha256 in lower-case hex. */
  digest(content: string | Uint8Array): string
  /** Milliseconds from any fixed point, never going back. */
  now(): number
}
