import type { YamlNode, YamlScalar } from "../node.ts"
import type { Scanner } from "./scanner.ts"
import { SyntaxProblem } from "./syntax-problem.ts"
import { type Token, TokenType } from "./token.ts"

/** The anchor and the tag of a node. */
export interface Properties {
  readonly anchor: string | undefined
  readonly tag: string | undefined
  readonly end: number
}

/** What the collections need of the parser that they are part of. */
export interface NodeParser {
  readonly scanner: Scanner
  /** Reads the next node; `mayBeIndentless`: a list may stand in the column of its key. */
  node(isBlock: boolean, mayBeIndentless: boolean): YamlNode
  /** A value that is left out. */
  empty(at: number): YamlScalar
  /** Begins a collection; checks the depth. */
  enter(token: Token): void
  leave(): void
}

/** Ends the reading of the document at `token`. */
export function fail(token: Token, message: string): never {
  throw new SyntaxProblem(message, token.start, token.end)
}

/** Ends the reading at a token that is no entry of the collection around it. */
export function failEntry(token: Token, expected: string): never {
  const { type } = token
  if (type === TokenType.BlockMappingStart || type === TokenType.BlockSequenceStart) {
    fail(token, "this is indented differently from the entries before it")
  }
  if (type === TokenType.Key || type === TokenType.Value || type === TokenType.BlockEntry) {
    fail(token, expected)
  }
  if (isBracket(token)) fail(token, "this belongs to no `[…]` or `{…}`")
  fail(token, "this stands after a value that has ended")
}

/** Whether a token is a comma or a closing bracket. */
export function isBracket({ type }: Token): boolean {
  return (
    type === TokenType.FlowEntry ||
    type === TokenType.FlowSequenceEnd ||
    type === TokenType.FlowMappingEnd
  )
}
