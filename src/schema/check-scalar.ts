import type { Bound, FieldProblem } from "../model/verdict.ts"
import { compilePattern, type Pattern } from "../rule/pattern.ts"
import { isList, isObject, type JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"

/** What a schema says against a value itself, not against its fields. A value of the wrong type has no other problem. */
export function scalarProblems(value: JsonValue, schema: Schema): readonly FieldProblem[] {
  const expected = expectedTypes(schema)
  if (expected.length > 0 && !expected.some((type) => isOfType(value, type)))
    return [{ kind: "type", expected }]
  const problems: FieldProblem[] = boundProblems(value, schema)
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

function expectedTypes(schema: Schema): readonly string[] {
  if (schema["x-kubernetes-int-or-string"] || schema.format === "int-or-string")
    return ["integer", "string"]
  return schema.type === undefined ? [] : [schema.type]
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

type Measure = readonly [Bound["keyword"], (limit: number) => boolean]

function boundProblems(value: JsonValue, schema: Schema): FieldProblem[] {
  return measuresOf(value, schema).flatMap(([keyword, exceeds]): FieldProblem[] => {
    const limit = limitOf(schema, keyword)
    if (limit === undefined || !exceeds(limit)) return []
    return [{ kind: "bound", bound: { keyword, limit } }]
  })
}

/** OpenAPI 3.0 makes `minimum` and `maximum` exclusive by a flag beside them. */
function limitOf(schema: Schema, keyword: Bound["keyword"]): number | undefined {
  switch (keyword) {
    case "minimum":
      return schema.exclusiveMinimum ? undefined : schema.minimum
    case "maximum":
      return schema.exclusiveMaximum ? undefined : schema.maximum
    case "exclusiveMinimum":
      return schema.exclusiveMinimum ? schema.minimum : undefined
    case "exclusiveMaximum":
      return schema.exclusiveMaximum ? schema.maximum : undefined
    default:
      return schema[keyword]
  }
}

function measuresOf(value: JsonValue, schema: Schema): readonly Measure[] {
  if (typeof value === "number") return numberMeasures(value)
  if (typeof value === "string") {
    if (schema.minLength === undefined && schema.maxLength === undefined) return []
    // Characters are code points, as utf8.RuneCountInString counts them.
    const length = [...value].length
    return between(length, "minLength", "maxLength")
  }
  if (isList(value)) return between(value.length, "minItems", "maxItems")
  if (!isObject(value)) return []
  if (schema.minProperties === undefined && schema.maxProperties === undefined) return []
  return between(Object.keys(value).length, "minProperties", "maxProperties")
}

function numberMeasures(value: number): readonly Measure[] {
  return [
    ...between(value, "minimum", "maximum"),
    ["exclusiveMinimum", (limit) => value <= limit],
    ["exclusiveMaximum", (limit) => value >= limit],
    ["multipleOf", (limit) => !isMultiple(value, limit)],
  ]
}

function isMultiple(value: number, step: number): boolean {
  const quotient = value / step
  return step <= 0 || Math.abs(quotient - Math.round(quotient)) < 1e-9
}

function between(
  amount: number,
  least: Bound["keyword"],
  most: Bound["keyword"],
): readonly Measure[] {
  return [
    [least, (limit) => amount < limit],
    [most, (limit) => amount > limit],
  ]
}
