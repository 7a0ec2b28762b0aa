import { isSchemaAddress } from "../load/schema-address.ts"
import type { Skip } from "../model/index.ts"
import { isObject } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"
import type { SchemaStore } from "./schema-store.ts"

/** What became of a schema that lies on the network. */
export type FetchedSchema =
  | { readonly status: "ok"; readonly text: string }
  /** Its server does not have it. */
  | { readonly status: "absent" }
  | {
      readonly status: "unavailable"
      readonly reason: string
      /** The run has no network. */
      readonly chosen?: boolean
      /** The user does not let it be asked for. */
      readonly refused?: boolean
    }

/** Asks for a schema; undefined where nothing may be fetched at all. */
export type FetchSchema = (url: string) => Promise<FetchedSchema> | undefined

/** Most schemas have some kilobytes; the largest of the catalog has two mebibytes. */
export const maxSchemaBytes: number = 5 * 1024 * 1024

/**
 * Schemas of which some are on the network. Looking for one is not fetching it: what was looked for in vain is fetched by
 * `load`, and is there when it is looked for again.
 */
export class FetchedSchemas {
  readonly store: SchemaStore
  readonly #fetch: FetchSchema | undefined
  readonly #known = new Map<string, Schema | undefined>()
  readonly #wanted = new Set<string>()
  readonly #failures = new Map<string, boolean>()

  constructor(store: SchemaStore, fetch: FetchSchema | undefined) {
    this.#fetch = fetch
    this.store = {
      ...store,
      fileAt: (path) => (isSchemaAddress(path) ? this.#find(path) : store.fileAt(path)),
    }
  }

  #find(url: string): Schema | undefined {
    if (!this.#known.has(url)) this.#wanted.add(url)
    return this.#known.get(url)
  }

  /** Fetches what was looked for; whether there was anything. */
  async load(): Promise<boolean> {
    const urls = [...this.#wanted]
    this.#wanted.clear()
    await Promise.all(urls.map(async (url) => this.#known.set(url, await this.#schemaAt(url))))
    return urls.length > 0
  }

  /** What could not be fetched, each reason once. */
  skips(): readonly Skip[] {
    return [...this.#failures].map(([reason, chosen]) => ({
      what: "fetching schemas for kinds that nothing here defines",
      reason,
      kind: chosen ? "chosen" : "incomplete",
    }))
  }

  async #schemaAt(url: string): Promise<Schema | undefined> {
    const fetched = (await this.#fetch?.(url)) ?? noNetwork
    if (fetched.status === "absent") return undefined
    if (fetched.status === "ok") {
      const schema = parsed(fetched.text)
      if (!schema) this.#failures.set(`${url} is no JSON Schema`, false)
      return schema
    }
    this.#failures.set(fetched.reason, fetched.chosen === true)
    return undefined
  }
}

const noNetwork: FetchedSchema = {
  status: "unavailable",
  reason: "nothing is fetched in this run",
  chosen: true,
}

function parsed(text: string): Schema | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // What of it has another form is passed over when a value is checked.
    return isObject(value as never) ? (value as Schema) : undefined
  } catch {
    return undefined
  }
}
