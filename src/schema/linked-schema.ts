import { folderOf, joinInside } from "../load/folders.ts"
import {
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  stringAt,
  valueAt,
} from "../yaml/json.ts"
import type { ResolveRef, Schema } from "./schema.ts"

/** A JSON Schema with all that it refers to. */
export type LinkedSchema =
  | { readonly status: "whole"; readonly schema: Schema; readonly resolve: ResolveRef }
  /** Something that it refers to is not there, or must not be looked at. */
  | { readonly status: "broken"; readonly reason: string }

/** Reads a file below a location; undefined where there is none. */
export type ReadSchema = (path: string) => Schema | undefined

/**
 * A schema and everything that it refers to, in its own file or in others below the same location, such as
 * `_definitions.json#/definitions/…` (kubeconform's schemas that do not stand alone). A path is relative to the file that
 * names it, whatever `$id` says; addresses are not fetched. undefined where the file is not there.
 */
export function linkedSchema(path: string, read: ReadSchema): LinkedSchema | undefined {
  const file = read(path)
  if (!file) return undefined
  const schema = anchored(asJson(file), path)
  const links = new Map<string, JsonValue>()
  const open = [...referencesIn(schema)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (links.has(next)) continue
    const target = targetOf(next, read)
    if (target === undefined) return { status: "broken", reason: reasonFor(next) }
    links.set(next, target)
    open.push(...referencesIn(target))
  }
  return { status: "whole", schema: asSchema(schema), resolve: (name) => followed(name, links) }
}

// A schema is JSON, whatever its type says; what of it has another form is passed over when a value is checked.
const asJson = (schema: Schema): JsonValue => schema as unknown as JsonValue
const asSchema = (json: JsonValue): Schema => json as unknown as Schema

/** What a reference leads to in the end; undefined where that is only itself. */
function followed(reference: string, links: ReadonlyMap<string, JsonValue>): Schema | undefined {
  const seen = new Set<string>()
  for (let name: string | undefined = reference; name !== undefined && !seen.has(name); ) {
    seen.add(name)
    const target = links.get(name)
    if (target === undefined) return undefined
    const next = stringAt(target, ["$ref"])
    if (next === undefined) return asSchema(target)
    name = next
  }
  return undefined
}

/** Keywords whose value is no schema. */
const plain: ReadonlySet<string> = new Set(["const", "default", "enum", "example", "examples"])
/** Keywords that hold schemas by name. */
const byName: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "definitions", "$defs", "dependencies"],
])

/** A copy of a schema in which every reference says from where it leads: `kinds/backup.json#/definitions/spec`. */
function anchored(schema: JsonValue, path: string): JsonValue {
  if (isList(schema)) return schema.map((part) => anchored(part, path))
  if (!isObject(schema)) return schema
  return withEach(schema, (part, keyword) => {
    if (keyword === "$ref") return typeof part === "string" ? anchor(part, path) : part
    if (plain.has(keyword)) return part
    return byName.has(keyword) && isObject(part)
      ? withEach(part, (named) => anchored(named, path))
      : anchored(part, path)
  })
}

function withEach(
  object: JsonObject,
  change: (value: JsonValue, name: string) => JsonValue,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(value, name)]),
  )
}

const isAddress = (reference: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/)/iu.test(reference)

/** One that leads out of the location, or to an address, stays as it is written. */
function anchor(reference: string, path: string): string {
  if (isAddress(reference)) return reference
  const [name = "", pointer = ""] = reference.split("#", 2)
  const file = name === "" ? path : joinInside(folderOf(path), name)
  return file === undefined ? reference : `${file}#${pointer}`
}

function* referencesIn(schema: JsonValue): Iterable<string> {
  if (isList(schema)) for (const part of schema) yield* referencesIn(part)
  if (!isObject(schema)) return
  for (const [keyword, part] of Object.entries(schema)) {
    if (keyword === "$ref" && typeof part === "string") yield part
    else if (byName.has(keyword) && isObject(part)) yield* referencesIn(Object.values(part))
    else if (!plain.has(keyword)) yield* referencesIn(part)
  }
}

function targetOf(reference: string, read: ReadSchema): JsonValue | undefined {
  const [path = "", pointer = ""] = reference.split("#", 2)
  if (isAddress(reference) || joinInside("", path) === undefined) return undefined
  const file = read(path)
  if (!file || (pointer !== "" && !pointer.startsWith("/"))) return undefined
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
  const target = valueAt(asJson(file), steps)
  return target === undefined ? undefined : anchored(target, path)
}

function reasonFor(reference: string): string {
  const named = `the schema at its \`--schema-location\` refers to \`${reference}\``
  const [path = ""] = reference.split("#", 1)
  if (isAddress(reference)) return `${named}, and no reference to an address is followed`
  return joinInside("", path) === undefined
    ? `${named}, which lies outside of that location`
    : `${named}, which is not there`
}
