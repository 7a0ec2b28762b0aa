import { isList, isObject, type JsonValue } from "../yaml/json.ts"

/**
 * A value without the fields that are null: the API server removes them before it validates, unless the schema allows
 * null, which no schema of Flux does. A value that has none is returned as it is.
 */
export function withoutNulls(value: JsonValue): JsonValue {
  if (isList(value)) {
    const elements = value.map(withoutNulls)
    return elements.some((element, index) => element !== value[index]) ? elements : value
  }
  if (!isObject(value)) return value
  const entries = Object.entries(value)
  const kept = entries
    .filter(([, field]) => field !== null)
    .map(([name, field]) => [name, withoutNulls(field)] as const)
  const isSame =
    kept.length === entries.length && kept.every(([name, field]) => field === value[name])
  return isSame ? value : Object.fromEntries(kept)
}
