import type { Bound, FieldProblem } from "../model/verdict.ts"
import { compilePattern, type Pattern } from "../rule/pattern.ts"
import { isList, isObject, type JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"

/** What a schema says against a value itself, not against its fields. A value of the wrong type has no other problem. */
export function scalarProblems(value: JsonValue, schema: Schema): readonly FieldProblem[] {
  if (!isOfExpectedType(value, schema)) return [{ kind: "type", expected: expectedTypes(schema) }]
  const problems: FieldProblem[] = []
  addBoundProblems(value, schema, problems)
  if (schema.enum && !isMember(value, schema.enum))
    problems.push({ kind: "enum", allowed: schema.enum })
  if (typeof value !== "string") return problems
  const { pattern, format } = schema
  if (pattern !== undefined && patternOf(pattern)?.isPartOf(value) === false)
    problems.push({ kind: "pattern", pattern })
  if (format !== undefined && formats[format]?.test(value) === false)
    problems.push({ kind: "format", format })
  return problems
}

/** The question that is asked of every value of a cluster: one type, mostly. */
function isOfExpectedType(value: JsonValue, schema: Schema): boolean {
  const { type } = schema
  if (typeof type === "string" && isOfType(value, type)) return true
  const expected = expectedTypes(schema)
  return expected.length === 0 || expected.some((one) => isOfType(value, one))
}

function expectedTypes(schema: Schema): readonly string[] {
  if (schema["x-kubernetes-int-or-string"] || schema.format === "int-or-string")
    return ["integer", "string"]
  return schema.type === undefined ? [] : [schema.type].flat()
}

function isOfType(value: JsonValue, type: string): boolean {
  switch (type) {
    case "object":
      return isObject(value)
    case "array":
      return isList(value)
    case "integer":
      return Number.isInteger(value)
    case "quantity":
      return typeof value === "number" || (typeof value === "string" && quantity.test(value))
    default:
      // What is left of OpenAPI's types (string, number, boolean) is named as JavaScript's are.
      return (typeof value as string) === type
  }
}

/** `apimachinery: pkg/api/resource/quantity.go`, parseQuantityString. */
const quantity = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/u

/** Formats that the API server itself checks in each version; others are left to the controllers. */
const formats: Readonly<Record<string, RegExp>> = {
  "date-time": /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/u,
  byte: /^(?:[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*)$/u,
}

function isMember(value: JsonValue, allowed: readonly JsonValue[]): boolean {
  if (typeof value !== "object") return allowed.includes(value)
  const text = JSON.stringify(value)
  return allowed.some((member) => JSON.stringify(member) === text)
}

const patterns = new Map<string, Pattern | undefined>()

/** Go's patterns are RE2's; those of a repository's own CRDs are read by nothing else, as they may be made to hang. */
function patternOf(pattern: string): Pattern | undefined {
  if (!patterns.has(pattern)) patterns.set(pattern, compilePattern(pattern))
  return patterns.get(pattern)
}

function addBoundProblems(value: JsonValue, schema: Schema, problems: FieldProblem[]): void {
  for (const keyword of boundsOf(value)) {
    const limit = limitOf(schema, keyword)
    if (limit !== undefined && isExceeded(value, keyword, limit))
      problems.push({ kind: "bound", bound: { keyword, limit } })
  }
}

const bounds = {
  text: ["minLength", "maxLength"],
  list: ["minItems", "maxItems"],
  mapping: ["minProperties", "maxProperties"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  other: [],
} as const

function boundsOf(value: JsonValue): readonly Bound["keyword"][] {
  if (typeof value === "string") return bounds.text
  if (typeof value === "number") return bounds.number
  if (isList(value)) return bounds.list
  return isObject(value) ? bounds.mapping : bounds.other
}

/** OpenAPI 3.0 makes `minimum` and `maximum` exclusive by a flag beside them. */
function limitOf(schema: Schema, keyword: Bound["keyword"]): number | undefined {
  switch (keyword) {
    case "minimum":
      return schema.exclusiveMinimum === true ? undefined : schema.minimum
    case "maximum":
      return schema.exclusiveMaximum === true ? undefined : schema.maximum
    case "exclusiveMinimum":
      return schema.exclusiveMinimum === true ? schema.minimum : undefined
    case "exclusiveMaximum":
      return schema.exclusiveMaximum === true ? schema.maximum : undefined
    default:
      return schema[keyword]
  }
}

function isExceeded(value: JsonValue, keyword: Bound["keyword"], limit: number): boolean {
  const amount = amountOf(value)
  switch (keyword) {
    case "exclusiveMinimum":
      return amount <= limit
    case "exclusiveMaximum":
      return amount >= limit
    case "multipleOf":
      return !isMultiple(amount, limit)
    default:
      return keyword.startsWith("min") ? amount < limit : amount > limit
  }
}

/** Characters are code points, as utf8.RuneCountInString counts them. */
function amountOf(value: JsonValue): number {
  if (typeof value === "number") return value
  if (typeof value === "string") return [...value].length
  return isList(value) ? value.length : Object.keys(value ?? {}).length
}

function isMultiple(value: number, step: number): boolean {
  const quotient = value / step
  return step <= 0 || Math.abs(quotient - Math.round(quotient)) < 1e-9
}
