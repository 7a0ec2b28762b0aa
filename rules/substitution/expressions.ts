import { isObject, type JsonValue, type Resource, type SubstitutionProblem, stringAt } from "#rule"
import { isForeignText } from "./problems-by-expression.ts"

/** `${X-d}`, `${X+d}`, `${X?m}`: operators of a shell that envsubst reads only with a colon. */
export const shellOperator: RegExp = /^\$\{(?<name>\w+)(?<operator>[-+?])(?<word>[^}]*)\}?/u

/** Whether an expression cannot be read because of an operator: `subst-unsupported-operator` reports it. */
export function isShellOperator({ kind, expression }: SubstitutionProblem): boolean {
  return (
    kind === "syntax" &&
    shellOperator.test(expression) &&
    !/^\$\{\w+-\w[\w-]*[.[]/u.test(expression)
  )
}

/** GitHub's and Grafana's expressions, properties with dots, lists and indirections of a shell. */
const foreign = /^\$\{(?:\{|[\w-]+\.[\w.-]+|[\w.-]+\[|[!@*])/u

/** A data source or a constant that Grafana asks for when a dashboard is imported. */
const grafanaInput = /^(?:DS|VAR)_[A-Z0-9_-]+$/u

/** Whether an expression is meant for another program: `subst-foreign-expression` reports it. */
export function isForeign(problem: SubstitutionProblem): boolean {
  const { kind, expression, variable = "" } = problem
  // Nothing but a workflow engine writes that; the other forms may be a slip for a variable of Flux.
  if (kind === "syntax" && expression.startsWith("${{")) return true
  if (!isForeignText(problem) || isShellOperator(problem)) return false
  return kind === "syntax" ? foreign.test(expression) : grafanaInput.test(variable)
}

/** A text with each foreign expression escaped. */
export function escapeForeign(text: string): string {
  return text.replace(
    /(?<!\$)\$\{(?=\{|[\w-]+\.[\w.-]+|[\w.-]+\[|[!@*]|(?:DS|VAR)_[A-Z0-9_-]+\})/gu,
    "$$$${",
  )
}

const switchKey = "kustomize.toolkit.fluxcd.io/substitute"

/** Whether Flux substitutes in an object: not with this label or annotation, in exactly this spelling. */
export function isSubstituted({ manifest }: Resource): boolean {
  return ["labels", "annotations"].every(
    (field) => stringAt(manifest, ["metadata", field, switchKey]) !== "disabled",
  )
}

/** A text of an object, and the field that holds it. */
export interface FoundText {
  readonly text: string
  readonly path: readonly (string | number)[]
}

/** Every string of a value that holds `${`. */
export function textsWithExpressions(
  value: JsonValue | undefined,
  path: FoundText["path"] = [],
): readonly FoundText[] {
  if (typeof value === "string") return value.includes("${") ? [{ text: value, path }] : []
  if (Array.isArray(value))
    return value.flatMap((element, index) => textsWithExpressions(element, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    textsWithExpressions(inner, [...path, key]),
  )
}
