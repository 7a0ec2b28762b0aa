import { isList, isObject, type JsonValue } from "../yaml/index.ts"

/** Whether two values are the same for a reader of JSON: the order of fields does not count. */
export function isSameContent(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true
  if (isList(left) && isList(right))
    return (
      left.length === right.length &&
      left.every((element, index) => isSameContent(element, right[index]))
    )
  if (!isObject(left) || !isObject(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSameContent(left[key], right[key]))
  )
}
