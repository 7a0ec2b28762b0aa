import type { Expression } from "./expression.ts"
import { parseExpression } from "./parse-expression.ts"
import { Scanner } from "./scanner.ts"

export type { Expression } from "./expression.ts"

/** A text as envsubst takes it apart: literal texts with `$$` resolved, and expressions. */
export type TextParts = readonly (string | Expression)[]

/**
 * Finds the expressions of Flux's variable substitution in a text, as fluxcd/pkg/envsubst v1.8.0 reads it.
 * Like Flux it stops at the first error: then the last expression carries it. `$$` is an escape, so `$${X}` is none.
 */
export function scanExpressions(text: string): readonly Expression[] {
  return splitText(text).filter((part) => typeof part !== "string")
}

/** Takes a text apart, up to the first expression with an error. */
export function splitText(text: string): TextParts {
  const scanner = new Scanner(text)
  const parts: (string | Expression)[] = []
  for (;;) {
    const token = scanner.scan({ accept: isAnything, opens: true, escapes: "dollar" })
    if (token === "word") {
      parts.push(scanner.word)
      continue
    }
    if (token !== "open") return parts
    const expression = parseExpression(scanner)
    parts.push(expression)
    if (expression.error !== undefined) return parts
  }
}

/**
 * The variables that a text needs and that are not set, in the order in which strict substitution meets them: the first is the
 * one in `variable not set (strict mode): "X"`. Empty for a text with a syntax error, which Flux reports instead.
 */
export function requiredVariables(
  text: string,
  variables: Readonly<Record<string, string>>,
): readonly string[] {
  const expressions = scanExpressions(text)
  if (expressions.at(-1)?.error !== undefined) return []
  const missing = new Set<string>()
  for (const expression of inOrderOfEvaluation(expressions)) {
    const { name, hasDefault } = expression
    if (!hasDefault && !Object.hasOwn(variables, name)) missing.add(name)
  }
  return [...missing]
}

/** Every expression, nested ones before the one that they stand in. */
export function inOrderOfEvaluation(expressions: readonly Expression[]): readonly Expression[] {
  const reversed: Expression[] = []
  const pending = [...expressions]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    reversed.push(next)
    for (const nested of next.nested) pending.push(nested)
  }
  return reversed.reverse()
}

function isAnything(): boolean {
  return true
}
