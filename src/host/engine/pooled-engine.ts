import type { Engine, EngineCalls, EngineLimit, HelmResult } from "../../build/engine.ts"
import { readSpecs } from "./definition-specs.ts"
import { encodeCall } from "./messages.ts"
import type { WorkerPool } from "./pool.ts"

/** An engine whose calls are answered by the workers of a pool, which all run the same handlers. */
export function pooledEngine(pool: WorkerPool, digest: string): Engine {
  const ask = async <Name extends keyof EngineCalls>(
    name: Name,
    request: EngineCalls[Name]["request"],
    specsAsText: boolean,
  ): Promise<EngineCalls[Name]["result"] | EngineLimit> => {
    const answer = await pool.run(encodeCall(name, request, { specsAsText }))
    if (!(answer instanceof Uint8Array)) return answer
    // The engine's answers follow src/build/engine.ts; the tests hold it to that.
    return JSON.parse(new TextDecoder().decode(answer)) as EngineCalls[Name]["result"] | EngineLimit
  }
  return {
    digest,
    start: () => pool.start(),
    close: () => pool.close(),
    async call<Name extends keyof EngineCalls>(name: Name, request: EngineCalls[Name]["request"]) {
      const result = await ask(name, request, true)
      if (name !== "helm") return result
      // TypeScript does not narrow `Name` by `name`.
      const rendered = readSpecs(result as HelmResult | EngineLimit)
      return rendered ?? (await ask(name, request, false))
    },
  }
}
