import type { Bound, FieldProblem, Violation } from "../model/verdict.ts"
import type { FieldPath, JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"
import { schemaAt } from "./schema-at.ts"

/** An error of a validator that ajv has compiled. */
export interface AjvError {
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A validator that ajv has compiled: it leaves its errors on itself. */
export interface AjvValidator {
  (value: unknown): boolean
  errors?: readonly AjvError[] | null
}

/** All that a compiled validator says against `value`; `schema` is what it was compiled from. */
export function ajvViolations(
  value: JsonValue,
  validate: AjvValidator,
  schema: () => Schema,
): readonly Violation[] {
  if (validate(value)) return []
  const violations = (validate.errors ?? []).map((error) => violationOf(error, value, schema))
  const mistyped = new Set(
    violations
      .filter(({ problem }) => problem.kind === "type")
      .map(({ path }) => JSON.stringify(path)),
  )
  // A value of the wrong type is in no list either: that goes without saying.
  return violations.filter(
    ({ path, problem }) => problem.kind === "type" || !mistyped.has(JSON.stringify(path)),
  )
}

function violationOf(error: AjvError, value: JsonValue, schema: () => Schema): Violation {
  const path = fieldPath(error.instancePath, value)
  const { keyword, params } = error
  const named = params.additionalProperty ?? params.missingProperty
  if (typeof named !== "string") return { path, problem: problemOf(keyword, params) }
  if (keyword === "required") return { path: [...path, named], problem: { kind: "missing" } }
  const declared = Object.keys(schemaAt(schema(), path)?.properties ?? {})
  return { path: [...path, named], problem: { kind: "unknown", declared } }
}

/** What ajv says in `params` is described on https://ajv.js.org/api.html#error-parameters. */
function problemOf(keyword: string, params: AjvError["params"]): FieldProblem {
  switch (keyword) {
    case "type":
      return { kind: "type", expected: [params.type].flat().map(String) }
    case "enum":
      return { kind: "enum", allowed: params.allowedValues as readonly JsonValue[] }
    case "pattern":
      return { kind: "pattern", pattern: String(params.pattern) }
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
    case "minProperties":
    case "maxProperties":
    case "minimum":
    case "maximum":
      return { kind: "bound", bound: bound(keyword, Number(params.limit)) }
    default:
      return { kind: "combination", keyword }
  }
}

function bound(keyword: Bound["keyword"], limit: number): Bound {
  return { keyword, limit }
}

/** A JSON pointer as a field path: a step into a list is a number. */
function fieldPath(pointer: string, value: JsonValue): FieldPath {
  const path: (string | number)[] = []
  let current: unknown = value
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~")
    const step = Array.isArray(current) ? Number(name) : name
    path.push(step)
    current = (current as Record<string | number, unknown> | null | undefined)?.[step]
  }
  return path
}
