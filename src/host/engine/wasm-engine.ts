import type {
  Engine,
  EngineCalls,
  EngineLimit,
  HelmRequest,
  HelmResult,
} from "../../build/engine.ts"
import {
  type CompiledArtifact,
  compileArtifact,
  type EngineArtifact,
  findArtifact,
} from "./artifact.ts"
import { DefinitionSpecs } from "./definition-specs.ts"
import { encodeCall, type SpecForm } from "./messages.ts"
import { WorkerPool } from "./pool.ts"

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
    worker: artifact.worker,
    concurrency: Math.max(1, options.concurrency),
    timeoutMs: options.timeoutMs ?? 30_000,
    module: async () => {
      compiled ??= compileArtifact(artifact, options.cacheDir)
      return (await compiled).module
    },
  })
  const specs = new DefinitionSpecs()
  const ask = async <Name extends keyof EngineCalls>(
    name: Name,
    request: EngineCalls[Name]["request"],
    form?: SpecForm,
  ): Promise<EngineCalls[Name]["result"] | EngineLimit> => {
    const answer = await pool.run(encodeCall(name, request, form))
    if (!(answer instanceof Uint8Array)) return answer
    // The engine's answers follow src/build/engine.ts; the tests hold it to that.
    return JSON.parse(new TextDecoder().decode(answer)) as EngineCalls[Name]["result"] | EngineLimit
  }
  const render = async (request: HelmRequest): Promise<HelmResult | EngineLimit> => {
    for (const form of specs.formsFor(request.chart)) {
      const result = specs.complete(await ask("helm", request, form), request.chart)
      if (result) return result
    }
    throw new Error("the engine has sent a definition without its spec")
  }
  return {
    digest: artifact.digest,
    start: () => pool.start(),
    expect(charts) {
      void specs.readAhead(charts()).catch(() => undefined)
    },
    async close() {
      await pool.close()
      await compiled?.then(({ kept }) => kept).catch(() => undefined)
    },
    async call<Name extends keyof EngineCalls>(name: Name, request: EngineCalls[Name]["request"]) {
      // TypeScript does not narrow `Name` by `name`.
      return name === "helm" ? render(request as HelmRequest) : ask(name, request)
    },
  }
}
