import {
  type FieldPath,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../src/yaml/json.ts"

/** So many damaged copies are made of one object, spread evenly over what could be damaged. */
const maxCopies = 40

/** Copies of a custom resource with one thing wrong in each: a field gone, of another type, unknown, or an entry twice. */
export function damagedCopies(manifest: JsonObject): readonly JsonObject[] {
  const { apiVersion, kind, metadata, ...own } = manifest
  const copies = [...placesIn(own)].flatMap(([path, value]) => [
    ...damagesOf(value).map((damage) => withValue(own, path, damage)),
  ])
  const step = Math.max(1, copies.length / maxCopies)
  return copies
    .filter((_, index) => index % step < 1)
    .map((copy) => ({ apiVersion, kind, metadata, ...(copy as JsonObject) }) as JsonObject)
}

/** What to write into a place instead; undefined takes it away. */
function damagesOf(value: JsonValue): readonly (JsonValue | undefined)[] {
  const other = typeof value === "string" ? 7 : "no such value"
  if (isList(value)) return [undefined, other, [...value, ...value.slice(0, 1)], []]
  if (isObject(value)) return [undefined, other, { ...value, notDeclared: true }, {}]
  return [undefined, other, null, typeof value === "number" ? -value - 0.5 : ""]
}

function* placesIn(
  value: JsonValue,
  path: FieldPath = [],
): Iterable<readonly [FieldPath, JsonValue]> {
  if (path.length > 0) yield [path, value]
  const below = isList(value) ? value.entries() : isObject(value) ? Object.entries(value) : []
  for (const [step, inner] of below) yield* placesIn(inner, [...path, step])
}

function withValue(
  value: JsonValue,
  path: FieldPath,
  other: JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = path
  if (step === undefined) return other
  if (isList(value)) {
    return value.flatMap((entry, index) =>
      index === step ? (withValue(entry, rest, other) ?? []) : [entry],
    )
  }
  const fields = Object.entries(isObject(value) ? value : {}).flatMap(([name, field]) => {
    const changed = name === step ? withValue(field, rest, other) : field
    return changed === undefined ? [] : [[name, changed] as const]
  })
  return Object.fromEntries(fields)
}
