import type { Schema } from "../../../src/schema/schema.ts"
import type { JsonValue } from "../../../src/yaml/json.ts"

/** Texts that satisfy the patterns of Flux's CRDs: durations, names, addresses, versions. */
const texts: readonly string[] = [
  ...[
    "10m",
    "a",
    "1.0.0",
    "https://example.com/a",
    "oci://example.com/a",
    "ssh://git@example.com/a",
  ],
  ...[
    "http://example.com",
    "v1",
    "aaaa",
    "{}",
    "0 0 * * *",
    "a.b",
    "a/b:c",
    "2.x",
    "a@b",
    "Artifact::a",
  ],
]

/** An object with every field that a schema declares, each with a value that the schema accepts where one is known. */
export function sampleOf(schema: Schema): JsonValue {
  if (schema.enum?.[0] !== undefined) return schema.enum[0]
  const [type] = [schema.type].flat()
  if (type === "object") return objectOf(schema)
  if (type === "array") return schema.items ? [sampleOf(schema.items)] : []
  if (type === "integer" || type === "number") return schema.minimum ?? 1
  if (type === "boolean") return true
  return type === "string" ? textOf(schema) : {}
}

function objectOf({ properties = {}, additionalProperties }: Schema): JsonValue {
  const declared = Object.entries(properties).map(([name, field]) => [name, sampleOf(field)])
  const free =
    typeof additionalProperties === "object" ? [["key", sampleOf(additionalProperties)]] : []
  return Object.fromEntries([...declared, ...free])
}

function textOf({ pattern, minLength = 0 }: Schema): string {
  const long = texts.filter((text) => text.length >= minLength)
  const fitting =
    pattern === undefined ? long : long.filter((text) => new RegExp(pattern, "u").test(text))
  return fitting[0] ?? "a".repeat(Math.max(1, minLength))
}
