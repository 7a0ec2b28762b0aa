import type { JsonValue } from "../../yaml/json.ts"

/** The part of JSON Schema that the configuration needs: what an editor reads is what sluice checks. */
export interface Schema {
  readonly description?: string
  readonly type?: "object" | "array" | "string" | "number" | "boolean"
  readonly enum?: readonly (string | boolean)[]
  readonly pattern?: string
  /** What `pattern` wants, in words: shown when a text does not match. */
  readonly "x-pattern"?: string
  readonly default?: JsonValue
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: false | Schema
  readonly propertyNames?: Schema
  readonly required?: readonly string[]
  /** Alternatives of different types. */
  readonly anyOf?: readonly Schema[]
}

/** The JSON type of a value. */
export function typeOf(
  value: JsonValue,
): "object" | "array" | "string" | "number" | "boolean" | "null" {
  if (value === null) return "null"
  if (Array.isArray(value)) return "array"
  const type = typeof value
  return type === "string" || type === "number" || type === "boolean" ? type : "object"
}

/** The alternative that `value` is meant for: the one of its type, else the first. */
export function alternativeFor(schema: Schema, value: JsonValue): Schema {
  const { anyOf } = schema
  if (!anyOf) return schema
  const type = typeOf(value)
  const ofType = anyOf.find((one) => typesOf(one).includes(type))
  return ofType ?? anyOf[0] ?? schema
}

/** The JSON types that a schema lets through. */
export function typesOf(schema: Schema): readonly string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(typesOf)
  if (schema.type) return [schema.type]
  return [...new Set((schema.enum ?? []).map((value) => typeof value as string))]
}
