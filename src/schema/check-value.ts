import type { FieldProblem, Violation } from "../model/verdict.ts"
import { type FieldPath, isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"
import { combinationProblems, hasCombinations } from "./check-combinations.ts"
import { scalarProblems } from "./check-scalar.ts"
import type { ResolveRef, Schema } from "./schema.ts"

/** A walk over a value and its schema. */
export interface Check {
  readonly resolve: ResolveRef
  /**
   * Which fields that are not declared are refused: in structural schemas all, unless unknown fields are preserved; in a
   * JSON Schema those that `additionalProperties: false` rules out; inside `anyOf` and its like none.
   */
  readonly closed: "all" | "stated" | "none"
  report(path: FieldPath, problem: FieldProblem): void
}

/** Fields that every object embedded in another one may have (`x-kubernetes-embedded-resource`). */
const embedded: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"])

/** All that a schema says against `value`, in the order of the value's fields. */
export function violationsOf(
  value: JsonValue,
  schema: Schema,
  resolve: ResolveRef,
  closed: Check["closed"] = "all",
): Violation[] {
  const violations: Violation[] = []
  const report = (path: FieldPath, problem: FieldProblem): void => {
    violations.push({ path, problem })
  }
  checkValue(value, schema, [], { resolve, closed, report })
  return violations
}

/** Walks down a value and its schema together; `path` grows and shrinks with the walk. */
function checkValue(
  value: JsonValue,
  schema: Schema,
  path: (string | number)[],
  check: Check,
): void {
  const resolved = schema.$ref === undefined ? schema : check.resolve(schema.$ref)
  // The API server removes nulls that are not allowed before it validates.
  if (!resolved || value === null) return
  const problems = scalarProblems(value, resolved)
  for (const problem of problems) check.report([...path], problem)
  if (problems.some(({ kind }) => kind === "type")) return
  if (isObject(value)) checkObject(value, resolved, path, check)
  else if (isList(value)) checkList(value, resolved, path, check)
  if (!hasCombinations(resolved)) return
  const fits = (branch: Schema): boolean => isAccepted(value, branch, check.resolve)
  for (const problem of combinationProblems(value, resolved, fits)) check.report([...path], problem)
}

function checkList(
  value: readonly JsonValue[],
  { items }: Schema,
  path: (string | number)[],
  check: Check,
): void {
  if (!items) return
  for (const [index, element] of value.entries()) {
    path.push(index)
    checkValue(element, items, path, check)
    path.pop()
  }
}

/** Whether a value has what a branch of `anyOf` and its like asks for: a branch declares no fields. */
function isAccepted(value: JsonValue, branch: Schema, resolve: ResolveRef): boolean {
  let accepted = true
  const report = (): void => {
    accepted = false
  }
  checkValue(value, branch, [], { resolve, closed: "none", report })
  return accepted
}

function checkObject(
  value: JsonObject,
  schema: Schema,
  path: (string | number)[],
  check: Check,
): void {
  for (const name of schema.required ?? []) {
    if (
      (value[name] ?? null) === null &&
      !isNullHere(value, name, schema) &&
      !isFilledIn(name, schema)
    )
      check.report([...path, name], { kind: "missing" })
  }
  for (const [name, field] of Object.entries(value)) {
    const declared = fieldSchema(schema, name)
    if (declared) {
      path.push(name)
      checkValue(field, declared, path, check)
      path.pop()
    } else if (isUndeclared(schema, name, check.closed)) {
      const names = Object.keys(schema.properties ?? {})
      check.report([...path, name], { kind: "unknown", declared: names })
    }
  }
}

function isNullHere(value: JsonObject, name: string, { properties }: Schema): boolean {
  return value[name] === null && properties?.[name]?.nullable === true
}

/** The API server sets defaults before it validates. */
function isFilledIn(name: string, { properties }: Schema): boolean {
  return (
    properties !== undefined &&
    Object.hasOwn(properties, name) &&
    properties[name]?.default !== undefined
  )
}

function fieldSchema(
  { properties, additionalProperties }: Schema,
  name: string,
): Schema | undefined {
  if (properties && Object.hasOwn(properties, name)) return properties[name]
  return typeof additionalProperties === "object" ? additionalProperties : undefined
}

function isUndeclared(schema: Schema, name: string, closed: Check["closed"]): boolean {
  if (closed === "none" || !schema.properties || schema.additionalProperties) return false
  if (closed === "stated" && schema.additionalProperties !== false) return false
  if (schema["x-kubernetes-preserve-unknown-fields"]) return false
  return !(schema["x-kubernetes-embedded-resource"] && embedded.has(name))
}
