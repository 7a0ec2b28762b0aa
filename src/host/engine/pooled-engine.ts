import type {
  Engine,
  EngineCalls,
  EngineLimit,
  HelmRequest,
  HelmResult,
} from "../../build/engine.ts"
import { DefinitionSpecs } from "./definition-specs.ts"
import { encodeCall, type SpecForm } from "./messages.ts"
import type { WorkerPool } from "./pool.ts"

/** An engine whose calls are answered by the workers of a pool, which all run the same handlers. */
export function pooledEngine(pool: WorkerPool, digest: string): Engine {
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
      if (result) return withMissingSchemas(result)
    }
    throw new Error("the engine has sent a definition without its spec")
  }
  return {
    digest,
    start: () => pool.start(),
    expect(charts) {
      void specs.readAhead(charts()).catch(() => undefined)
    },
    close: () => pool.close(),
    async call<Name extends keyof EngineCalls>(name: Name, request: EngineCalls[Name]["request"]) {
      // TypeScript does not narrow `Name` by `name`.
      return name === "helm" ? render(request as HelmRequest) : ask(name, request)
    },
  }
}

/** The engine names schemas that it has not been sent in a text alone (`engine/handlers/schema.go`). */
function withMissingSchemas(result: HelmResult | EngineLimit): HelmResult | EngineLimit {
  if (result.status !== "rendered" || result.schemaSkipped === undefined) return result
  const named = result.schemaSkipped.matchAll(
    / refers to (https?:\/\/\S+?), which was not fetched/gu,
  )
  const missingSchemas = [...new Set([...named].map(([, url = ""]) => url))]
  return { ...result, missingSchemas }
}
