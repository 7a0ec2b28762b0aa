import type { Engine } from "../../build/engine.ts"
import {
  type CompiledArtifact,
  compileArtifact,
  type EngineArtifact,
  findArtifact,
} from "./artifact.ts"
import { WorkerPool } from "./pool.ts"
import { pooledEngine } from "./pooled-engine.ts"
import { wasmWorkers } from "./wasm-worker.ts"

/** After this long a call's worker is killed, unless told otherwise. */
export const defaultTimeoutMs = 30_000

/** How to run the embedded engine. */
export interface WasmEngineOptions {
  /** How many workers render and build at the same time. */
  readonly concurrency: number
  /** Where the unpacked engine is kept between runs; without it, it is unpacked each time. */
  readonly cacheDir?: string
  /** After this long a call's worker is killed: 30 s unless told. */
  readonly timeoutMs?: number
  /** Another engine than the one in `engine/dist`. */
  readonly artifact?: EngineArtifact
}

/** The engine as WebAssembly: no install, any platform, sandboxed. Nothing is loaded before `start()` or the first call. */
export function createWasmEngine(options: WasmEngineOptions): Engine {
  const artifact = options.artifact ?? findArtifact()
  let compiled: Promise<CompiledArtifact> | undefined
  const pool = new WorkerPool({
    concurrency: Math.max(1, options.concurrency),
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    spawn: wasmWorkers({
      worker: artifact.worker,
      module: async () => {
        compiled ??= compileArtifact(artifact, options.cacheDir)
        return (await compiled).module
      },
    }),
  })
  const engine = pooledEngine(pool, artifact.digest)
  return {
    ...engine,
    async close() {
      await engine.close()
      await compiled?.then(({ kept }) => kept).catch(() => undefined)
    },
  }
}
