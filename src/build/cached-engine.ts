import type { Cache, CacheKind } from "./cache.ts"
import { cachedVerdicts } from "./cached-verdicts.ts"
import type {
  ChartFiles,
  Engine,
  EngineCalls,
  EngineLimit,
  HelmRequest,
  KustomizeRequest,
  KustomizeResult,
  ValidateRequest,
  ValidateResult,
} from "./engine.ts"
import { createInputStates, type InputStates } from "./input-states.ts"
import type { Turn } from "./turns.ts"

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
  return new CachedEngine(engine, options)
}

class CachedEngine implements Engine {
  readonly digest: string
  readonly #engine: Engine
  readonly #options: CachedEngineOptions
  readonly #store: Store
  readonly #states: InputStates
  readonly #answered = new Set<string>()
  #wasCutShort = false
  readonly #turns = new Map<string, Promise<unknown>>()
  #misses = 0
  /** Later ones render few charts, or none. */
  #isFirstRun = false

  constructor(engine: Engine, options: CachedEngineOptions) {
    this.digest = engine.digest
    this.#engine = engine
    this.#options = options
    this.#store = createStore(options.cache)
    this.#states = createInputStates(options.digest)
  }

  start(): void {
    void this.#startUnlessWarm()
  }

  expect(charts: () => AsyncIterable<ChartFiles>): void {
    if (this.#isFirstRun) this.#engine.expect?.(charts)
  }

  async call<Call extends Name>(
    name: Call,
    request: EngineCalls[Call]["request"],
    turn?: Turn,
  ): Promise<Result<Call>> {
    // TypeScript does not narrow `Call` by `name`: the casts only say what the comparison has shown.
    if (name === "kustomize")
      return (await this.#kustomize(request as KustomizeRequest, turn)) as Result<Call>
    if (name === "validate")
      return (await this.#validate(request as ValidateRequest)) as Result<Call>
    const { digest } = this.#options
    const key = this.#key(name, name === "helm" ? helmKey(request as HelmRequest, digest) : request)
    this.#answered.add(key)
    const known = await inTurn(turn, () => this.#store.get<EngineCalls[Call]["result"]>(name, key))
    if (known) return known
    const result = await this.#ask(name, request)
    if (!isLimit(result)) await this.#store.put(name, key, result)
    return result
  }

  answers(): string | undefined {
    return this.#wasCutShort ? undefined : this.#key("answers", [...this.#answered].sort())
  }

  async close(): Promise<void> {
    await this.#store.put("run", this.#runKey(), { misses: this.#misses })
    await this.#engine.close()
  }

  /** The Kustomization leads to the paths that its builds have looked at; what is there now leads to the result. */
  async #kustomize(
    request: KustomizeRequest,
    turn: Turn | undefined,
  ): Promise<KustomizeResult | EngineLimit> {
    const first = this.#key("kustomize", kustomizeKey(request))
    const keyOf = (inputs: readonly string[]): string =>
      this.#options.digest(first + this.#states.of(request.tree, inputs))
    let known: readonly (readonly string[])[] = []
    const remembered = await inTurn(turn, async () => {
      known = (await this.#store.get<typeof known>("inputs", first)) ?? []
      for (const inputs of known) {
        const result = await this.#store.get<KustomizeResult>("kustomize", keyOf(inputs))
        if (!result) continue
        this.#answered.add(keyOf(inputs))
        return result
      }
      return undefined
    })
    if (remembered) return remembered
    const result = await this.#ask("kustomize", request)
    if (isLimit(result)) return result
    const inputs = [...new Set(result.inputs)].sort()
    this.#answered.add(keyOf(inputs))
    await this.#store.put("kustomize", keyOf(inputs), result)
    const isNew = known.every((set) => set.join("\0") !== inputs.join("\0"))
    if (isNew) await this.#store.put("inputs", first, [inputs, ...known].slice(0, maxInputSets))
    return result
  }

  /** Batches of one schema share an entry of the cache: they take turns. */
  async #validate(request: ValidateRequest): Promise<ValidateResult | EngineLimit> {
    const key = this.#key("validate", [request.schema.digest, this.#options.label])
    const judged = (this.#turns.get(key) ?? Promise.resolve()).then(() =>
      cachedVerdicts(request, {
        get: () => this.#store.get("validate", key),
        put: (book) => this.#store.put("validate", key, book),
        ask: (unknown) => this.#ask("validate", unknown),
        digest: this.#options.digest,
      }),
    )
    this.#turns.set(
      key,
      judged.catch(() => undefined),
    )
    return await judged
  }

  async #startUnlessWarm(): Promise<void> {
    const last = await this.#store.get<{ readonly misses: number }>("run", this.#runKey())
    this.#isFirstRun = last === undefined
    if (last?.misses !== 0) this.#engine.start()
  }

  async #ask<Call extends Name>(
    name: Call,
    request: EngineCalls[Call]["request"],
  ): Promise<Result<Call>> {
    this.#misses += 1
    const result = await this.#engine.call(name, request)
    this.#wasCutShort ||= isLimit(result)
    return result
  }

  #key(name: string, content: unknown): string {
    const { digest, toolVersion } = this.#options
    return digest(JSON.stringify([toolVersion, this.digest, name, content]))
  }

  #runKey(): string {
    return this.#key("run", this.#options.label)
  }
}

/** What is not there is looked for once more when the turn comes: somebody else may have put it there meanwhile. */
async function inTurn<Value>(
  turn: Turn | undefined,
  look: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
  const found = await look()
  return found === undefined && (await turn?.come()) ? await look() : found
}

interface Store {
  get<Value>(kind: CacheKind, key: string): Promise<Value | undefined>
  put(kind: CacheKind, key: string, value: unknown): Promise<void>
}

function createStore(cache: Cache): Store {
  return {
    get: async <Value>(kind: CacheKind, key: string): Promise<Value | undefined> => {
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
