import { type Expression, requiredVariables, splitText } from "../scan.ts"

/** The variables of the recorded and the generated tests, and of the reference. */
export const variables: Readonly<Record<string, string>> = {
  VAR: "value",
  EMPTY: "",
  path: "/home/bozo",
  N: "3",
}

export interface Node {
  readonly name: string
  readonly operator: string
  readonly arguments: Tree
}
export type Tree = readonly (string | Node)[]
/** What of a verdict is recorded, and what the port has to say about it. */
export type Answer = { readonly error: string } | { readonly tree: Tree; readonly missing?: string }

/** Takes a text apart, and finds the first missing variable of strict substitution. */
export function answer(text: string): Answer {
  const parts = splitText(text)
  const last = parts.at(-1)
  if (typeof last === "object" && last.error !== undefined) return { error: last.error.message }
  const [missing] = requiredVariables(text, variables)
  return { tree: toTree(parts), ...(missing === undefined ? {} : { missing }) }
}

function toTree(parts: readonly (string | Expression)[]): Tree {
  return parts.map((part) =>
    typeof part === "string"
      ? part
      : { name: part.name, operator: part.operator ?? "", arguments: toTree(part.arguments) },
  )
}
