import { isList, isObject, type JsonObject, type JsonValue, stringAt } from "../../src/yaml/json.ts"

/** Where two values differ first, and what stands there on each side; `undefined` where a side has nothing. */
export interface Difference {
  readonly path: readonly (string | number)[]
  readonly expected: JsonValue | undefined
  readonly actual: JsonValue | undefined
}

/** All differences of two values, in the order of their keys; lists are compared position by position. */
export function differencesOf(
  expected: JsonValue | undefined,
  actual: JsonValue | undefined,
  path: readonly (string | number)[] = [],
): readonly Difference[] {
  if (isObject(expected) && isObject(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
    return keys.flatMap((key) =>
      differencesOf(ownValue(expected, key), ownValue(actual, key), [...path, key]),
    )
  }
  if (isList(expected) && isList(actual)) {
    const length = Math.max(expected.length, actual.length)
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      differencesOf(expected[index], actual[index], [...path, index]),
    )
  }
  return isSame(expected, actual) ? [] : [{ path, expected, actual }]
}

function ownValue(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

// 0 and -0 are one number once JSON has carried them; everything else is the same or is not.
function isSame(expected: JsonValue | undefined, actual: JsonValue | undefined): boolean {
  return expected === actual
}

/** The value with the keys of all its objects sorted and its numbers written as JavaScript writes them; lists keep their order. */
export function canonicalText(value: JsonValue): string {
  return JSON.stringify(value, (_, part: JsonValue) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part,
  )
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : 1
}

/** `ConfigMap apps/settings (v1)`: what tells an object from the others of its build. */
export function identityOf(manifest: JsonValue): string {
  const text = (path: readonly string[]) => stringAt(manifest, path) ?? ""
  const namespace = text(["metadata", "namespace"])
  const name = text(["metadata", "name"]) || text(["metadata", "generateName"])
  return `${text(["kind"])} ${namespace === "" ? "" : `${namespace}/`}${name} (${text(["apiVersion"])})`
}

/** One line a difference: `Deployment apps/podinfo (apps/v1): spec.replicas: 2 expected, 3 built`. */
export function describe(identity: string, { path, expected, actual }: Difference): string {
  const isText = typeof expected === "string" && typeof actual === "string"
  const start = isText ? Math.max(0, commonLength(expected, actual) - 20) : 0
  return `${identity}: ${path.join(".")}: ${short(expected, start)} expected, ${short(actual, start)} built`
}

function commonLength(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length++
  return length
}

/** The value as JSON; of a long text, a part that begins shortly before the difference. */
function short(value: JsonValue | undefined, start: number): string {
  if (value === undefined) return "nothing"
  if (typeof value === "string" && value.length > 100) {
    return `…${JSON.stringify(value.slice(start, start + 70))}… (${value.length} characters)`
  }
  const text = JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
