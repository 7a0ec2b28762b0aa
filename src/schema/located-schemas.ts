import type { Kind } from "../model/index.ts"
import { type LinkedSchema, linkedSchema, type ReadSchema } from "./linked-schema.ts"
import type { Schema } from "./schema.ts"
import { schemaPaths } from "./schema-location.ts"
import type { SchemaStore } from "./schema-store.ts"

/** Finds the schema of a kind where the user has put it. */
export type LocatedSchemas = (kind: Kind, version: string) => LinkedSchema | undefined

/** The schemas at `--schema-location`: the first location that has one. Each is looked for once. */
export function locatedSchemas(
  locations: readonly string[],
  kubernetes: string,
  store: SchemaStore,
): LocatedSchemas {
  const read = readOnce(store)
  const known = new Map<string, LinkedSchema | undefined>()
  return ({ group, kind }, version) => {
    const key = `${group}/${kind}/${version}`
    if (!known.has(key)) {
      const places = locations.flatMap((location) =>
        schemaPaths(location, { group, kind, version, kubernetes }),
      )
      known.set(key, firstOf(places, read))
    }
    return known.get(key)
  }
}

function firstOf(
  places: ReturnType<typeof schemaPaths>,
  read: ReadSchema,
): LinkedSchema | undefined {
  for (const { folder, path } of places) {
    const found = linkedSchema(path, (below) => read(`${folder}/${below}`))
    if (found) return found
  }
  return undefined
}

/** Many kinds may refer to one large file of definitions. */
function readOnce(store: SchemaStore): ReadSchema {
  const files = new Map<string, Schema | undefined>()
  return (path) => {
    if (!files.has(path)) files.set(path, store.fileAt(path))
    return files.get(path)
  }
}
