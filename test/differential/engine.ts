import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Engine } from "../../src/build/engine.ts"
import { createWasmEngine } from "../../src/host/engine/wasm-engine.ts"

/** The engine as users have it, with time enough for a busy machine. */
export function startEngine(concurrency = 1): Engine {
  const engine = createWasmEngine({
    concurrency,
    cacheDir: join(tmpdir(), "sluice-differential-engine"),
    timeoutMs: 120_000,
  })
  engine.start()
  return engine
}
