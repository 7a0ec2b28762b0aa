import { nearestName } from "../../text/nearest-name.ts"
import {
  type FieldPath,
  formatFieldPath,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../yaml/json.ts"
import { alternativeFor, type Schema, typeOf, typesOf } from "./schema.ts"

/** A value that the schema does not allow. */
export interface Violation {
  readonly path: FieldPath
  /** An unknown key is shown at the key, all else at the value. */
  readonly part: "key" | "value"
  readonly message: string
  readonly help?: string
}

/** All that is wrong with `value`, in the order of the file. */
export function validate(
  value: JsonValue,
  schema: Schema,
  path: FieldPath = [],
): readonly Violation[] {
  const chosen = alternativeFor(schema, value)
  if (!typesOf(chosen).includes(typeOf(value))) return [wrongType(value, schema, path)]
  if (chosen.enum && !chosen.enum.some((allowed) => allowed === value))
    return [wrongChoice(value, schema, path)]
  if (typeof value === "string") return wrongText(value, chosen, path)
  if (isList(value)) {
    return value.flatMap((item, index) =>
      chosen.items ? validate(item, chosen.items, [...path, index]) : [],
    )
  }
  return isObject(value) ? validateObject(value, chosen, path) : []
}

function validateObject(value: JsonObject, schema: Schema, path: FieldPath): readonly Violation[] {
  const properties = schema.properties ?? {}
  const known = Object.keys(properties)
  const missing = (schema.required ?? [])
    .filter((key) => !Object.hasOwn(value, key))
    .map((key): Violation => ({ path, part: "key", message: `${nameOf(path)} has no \`${key}\`.` }))
  const wrong = Object.entries(value).flatMap(([key, child]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined
    const childSchema = own ?? schema.additionalProperties
    if (!childSchema) return [unknownKey(key, known, path)]
    const names =
      own || !schema.propertyNames
        ? []
        : wrongText(key, schema.propertyNames, [...path, key], "key")
    return [...names, ...validate(child, childSchema, [...path, key])]
  })
  return [...missing, ...wrong]
}

function unknownKey(key: string, known: readonly string[], path: FieldPath): Violation {
  const nearest = nearestName(key, known)
  return {
    path: [...path, key],
    part: "key",
    message: `${nameOf(path)} has no key \`${key}\`.`,
    help: nearest === undefined ? `Its keys are ${listed(known)}.` : `Did you mean \`${nearest}\`?`,
  }
}

function wrongType(value: JsonValue, schema: Schema, path: FieldPath): Violation {
  const isVersion = typeof value === "number" && schema.type === "string"
  return {
    path,
    part: "value",
    message: `${nameOf(path)} is ${article(typeOf(value))}; it takes ${typesOf(schema).map(article).join(" or ")}.`,
    ...(isVersion && { help: "Put it in quotes: YAML reads `2.10` as the number 2.1." }),
  }
}

function wrongChoice(value: JsonValue, schema: Schema, path: FieldPath): Violation {
  const choices = (schema.enum ?? schema.anyOf?.flatMap((one) => one.enum ?? []) ?? []).filter(
    (choice) => typeof choice === "string",
  )
  const nearest = nearestName(String(value), choices)
  return {
    path,
    part: "value",
    message: `${nameOf(path)} is \`${String(value)}\`; it takes ${listed(choices)}.`,
    ...(nearest === undefined ? {} : { help: `Did you mean \`${nearest}\`?` }),
  }
}

function wrongText(
  value: string,
  schema: Schema,
  path: FieldPath,
  part: "key" | "value" = "value",
): readonly Violation[] {
  // Patterns are our own, never a user's.
  if (schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value)) return []
  const subject = part === "key" ? `The key \`${value}\`` : `${nameOf(path)} is \`${value}\`, which`
  return [{ path, part, message: `${subject} is not ${schema["x-pattern"] ?? schema.pattern}.` }]
}

function nameOf(path: FieldPath): string {
  return path.length === 0 ? "The configuration" : `\`${formatFieldPath(path)}\``
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ")
}

const articles: Readonly<Record<string, string>> = {
  object: "a mapping",
  array: "a list",
  string: "text",
  number: "a number",
  boolean: "true or false",
  null: "empty",
}

function article(type: string): string {
  return articles[type] ?? type
}
