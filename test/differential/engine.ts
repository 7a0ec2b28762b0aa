import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Engine } from "../../src/build/engine.ts"
import { createWasmEngine, type WasmEngineOptions } from "../../src/host/engine/wasm-engine.ts"
import { createQuickEngine } from "../support/quick-engine.ts"

/** With time enough for a busy machine. */
const optionsFor = (concurrency: number): WasmEngineOptions => ({
  concurrency,
  cacheDir: join(tmpdir(), "sluice-differential-engine"),
  timeoutMs: 120_000,
})

/** The engine's own code, natively: WebAssembly gives the same in three times the time (`repeatable.test.ts`). */
export function startEngine(concurrency = 1): Engine {
  return started(createQuickEngine(optionsFor(concurrency)))
}

/** The engine as users have it. */
export function startWasmEngine(concurrency = 1): Engine {
  return started(createWasmEngine(optionsFor(concurrency)))
}

function started(engine: Engine): Engine {
  engine.start()
  return engine
}
