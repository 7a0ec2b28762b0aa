/** A value that JSON can hold: what a Kubernetes API server sees of a YAML document. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject

/** A JSON object; its keys may be anything, `__proto__` included, so build it with {@link emptyObject}. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** A JSON object that is still being filled. */
export interface MutableJsonObject {
  [key: string]: JsonValue
}

/** Instances inherit from an object without properties: no `constructor`, no `__proto__`, and still fast to fill. */
const Bare = function Bare() {} as unknown as { new (): MutableJsonObject; prototype: object }
Bare.prototype = Object.freeze(Object.create(null))

/** An object without inherited properties, so that every key is an ordinary one. */
export function emptyObject(): MutableJsonObject {
  return new Bare()
}

/** `["spec", "dependsOn", 0, "name"]`, shown to users as `spec.dependsOn[0].name`. */
export type FieldPath = readonly (string | number)[]

/** Whether `value` is an object, as opposed to a list, a scalar or nothing. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Whether `value` is a list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** The value at `path` below `value`, or undefined where the path leads nowhere. */
export function valueAt(value: JsonValue | undefined, path: FieldPath): JsonValue | undefined {
  let current = value
  for (const step of path) {
    if (typeof step === "number") current = isList(current) ? current[step] : undefined
    else current = isObject(current) && Object.hasOwn(current, step) ? current[step] : undefined
  }
  return current
}

/** The string at `path` below `value`; undefined when it is missing or no string. */
export function stringAt(value: JsonValue | undefined, path: FieldPath): string | undefined {
  const found = valueAt(value, path)
  return typeof found === "string" ? found : undefined
}

/** The list at `path` below `value`; empty when it is missing or no list. */
export function listAt(value: JsonValue | undefined, path: FieldPath): readonly JsonValue[] {
  const found = valueAt(value, path)
  return isList(found) ? found : []
}

/** `spec.dependsOn[0].name`: how users read a field path. Keys that are no plain words are quoted in brackets. */
export function formatFieldPath(path: FieldPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`
    if (!/^[\w-]+$/u.test(step)) return `${text}["${step}"]`
    return text === "" ? step : `${text}.${step}`
  }, "")
}
