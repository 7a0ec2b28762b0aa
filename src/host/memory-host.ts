import type { Host } from "../build/host.ts"
import { createWasmEngine } from "./engine/wasm-engine.ts"
import { noCache } from "./folder-cache.ts"
import { memoryFiles } from "./memory-files.ts"
import { defaultConcurrency, sha256 } from "./node-host.ts"
import { packageSchemas } from "./package-schemas.ts"

/** A world of nothing but these files: no disk, no network, nothing remembered. Close its engine when done. */
export function memoryHost(files: Parameters<typeof memoryFiles>[0]): Host {
  return {
    files: memoryFiles(files),
    engine: createWasmEngine({ concurrency: defaultConcurrency() }),
    cache: noCache,
    schemas: packageSchemas,
    digest: sha256,
    now: () => performance.now(),
  }
}
