import { type FieldPath, isList, isObject, type JsonValue } from "#rule"

/** The paths below `values` that end in `name` and hold just `value`. */
export function findInValues(
  values: JsonValue,
  name: string,
  value: JsonValue,
): readonly FieldPath[] {
  const sought = JSON.stringify(value)
  const found: FieldPath[] = []
  const walk = (current: JsonValue, path: FieldPath): void => {
    if (path.at(-1) === name && JSON.stringify(current) === sought) found.push(path)
    if (isList(current))
      for (const [index, element] of current.entries()) walk(element, [...path, index])
    else if (isObject(current))
      for (const [key, field] of Object.entries(current)) walk(field, [...path, key])
  }
  walk(values, [])
  return found
}
