import { isList, isObject, type JsonValue } from "../yaml/json.ts"

/**
 * A value without the fields that are null: the API server removes them before it validates, unless the schema allows
 * null, which no schema of Flux does. A value that has none, as nearly all, is returned as it is.
 */
export function withoutNulls(value: JsonValue): JsonValue {
  return hasNull(value) ? stripped(value) : value
}

function hasNull(value: JsonValue): boolean {
  if (isList(value)) return value.some(hasNull)
  return value === null || (isObject(value) && Object.values(value).some(hasNull))
}

function stripped(value: JsonValue): JsonValue {
  if (isList(value)) return value.map(stripped)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([name, field]) => [name, stripped(field)]),
  )
}
