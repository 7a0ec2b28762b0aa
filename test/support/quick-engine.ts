import type { Engine } from "../../src/build/engine.ts"
import { createNativeEngine } from "../../src/host/engine/native-engine.ts"
import { builtNative } from "../../src/host/engine/test-native.ts"
import { createWasmEngine, type WasmEngineOptions } from "../../src/host/engine/wasm-engine.ts"

/** Makes a run of sluice take the engine as a program, where it has been built. */
export const quickEnvironment: Readonly<Record<string, string>> =
  builtNative?.status === "usable" ? { SLUICE_ENGINE: builtNative.path } : {}

/**
 * The engine as a program where it has been built, else in WebAssembly: for tests of what is made of its answers, which are the same
 * (`test/differential/repeatable.test.ts`), and are had in a third of the time.
 */
export function createQuickEngine(options: Omit<WasmEngineOptions, "artifact">): Engine {
  const program = builtNative
  if (program?.status !== "usable") return createWasmEngine(options)
  return createNativeEngine({ ...options, path: program.path, sources: program.greeting.sources })
}
