import type { Schema } from "../../../src/schema/schema.ts"
import type { JsonValue } from "../../../src/yaml/json.ts"
import { textFor } from "./sample-text.ts"

/** An object with every field that a schema declares, each with a value that the schema accepts where one is known. */
export function sampleOf(schema: Schema): JsonValue {
  if (schema.enum?.[0] !== undefined) return schema.enum[0]
  const [type] = [schema.type].flat()
  if (type === "object") return objectOf(schema)
  if (type === "array") return schema.items ? [sampleOf(schema.items)] : []
  if (type === "integer" || type === "number") return schema.minimum ?? 1
  if (type === "boolean") return true
  return type === "string" ? textFor(schema) : {}
}

function objectOf({ properties = {}, additionalProperties }: Schema): JsonValue {
  const declared = Object.entries(properties).map(([name, field]) => [name, sampleOf(field)])
  const free =
    typeof additionalProperties === "object" ? [["key", sampleOf(additionalProperties)]] : []
  return Object.fromEntries([...declared, ...free])
}
