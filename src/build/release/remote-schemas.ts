import { type FetchSchema, maxSchemaBytes } from "../../schema/fetched-schemas.ts"
import type { EngineLimit, HelmResult } from "../engine.ts"
import { shownUrl } from "../remote/chart-url.ts"
import { schemaReferences } from "./schema-references.ts"

/** JSON Schemas by their address. */
export type SchemaTexts = ReadonlyMap<string, string>

/** A render whose values have met the chart's schemas; where one of these could not be had, what it lacks is in the result. */
export interface ValidatedRender {
  readonly result: HelmResult | EngineLimit
  /** That they were not checked is none of the user's choices. */
  readonly incomplete: boolean
}

/** What one chart may make a run fetch. */
const maxSchemas = 64
const maxBytes = 4 * maxSchemaBytes
/** How far references are followed ahead of the engine, which names one at a time. */
const maxLevels = 5
/** How often the engine is asked again. */
const maxRounds = 8

/**
 * Renders a chart, and fetches the schemas that its `values.schema.json` refers to, as Helm does. Unless all are there the
 * first answer counts, which was made without any: half of the schemas may refuse what all of them take.
 */
export async function withRemoteSchemas(
  render: (schemas: SchemaTexts) => Promise<HelmResult | EngineLimit>,
  fetch: FetchSchema | undefined,
): Promise<ValidatedRender> {
  const first = await render(new Map())
  if (first.status !== "rendered" || !fetch || missingIn(first).length === 0)
    return { result: first, incomplete: false }
  const collection = new Collection(fetch)
  let missing = missingIn(first)
  for (let round = 0; round < maxRounds; round++) {
    const lacking = await collection.add(missing)
    if (lacking.length > 0) return withReason(first, lacking)
    const result = await render(collection.texts())
    if (result.status === "limit")
      return withReason(first, [{ reason: result.message, isChosen: false }])
    missing = missingIn(result)
    if (missing.length === 0) return { result, incomplete: false }
  }
  return withReason(first, [tooMany])
}

function missingIn(result: HelmResult | EngineLimit): readonly string[] {
  return result.status === "rendered" ? (result.missingSchemas ?? []) : []
}

interface Lacking {
  readonly reason: string
  readonly isChosen: boolean
}

const tooMany: Lacking = {
  reason: `they refer to more than ${maxSchemas} schemas, or ${maxBytes / 1024 / 1024} MiB of them`,
  isChosen: false,
}

function withReason(
  first: HelmResult & { readonly status: "rendered" },
  lacking: readonly Lacking[],
): ValidatedRender {
  const reasons = [...new Set(lacking.map(({ reason }) => reason))].sort().join("; ")
  const isChosen = lacking.every((one) => one.isChosen)
  const said = isChosen
    ? `${first.schemaSkipped}: ${reasons}`
    : `its values.schema.json refers to schemas that could not be fetched: ${reasons}`
  return { result: { ...first, schemaSkipped: said }, incomplete: !isChosen }
}

/** What was fetched for one chart. */
class Collection {
  readonly #fetch: FetchSchema
  readonly #texts = new Map<string, string>()
  readonly #asked = new Map<string, Promise<Lacking | undefined>>()
  #bytes = 0

  constructor(fetch: FetchSchema) {
    this.#fetch = fetch
  }

  /** In the same order whatever came first: they are part of a key of the cache. */
  texts(): SchemaTexts {
    return new Map([...this.#texts].sort(([left], [right]) => (left < right ? -1 : 1)))
  }

  /** Fetches schemas, and those that they refer to; tells which of `urls` cannot be had. */
  async add(urls: readonly string[]): Promise<readonly Lacking[]> {
    const outcomes = await Promise.all(urls.map((url) => this.#get(url)))
    let ahead = this.#referencesOf(urls)
    for (let level = 1; level < maxLevels && ahead.length > 0; level++) {
      // A reference that nothing leads through may be broken: whether it is needed is the engine's to say.
      await Promise.all(ahead.map((url) => this.#get(url)))
      ahead = this.#referencesOf(ahead)
    }
    return outcomes.filter((outcome) => outcome !== undefined)
  }

  #referencesOf(urls: readonly string[]): readonly string[] {
    const all = urls.flatMap((url) => schemaReferences(this.#texts.get(url) ?? "", url))
    return [...new Set(all)].filter((url) => !this.#asked.has(url))
  }

  #get(url: string): Promise<Lacking | undefined> {
    const before = this.#asked.get(url)
    if (before) return before
    if (this.#asked.size >= maxSchemas) return Promise.resolve(tooMany)
    const asked = this.#load(url)
    this.#asked.set(url, asked)
    return asked
  }

  async #load(url: string): Promise<Lacking | undefined> {
    const fetched = await this.#fetch(url)
    if (!fetched) return { reason: "nothing is fetched in this run", isChosen: true }
    if (fetched.status === "absent")
      return { reason: `${shownUrl(url)} is not there`, isChosen: false }
    if (fetched.status === "unavailable") {
      const isChosen = fetched.chosen === true || fetched.refused === true
      return { reason: fetched.reason, isChosen }
    }
    if (!isJson(fetched.text)) return { reason: `${shownUrl(url)} is no JSON`, isChosen: false }
    this.#bytes += fetched.text.length
    if (this.#bytes > maxBytes) return tooMany
    this.#texts.set(url, fetched.text)
    return undefined
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
