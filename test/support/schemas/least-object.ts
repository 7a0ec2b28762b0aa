import type { Schema } from "../../../src/schema/schema.ts"
import { type FieldPath, isList, isObject, type JsonValue } from "../../../src/yaml/json.ts"
import { textFor } from "./sample-text.ts"

/** The smallest value that a schema accepts: of objects, the fields that are required. */
export function leastOf(schema: Schema): JsonValue {
  const [first] = schema.enum ?? []
  if (first !== undefined) return first
  switch (schema.type) {
    case "object":
      return leastObject(schema)
    case "array":
      return Array.from({ length: schema.minItems ?? 0 }, () => leastOf(schema.items ?? {}))
    case "integer":
    case "number":
      return schema.minimum ?? schema.maximum ?? 1
    case "boolean":
      return true
    case "string":
      return textFor(schema)
    default:
      // What may be anything.
      return {}
  }
}

function leastObject({ properties = {}, required = [] }: Schema): JsonValue {
  return Object.fromEntries(required.map((name) => [name, leastOf(properties[name] ?? {})]))
}

/** The smallest value that has `value` at `path`; undefined takes the field there away. */
export function withField(
  schema: Schema,
  path: FieldPath,
  value: JsonValue | undefined,
): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return value ?? null
  const least = leastOf(schema)
  const inner = (below: Schema | undefined): JsonValue | undefined =>
    rest.length === 0 ? value : withField(below ?? {}, rest, value)
  if (schema.type === "array") {
    const first = inner(schema.items)
    return [...(first === undefined ? [] : [first]), ...(isList(least) ? least.slice(1) : [])]
  }
  const name = String(step)
  const { [name]: _, ...others } = isObject(least) ? least : {}
  const field = inner(fieldOf(schema, name))
  return field === undefined ? others : { ...others, [name]: field }
}

function fieldOf({ properties, additionalProperties }: Schema, name: string): Schema | undefined {
  if (properties && Object.hasOwn(properties, name)) return properties[name]
  return typeof additionalProperties === "object" ? additionalProperties : undefined
}
