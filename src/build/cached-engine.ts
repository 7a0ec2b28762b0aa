import type { Cache } from "./cache.ts"
import type {
  Engine,
  EngineCalls,
  EngineLimit,
  HelmRequest,
  KustomizeRequest,
  KustomizeResult,
} from "./engine.ts"
import { createInputStates } from "./input-states.ts"

type Name = keyof EngineCalls
type Result<Call extends Name> = EngineCalls[Call]["result"] | EngineLimit

/** What caching needs beside the engine. */
export interface CachedEngineOptions {
  readonly cache: Cache
  /** Part of every key: another version of sluice may ask or read differently. */
  readonly toolVersion: string
  /** Names what is checked (its root): whether its last run missed decides whether the engine starts early. */
  readonly label: string
  /** sha256 in lower-case hex. */
  digest(content: string | Uint8Array): string
}

/** How many sets of inputs are remembered for one Kustomization: branches that read different files. */
const maxInputSets = 8

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * An engine that remembers results under a digest of all that they depend on. The engine behind it starts with the
 * first call that is not remembered; a result that a limit has cut short never is.
 */
export function cachedEngine(engine: Engine, options: CachedEngineOptions): Engine {
  const { cache, digest } = options
  const states = createInputStates(digest)
  const store = createStore(cache)
  const runKey = digest(JSON.stringify([engine.digest, options.toolVersion, "run", options.label]))
  let misses = 0

  const keyOf = (name: string, content: unknown): string =>
    digest(JSON.stringify([options.toolVersion, engine.digest, name, content]))

  const ask = async <Call extends Name>(
    name: Call,
    request: EngineCalls[Call]["request"],
  ): Promise<Result<Call>> => {
    misses += 1
    return await engine.call(name, request)
  }

  const simple = async <Call extends Name>(
    name: Call,
    key: string,
    request: EngineCalls[Call]["request"],
  ): Promise<Result<Call>> => {
    const known = await store.get<EngineCalls[Call]["result"]>(name, key)
    if (known) return known
    const result = await ask(name, request)
    if (!isLimit(result)) await store.put(name, key, result)
    return result
  }

  const kustomize = async (request: KustomizeRequest): Promise<KustomizeResult | EngineLimit> => {
    const first = keyOf("kustomize", kustomizeKey(request))
    const inputSets = (await store.get<readonly (readonly string[])[]>("inputs", first)) ?? []
    const second = (inputs: readonly string[]): string =>
      digest(first + states.of(request.tree, inputs))
    for (const inputs of inputSets) {
      const known = await store.get<KustomizeResult>("kustomize", second(inputs))
      if (known) return known
    }
    const result = await ask("kustomize", request)
    if (isLimit(result)) return result
    const inputs = [...new Set(result.inputs)].sort()
    await store.put("kustomize", second(inputs), result)
    const others = inputSets.filter((set) => set.join("\0") !== inputs.join("\0"))
    if (others.length === inputSets.length)
      await store.put("inputs", first, [inputs, ...others].slice(0, maxInputSets))
    return result
  }

  const startUnlessWarm = async (): Promise<void> => {
    const last = await store.get<{ readonly misses: number }>("run", runKey)
    if (last?.misses !== 0) engine.start()
  }

  return {
    digest: engine.digest,
    start: () => void startUnlessWarm(),
    call: async <Call extends Name>(
      name: Call,
      request: EngineCalls[Call]["request"],
    ): Promise<Result<Call>> => {
      // TypeScript does not narrow `Call` by `name`: the two casts only say what the comparison has shown.
      if (name === "kustomize")
        return (await kustomize(request as KustomizeRequest)) as Result<Call>
      const content = name === "helm" ? helmKey(request as HelmRequest, digest) : request
      return await simple(name, keyOf(name, content), request)
    },
    close: async () => {
      await store.put("run", runKey, { misses })
      await engine.close()
    },
  }
}

interface Store {
  get<Value>(kind: string, key: string): Promise<Value | undefined>
  put(kind: string, key: string, value: unknown): Promise<void>
}

function createStore(cache: Cache): Store {
  return {
    get: async <Value>(kind: string, key: string): Promise<Value | undefined> => {
      const bytes = await cache.get(kind, key)
      // Entries are verified by the cache, and written by this file alone.
      return bytes && (JSON.parse(decoder.decode(bytes)) as Value)
    },
    put: (kind, key, value) => cache.put(kind, key, encoder.encode(JSON.stringify(value))),
  }
}

function isLimit(result: { readonly status?: string } | object): result is EngineLimit {
  return "status" in result && result.status === "limit"
}

/** The files are left out: which of them matter is known only after the build. */
function kustomizeKey({ kustomization, variables, strict }: KustomizeRequest): unknown {
  const { status: _status, ...rest } = kustomization
  return [rest, variables, strict]
}

/** The chart's digest stands for its files. */
function helmKey(
  { chart, valuesFiles, ...rest }: HelmRequest,
  digest: CachedEngineOptions["digest"],
): unknown {
  const files = valuesFiles?.map(({ path, data }) => [path, data ? digest(data) : null])
  return [chart.digest, files ?? null, rest]
}
