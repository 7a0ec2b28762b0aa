import { type FieldProblem, type JsonValue, valueAt } from "#rule"
import type { JudgedViolation } from "../api/judged-violations.ts"

/** A value that is one expression and nothing else. */
const lone = /^\$\{(?<name>\w+)(?::?[=-](?<fallback>[^{}]*))?\}$/u

/** The variable, and the text that a field holds before substitution. */
export interface LoneVariable {
  readonly text: string
  readonly name: string
  /** The default, where the expression has one. */
  readonly fallback?: string
}

function isPlain(value: JsonValue | undefined): boolean {
  return typeof value === "number" || typeof value === "boolean"
}

/** The variable that a field takes its value from, where that became a number or a boolean and a text is wanted. */
export function loneVariable({
  resource,
  path,
  problem,
  at,
}: JudgedViolation<FieldProblem>): LoneVariable | undefined {
  if (problem.kind !== "type" || !problem.expected.includes("string")) return undefined
  if (!isPlain(valueAt(resource.manifest, path))) return undefined
  const text = valueAt(at.document.content, at.path)
  if (typeof text !== "string") return undefined
  const { name, fallback } = lone.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  return { text, name, ...(fallback !== undefined && { fallback }) }
}
