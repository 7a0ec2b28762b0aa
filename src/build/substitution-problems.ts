import type { Resource, SubstitutionProblem } from "../model/index.ts"
import { type FieldPath, isList, isObject, type JsonValue, stringAt } from "../yaml/index.ts"
import type { Variable } from "./substitution-variables.ts"
import { type Expression, scanExpressions } from "./variables/scan.ts"

const switchKey = "kustomize.toolkit.fluxcd.io/substitute"

/** Every expression of the unsubstituted objects that Flux cannot substitute, where it stands. */
export function substitutionProblems(
  objects: readonly Resource[],
  variables: ReadonlyMap<string, Variable>,
): readonly SubstitutionProblem[] {
  return objects.filter(isSubstituted).flatMap((resource) =>
    textsOf(resource.manifest).flatMap(({ text, path, part }) =>
      scanExpressions(text).flatMap((expression) =>
        problemsOf(expression, variables).map((problem) => ({
          ...problem,
          resource,
          at: resource.at(
            path,
            part,
            part === "value" ? { start: expression.start, end: expression.end } : undefined,
          ),
          expression: text.slice(expression.start, expression.end),
        })),
      ),
    ),
  )
}

/** Flux leaves out objects with this label or annotation, in exactly this spelling (`flux-semantics.md` 5.5). */
function isSubstituted({ manifest }: Resource): boolean {
  return ["labels", "annotations"].every(
    (field) => stringAt(manifest, ["metadata", field, switchKey]) !== "disabled",
  )
}

interface FoundText {
  readonly text: string
  readonly path: FieldPath
  readonly part: "key" | "value"
}

/** Every key and string that may hold an expression. */
function textsOf(value: JsonValue, path: FieldPath = []): readonly FoundText[] {
  if (typeof value === "string")
    return value.includes("${") ? [{ text: value, path, part: "value" }] : []
  if (isList(value)) return value.flatMap((element, index) => textsOf(element, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, element]) => {
    const inner = [...path, key]
    const own: readonly FoundText[] = key.includes("${")
      ? [{ text: key, path: inner, part: "key" }]
      : []
    return [...own, ...textsOf(element, inner)]
  })
}

type Found = Pick<SubstitutionProblem, "kind" | "variable" | "message">

function problemsOf(
  expression: Expression,
  variables: ReadonlyMap<string, Variable>,
): readonly Found[] {
  if (expression.error) return [{ kind: "syntax", message: expression.error.message }]
  const own: readonly Found[] =
    expression.hasDefault || variables.has(expression.name)
      ? []
      : [{ kind: "undefined", variable: expression.name }]
  return [...own, ...expression.nested.flatMap((nested) => problemsOf(nested, variables))]
}
