/** A zero-based line and a zero-based UTF-16 column: the LSP convention. Reporters convert. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** Half-open: `end` is the first position after the range. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Replaces the text of `range` with `newText`. */
export interface TextEdit {
  readonly range: Range
  readonly newText: string
}
