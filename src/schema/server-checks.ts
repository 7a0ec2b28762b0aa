import { isList, isObject, type JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"

// What a definition may ask for and a JSON Schema cannot say: rules in CEL, lists as sets and maps, embedded resources.
// The API server's own code judges that, in the engine.

/** Whether a schema asks for such a thing anywhere. */
export function hasServerChecks(schema: Schema): boolean {
  const known = remembered.get(schema)
  if (known !== undefined) return known
  const has = isServerCheck(schema) || partsOf(schema).some(hasServerChecks)
  remembered.set(schema, has)
  return has
}

const remembered = new WeakMap<Schema, boolean>()

function isServerCheck(schema: Schema): boolean {
  const rules = schema["x-kubernetes-validations"] ?? []
  return rules.length > 0 || isKeyed(schema) || schema["x-kubernetes-embedded-resource"] === true
}

function isKeyed(schema: Schema): boolean {
  return schema["x-kubernetes-list-type"] === "set" || schema["x-kubernetes-list-type"] === "map"
}

function partsOf({ properties, items, additionalProperties, allOf }: Schema): readonly Schema[] {
  return [
    ...Object.values(properties ?? {}),
    ...(items ? [items] : []),
    ...(typeof additionalProperties === "object" ? [additionalProperties] : []),
    ...(allOf ?? []),
  ]
}

/** Whether such a check looks at a value: most objects leave out the fields that have one, and need no engine. */
export function needsServer(value: JsonValue | undefined, schema: Schema): boolean {
  const present = value ?? schema.default
  if (present === undefined || present === null || !hasServerChecks(schema)) return false
  if ((schema["x-kubernetes-validations"] ?? []).length > 0) return true
  if (schema["x-kubernetes-embedded-resource"] === true || schema.allOf?.some(hasServerChecks))
    return true
  if (isList(present)) return needsServerInList(present, schema)
  return (
    isObject(present) && fieldsOf(present, schema).some(([field, of]) => needsServer(field, of))
  )
}

function needsServerInList(list: readonly JsonValue[], schema: Schema): boolean {
  if (isKeyed(schema) && list.length > 1) return true
  const { items } = schema
  return items !== undefined && list.some((entry) => needsServer(entry, items))
}

function fieldsOf(
  value: Readonly<Record<string, JsonValue>>,
  { properties = {}, additionalProperties }: Schema,
): readonly (readonly [JsonValue | undefined, Schema])[] {
  const declared = Object.entries(properties).map(
    ([name, schema]) => [Object.hasOwn(value, name) ? value[name] : undefined, schema] as const,
  )
  if (typeof additionalProperties !== "object") return declared
  return [
    ...declared,
    ...Object.values(value).map((field) => [field, additionalProperties] as const),
  ]
}
