import type { Kind } from "../model/index.ts"
import { type JsonValue, valueAt } from "../yaml/json.ts"
import type { ResolveRef, Schema } from "./schema.ts"
import { schemaPaths } from "./schema-location.ts"
import type { SchemaStore } from "./schema-store.ts"

/** A JSON Schema of the user's. */
export interface LocatedSchema {
  readonly schema: Schema
  readonly resolve: ResolveRef
}

/** Finds the schema of a kind where the user has put it. */
export type LocatedSchemas = (kind: Kind, version: string) => LocatedSchema | undefined

/** The schemas at `--schema-location`: the first location that has one. Each is looked for once. */
export function locatedSchemas(
  locations: readonly string[],
  kubernetes: string,
  store: SchemaStore,
): LocatedSchemas {
  const known = new Map<string, LocatedSchema | undefined>()
  return ({ group, kind }, version) => {
    const key = `${group}/${kind}/${version}`
    if (!known.has(key)) {
      const paths = locations.flatMap((location) =>
        schemaPaths(location, { group, kind, version, kubernetes }),
      )
      known.set(key, firstOf(paths, store))
    }
    return known.get(key)
  }
}

function firstOf(paths: readonly string[], store: SchemaStore): LocatedSchema | undefined {
  for (const path of paths) {
    const schema = store.fileAt(path)
    if (schema) return { schema, resolve: (reference) => resolveWithin(schema, reference) }
  }
  return undefined
}

/** What a reference leads to in the same file; one to another file is not followed, and what stands there not judged. */
function resolveWithin(schema: Schema, reference: string): Schema | undefined {
  if (!reference.startsWith("#/")) return undefined
  const steps = reference
    .slice(2)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
  // A schema is JSON, whatever its type here says; a step into a list is a number.
  const found = valueAt(schema as unknown as JsonValue, steps)
  return found as unknown as Schema | undefined
}
