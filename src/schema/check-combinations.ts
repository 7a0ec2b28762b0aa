import type { FieldProblem } from "../model/verdict.ts"
import { isList, type JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"

/** Whether a schema has anything of what {@link combinationProblems} looks at: few have. */
export function hasCombinations({ allOf, anyOf, oneOf, not, uniqueItems }: Schema): boolean {
  return Boolean(allOf ?? anyOf ?? oneOf ?? not ?? uniqueItems)
}

/** What `allOf`, `anyOf`, `oneOf`, `not` and `uniqueItems` say against a value; `fits` tells whether it has what a branch asks for. */
export function combinationProblems(
  value: JsonValue,
  schema: Schema,
  fits: (branch: Schema) => boolean,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  const refuse = (keyword: string): void => {
    problems.push({ kind: "combination", keyword })
  }
  if (schema.allOf && !schema.allOf.every(fits)) refuse("allOf")
  if (schema.anyOf && !schema.anyOf.some(fits)) refuse("anyOf")
  if (schema.oneOf && schema.oneOf.filter(fits).length !== 1) refuse("oneOf")
  if (schema.not && fits(schema.not)) refuse("not")
  if (schema.uniqueItems && isList(value) && hasTwins(value)) refuse("uniqueItems")
  return problems
}

function hasTwins(list: readonly JsonValue[]): boolean {
  return new Set(list.map((element) => JSON.stringify(element))).size < list.length
}
