/** What envsubst finds wrong with a text, in its very words; the range is that of the expression, as far as it was read. */
export interface ScanError {
  readonly message: ScanMessage
  readonly start: number
  readonly end: number
}

/** https://github.com/fluxcd/pkg/blob/main/envsubst/parse/parse.go */
export type ScanMessage =
  | "bad substitution"
  | "missing closing brace"
  | "unable to parse variable name"
  | "unable to parse substitution within function"

/** A `${…}` of Flux's variable substitution. Offsets are UTF-16 offsets in the scanned text. */
export interface Expression {
  readonly start: number
  /** After the closing brace, or where the scanner gave up. */
  readonly end: number
  readonly name: string
  /** `:-`, `/`, `^^`, …; `#` is both a length (before the name) and a trim. */
  readonly operator?: string
  /** What stands between the operator and the closing brace, as written. */
  readonly word?: string
  /** `=`, `:=`, `:-`, `:+` and `:?`: an unset variable is no error, and the word takes its place. */
  readonly hasDefault: boolean
  /** The operator's arguments in order, escapes resolved. */
  readonly arguments: readonly (string | Expression)[]
  /** The arguments that are expressions. They are evaluated even when the variable is set. */
  readonly nested: readonly Expression[]
  /** In the expression at fault and in all that enclose it. */
  readonly error?: ScanError
}

/** Flux's `isDefaultOp`: https://github.com/fluxcd/pkg/blob/main/envsubst/template.go */
export function isDefaultOperator(operator: string | undefined): boolean {
  return ["=", ":=", ":-", ":+", ":?"].includes(operator ?? "")
}
