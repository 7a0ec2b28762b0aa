import type { FieldProblem, Violation } from "../model/verdict.ts"
import { type FieldPath, isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"
import { combinationProblems } from "./check-combinations.ts"
import { scalarProblems } from "./check-scalar.ts"
import type { ResolveRef, Schema } from "./schema.ts"

/** A walk over a value and its schema. */
export interface Check {
  readonly resolve: ResolveRef
  /** Whether fields that are not declared are refused; inside `anyOf` and its like they are not judged. */
  readonly closed: boolean
  report(path: FieldPath, problem: FieldProblem): void
}

/** Fields that every object embedded in another one may have (`x-kubernetes-embedded-resource`). */
const embedded: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"])

/** All that a schema says against `value`, in the order of the value's fields. */
export function violationsOf(value: JsonValue, schema: Schema, resolve: ResolveRef): Violation[] {
  const violations: Violation[] = []
  const report = (path: FieldPath, problem: FieldProblem): void => {
    violations.push({ path, problem })
  }
  checkValue(value, schema, [], { resolve, closed: true, report })
  return violations
}

/** Walks down a value and its schema together. */
export function checkValue(value: JsonValue, schema: Schema, path: FieldPath, check: Check): void {
  const resolved = schema.$ref === undefined ? schema : check.resolve(schema.$ref)
  // The API server removes nulls that are not allowed before it validates.
  if (!resolved || value === null) return
  const problems = scalarProblems(value, resolved)
  for (const problem of problems) check.report(path, problem)
  if (problems.some(({ kind }) => kind === "type")) return
  if (isObject(value)) checkObject(value, resolved, path, check)
  else if (isList(value) && resolved.items) {
    const { items } = resolved
    for (const [index, element] of value.entries())
      checkValue(element, items, [...path, index], check)
  }
  const fits = (branch: Schema): boolean => isAccepted(value, branch, check.resolve)
  for (const problem of combinationProblems(value, resolved, fits)) check.report(path, problem)
}

/** Whether a value has what a branch of `anyOf` and its like asks for: a branch declares no fields. */
function isAccepted(value: JsonValue, branch: Schema, resolve: ResolveRef): boolean {
  let accepted = true
  const report = (): void => {
    accepted = false
  }
  checkValue(value, branch, [], { resolve, closed: false, report })
  return accepted
}

function checkObject(value: JsonObject, schema: Schema, path: FieldPath, check: Check): void {
  for (const name of schema.required ?? []) {
    if ((value[name] ?? null) === null && !isNullHere(value, name, schema))
      check.report([...path, name], { kind: "missing" })
  }
  for (const [name, field] of Object.entries(value)) {
    const declared = fieldSchema(schema, name)
    if (declared) checkValue(field, declared, [...path, name], check)
    else if (check.closed && isUndeclared(schema, name)) {
      const names = Object.keys(schema.properties ?? {})
      check.report([...path, name], { kind: "unknown", declared: names })
    }
  }
}

function isNullHere(value: JsonObject, name: string, { properties }: Schema): boolean {
  return value[name] === null && properties?.[name]?.nullable === true
}

function fieldSchema(
  { properties, additionalProperties }: Schema,
  name: string,
): Schema | undefined {
  if (properties && Object.hasOwn(properties, name)) return properties[name]
  return typeof additionalProperties === "object" ? additionalProperties : undefined
}

function isUndeclared(schema: Schema, name: string): boolean {
  if (!schema.properties || schema.additionalProperties) return false
  if (schema["x-kubernetes-preserve-unknown-fields"]) return false
  return !(schema["x-kubernetes-embedded-resource"] && embedded.has(name))
}
