import { isList, isObject, type JsonObject, type JsonValue } from "../../yaml/json.ts"
import { quantity } from "./quantity.ts"

/** Maps that the API server adds nothing to. */
const plainMaps: readonly string[] = [
  "labels",
  "annotations",
  "matchLabels",
  "nodeSelector",
  "data",
  "parameters",
]

/** Fields that the API server fills from others. */
const filled: readonly string[] = ["resources", "requests", "status", "securityContext"]

/**
 * Whether two values differ for the API server too. A manifest need not have what is a default, so that a field that only
 * one side has proves something only where no default has such a form: for maps of people's own keys, lists and objects.
 */
export function surelyDiffers(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  key = "",
): boolean {
  if (isList(before) && isList(after)) {
    return (
      before.length !== after.length ||
      before.some((value, index) => surelyDiffers(value, after[index], key))
    )
  }
  if (isObject(before) && isObject(after)) return objectsDiffer(before, after, key)
  if (isMissing(before) || isMissing(after)) return provesMuch(before ?? after, key)
  if (isList(before) || isList(after) || isObject(before) || isObject(after)) return true
  return String(before) !== String(after) && !isSameQuantity(before, after)
}

function objectsDiffer(before: JsonObject, after: JsonObject, key: string): boolean {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const isPlain = plainMaps.includes(key)
  return [...keys].some((name) => {
    const [first, second] = [before[name], after[name]]
    return isPlain ? first !== second : surelyDiffers(first, second, name)
  })
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null
}

function provesMuch(value: JsonValue | undefined, key: string): boolean {
  if (filled.includes(key)) return false
  return isList(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0
}

function isSameQuantity(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  const first = quantity(before)
  return first !== undefined && first === quantity(after)
}
