import type { Engine, EngineCalls } from "../../build/engine.ts"
import { isOurs } from "./native-program.ts"
import { nativeWorkers } from "./native-worker.ts"
import { WorkerPool } from "./pool.ts"
import { pooledEngine } from "./pooled-engine.ts"
import { defaultTimeoutMs } from "./wasm-engine.ts"

/** How to run the engine as a program. */
export interface NativeEngineOptions {
  /** Absolute; see {@link findNativeProgram}. */
  readonly path: string
  /** The digest of its sources. */
  readonly sources: string
  /** How many programs render and build at the same time. */
  readonly concurrency: number
  /** After this long a call's program is killed: 30 s unless told. */
  readonly timeoutMs?: number
}

/** The engine's handlers as a native program: several times as fast, and not in a sandbox. */
export function createNativeEngine(options: NativeEngineOptions): Engine {
  const pool = new WorkerPool({
    concurrency: Math.max(1, options.concurrency),
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    spawn: nativeWorkers(options.path, isOurs),
  })
  const engine = pooledEngine(pool, `native-${options.sources}`)
  return {
    ...engine,
    async call<Name extends keyof EngineCalls>(name: Name, request: EngineCalls[Name]["request"]) {
      const result = await engine.call(name, request)
      return name === "helm" ? withoutAddress(result) : result
    },
  }
}

/**
 * Of several schemas that a chart refers to, the validator names the one that it meets first, and Go visits tables in another order
 * each time (in WebAssembly its randomness repeats): the host alone is the same in every run.
 */
function withoutAddress<Result extends object>(result: Result): Result {
  if (!("schemaSkipped" in result)) return result
  const text = String(result.schemaSkipped)
  const schemaSkipped = text.replace(
    /refers to https?:\/\/([^/\s,]+)[^\s,]*, which/gu,
    "refers to a schema of $1, which",
  )
  return { ...result, schemaSkipped }
}
