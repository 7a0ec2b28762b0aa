import { isList, isObject, type JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"
import { hasServerChecks } from "./server-checks.ts"

/**
 * A definition as far as it says anything of `values`: the API server's code gives the same verdict by it, in a fraction
 * of the time. Compiling the rules of a large definition takes longer than building a repository, and an object
 * reaches few of them. A field that no value has stays where a default would fill it in, or where a rule above names it.
 */
export function narrowSchema(schema: Schema, values: readonly JsonValue[]): Schema {
  return narrow(schema, values, "")
}

/** `rules` is the text of all rules above, in which a field must stand to be looked at. */
function narrow(schema: Schema, values: readonly JsonValue[], rulesAbove: string): Schema {
  if (hasNestedRules(schema)) return schema
  const { properties, items, additionalProperties, ...rest } = withoutWords(schema)
  const own = values.length > 0 ? (rest["x-kubernetes-validations"] ?? []) : []
  const rules = own.length > 0 ? `${rulesAbove}\n${JSON.stringify(own)}` : rulesAbove
  const { "x-kubernetes-validations": _, ...plain } = rest
  return {
    ...plain,
    ...(own.length > 0 && { "x-kubernetes-validations": own }),
    ...(properties && { properties: narrowFields(properties, values.filter(isObject), rules) }),
    ...(items && { items: narrow(items, values.filter(isList).flat().filter(isPresent), rules) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === "object"
          ? narrow(additionalProperties, values.filter(isObject).flatMap(fieldValues), rules)
          : additionalProperties,
    }),
  }
}

function narrowFields(
  properties: Readonly<Record<string, Schema>>,
  objects: readonly Readonly<Record<string, JsonValue>>[],
  rules: string,
): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) => {
      const fields = objects.filter((object) => Object.hasOwn(object, name))
      const isFilledIn = schema.default !== undefined && objects.length > 0
      if (fields.length === 0 && !isFilledIn && !isNamed(name, rules)) return []
      const present = fields.map((object) => object[name]).filter(isPresent)
      const values = isFilledIn ? [...present, schema.default].filter(isPresent) : present
      return [[name, narrow(schema, values, rules)] as const]
    }),
  )
}

/** Whether rules may name a field. What is no letter or digit is escaped in them (`a-b` is `a__dash__b`). */
function isNamed(name: string, rules: string): boolean {
  return rules !== "" && (name.match(/[a-z0-9]+/giu) ?? []).every((part) => rules.includes(part))
}

function fieldValues(object: Readonly<Record<string, JsonValue>>): readonly JsonValue[] {
  return Object.values(object).filter(isPresent)
}

function isPresent(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null
}

/** What a rule below `allOf` and its like reads is declared elsewhere: such a schema stays whole. */
function hasNestedRules({ allOf = [], anyOf = [], oneOf = [], not }: Schema): boolean {
  return [...allOf, ...anyOf, ...oneOf, ...(not ? [not] : [])].some(hasServerChecks)
}

/** Keywords for readers. */
function withoutWords(schema: Schema): Schema {
  const { description: _, ...rest } = schema as Schema & { readonly description?: string }
  return rest
}
