import { type FieldPath, type FieldProblem, isObject, valueAt } from "#rule"
import type { JudgedViolation } from "./judged-violations.ts"

/** Mappings of names to texts, in which YAML makes numbers and booleans of unquoted values. */
const textMappings: ReadonlySet<string> = new Set([
  "labels",
  "annotations",
  "data",
  "stringData",
  "binaryData",
  "matchLabels",
  "nodeSelector",
  "selector",
  "substitute",
  "parameters",
])

/** Whether a violation is a number or boolean where a mapping takes texts: `label-not-string` reports it. */
export function isTextField({ resource, path, problem }: JudgedViolation<FieldProblem>): boolean {
  if (problem.kind !== "type" || problem.expected.join() !== "string") return false
  const value = valueAt(resource.manifest, path)
  return (
    isTextMapping(path) &&
    !isObject(value) &&
    (typeof value === "number" || typeof value === "boolean")
  )
}

function isTextMapping(path: FieldPath): boolean {
  return textMappings.has(String(path.at(-2)))
}
