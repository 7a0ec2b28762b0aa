import type { FieldProblem } from "../../../src/model/verdict.ts"
import type { CrdVersion } from "../../../src/schema/crd-versions.ts"
import type { Schema } from "../../../src/schema/schema.ts"
import type { FieldPath, JsonObject, JsonValue } from "../../../src/yaml/json.ts"
import { leastOf, withField } from "./least-object.ts"
import { strangerTo, textLike } from "./sample-text.ts"

/** An object, and what a definition says of it. */
export interface SchemaCase {
  /** `spec.provider: every value of the enum, "aws"` */
  readonly title: string
  readonly object: JsonObject
  readonly expected:
    | { readonly verdict: "accepted" }
    | { readonly verdict: "refused"; readonly at: FieldPath; readonly problem: Problem }
    /** Accepted, and the API server writes a default into a field. */
    | { readonly verdict: "completed"; readonly at: FieldPath; readonly value: JsonValue }
}

type Problem = FieldProblem["kind"]

/** What the API server knows of every object is not the definition's to say, and nobody writes `status`. */
const ofEveryObject: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "status"])

/**
 * For everything that a definition says of its fields an object that keeps it and one that does not: values, defaults and
 * limits are read from the definition. Each object has the fields that are required, and the one that it is about.
 */
export function schemaCasesOf({ group, kind, version, schema }: CrdVersion): SchemaCase[] {
  // The API server accepts structural schemas alone.
  const { properties = {}, ...rest } = schema as unknown as Schema
  const own = Object.entries(properties).filter(([name]) => !ofEveryObject.has(name))
  const root: Schema = { ...rest, properties: Object.fromEntries(own) }
  const whole = (value: JsonValue): JsonObject => ({
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name: "flux", namespace: "flux-system" },
    ...(value as JsonObject),
  })
  const cases = [...fieldsIn(root)].flatMap((field) =>
    [...valuesFor(field), ...absencesIn(field)].map(({ about, path, value, expected }) => ({
      title: `${path.join(".")}: ${about}`,
      object: whole(withField(root, path, value)),
      expected,
    })),
  )
  return [{ title: "what is required", object: whole(leastOf(root)), expected: accepted }, ...cases]
}

interface Field {
  readonly path: FieldPath
  readonly schema: Schema
}

/** One field of an object is given a value, or taken away (undefined). */
interface Change {
  readonly about: string
  readonly path: FieldPath
  readonly value: JsonValue | undefined
  readonly expected: SchemaCase["expected"]
}

const accepted: SchemaCase["expected"] = { verdict: "accepted" }

/** All fields that a schema declares, with one entry for each list and one key for each map. */
function* fieldsIn(schema: Schema, path: FieldPath = []): Iterable<Field> {
  yield { path, schema }
  const { properties = {}, items, additionalProperties } = schema
  for (const [name, property] of Object.entries(properties))
    yield* fieldsIn(property, [...path, name])
  if (items) yield* fieldsIn(items, [...path, 0])
  if (typeof additionalProperties === "object")
    yield* fieldsIn(additionalProperties, [...path, "key"])
}

function* valuesFor({ path, schema }: Field): Iterable<Change> {
  if (path.length > 0) {
    const least = leastOf(schema)
    yield { about: "a value", path, value: least, expected: accepted }
    const wrong = typeof schema.type === "string" ? otherTypes[schema.type] : undefined
    if (wrong !== undefined) yield refused({ path, schema }, "type", wrong)
  }
  const { default: standard, enum: allowed } = schema
  if (standard !== undefined)
    yield { about: "the default", path, value: standard, expected: accepted }
  for (const value of allowed ?? [])
    yield { about: `of the enum, ${JSON.stringify(value)}`, path, value, expected: accepted }
  if (allowed) yield refused({ path, schema }, "enum", "no-such-value")
  if (schema.pattern !== undefined)
    yield refused({ path, schema }, "pattern", strangerTo(schema.pattern))
  yield* limitsOf({ path, schema })
}

const otherTypes: Readonly<Record<string, JsonValue>> = {
  string: 7,
  integer: "seven",
  number: "seven",
  boolean: "yes",
  object: "text",
  array: "text",
}

function refused({ path }: Field, problem: Problem, value: JsonValue): Change {
  const about = `refused for its ${problem}, ${JSON.stringify(value).slice(0, 40)}`
  return { about, path, value, expected: { verdict: "refused", at: path, problem } }
}

function* limitsOf(field: Field): Iterable<Change> {
  const { path, schema } = field
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, items = {} } = schema
  const atLimit = (value: JsonValue | undefined): readonly Change[] =>
    value === undefined ? [] : [{ about: "at the limit", path, value, expected: accepted }]
  const beyond = (value: JsonValue): Change => refused(field, "bound", value)
  const list = (length: number): JsonValue => Array.from({ length }, () => leastOf(items))
  const { pattern } = schema
  if (minLength) {
    yield* atLimit(textLike({ pattern, length: minLength }))
    yield beyond("a".repeat(minLength - 1))
  }
  if (maxLength !== undefined) {
    yield* atLimit(textLike({ pattern, length: maxLength }))
    yield beyond(textLike({ pattern, length: maxLength + 1 }) ?? "a".repeat(maxLength + 1))
  }
  if (minItems) {
    yield* atLimit(list(minItems))
    yield beyond(list(minItems - 1))
  }
  if (maxItems !== undefined) {
    yield* atLimit(list(maxItems))
    yield beyond(list(maxItems + 1))
  }
  if (minimum !== undefined) {
    yield* atLimit(minimum)
    yield beyond(minimum - 1)
  }
  if (maximum !== undefined) {
    yield* atLimit(maximum)
    yield beyond(maximum + 1)
  }
}

/** What is missing, what is filled in instead, and what nobody has declared. */
function* absencesIn({ path, schema }: Field): Iterable<Change> {
  const { properties = {}, required = [] } = schema
  for (const [name, { default: standard }] of Object.entries(properties)) {
    const at = [...path, name]
    const absent = { path: at, value: undefined }
    if (standard !== undefined) {
      const expected = { verdict: "completed", at, value: standard } as const
      yield { ...absent, about: "left to its default", expected }
    } else if (required.includes(name)) {
      const expected = { verdict: "refused", at, problem: "missing" } as const
      yield { ...absent, about: "required, and missing", expected }
    }
  }
  if (isOpen(schema)) return
  const at = [...path, "notDeclared"]
  const expected = { verdict: "refused", at, problem: "unknown" } as const
  yield { about: "not declared", path: at, value: true, expected }
}

function isOpen(schema: Schema): boolean {
  const { type, additionalProperties } = schema
  if (type !== "object" || additionalProperties !== undefined) return true
  return schema["x-kubernetes-preserve-unknown-fields"] === true
}
