import {
  type Cursor,
  codeAt,
  columnOf,
  endOfLine,
  failLine,
  isBlank,
  isBreak,
  readLineBreak,
  SPACE,
  skipRestOfLine,
  TAB,
} from "./cursor.ts"
import type { Token } from "./token.ts"

const PLUS = 43
const MINUS = 45
const ZERO = 48
const NINE = 57

interface Header {
  readonly chomping: number
  /** Columns more than the parent, or 0 where they are to be found out. */
  readonly increment: number
}

/** Scans a literal or folded scalar into `token`; the cursor is at its `|` or `>`. */
export function scanBlock(cursor: Cursor, token: Token, parentIndent: number): void {
  const { text } = cursor
  const isFolded = token.style === "folded"
  const { chomping, increment } = scanHeader(cursor, token.start)
  token.end = trimmedLineEnd(cursor, token.start)
  readLineBreak(cursor)
  let indent = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment
  let blankLines = ""
  if (indent === 0) {
    const found = findIndent(cursor, parentIndent)
    indent = found.indent
    blankLines = found.blankLines
  } else blankLines = skipBlankLines(cursor, indent)
  let value = ""
  let lineBreak = ""
  let wasIndented = false
  while (columnOf(cursor) === indent && cursor.at < cursor.end) {
    const isIndented = isBlank(codeAt(cursor))
    const isFold = isFolded && !wasIndented && !isIndented && lineBreak === "\n"
    if (!isFold) value += lineBreak
    else if (blankLines === "") value += " "
    const lineEnd = endOfLine(cursor, cursor.at)
    value += blankLines + text.slice(cursor.at, lineEnd)
    token.end = lineEnd
    cursor.at = lineEnd
    wasIndented = isIndented
    lineBreak = readLineBreak(cursor)
    blankLines = skipBlankLines(cursor, indent)
  }
  if (chomping >= 0) value += lineBreak
  if (chomping > 0) value += blankLines
  token.value = value
  token.indent = indent
}

function scanHeader(cursor: Cursor, start: number): Header {
  cursor.at++
  let chomping = scanChomping(cursor)
  let increment = 0
  const code = codeAt(cursor)
  if (code >= ZERO && code <= NINE) {
    if (code === ZERO) failLine(cursor, "a block scalar cannot be indented by 0 columns", start)
    increment = code - ZERO
    cursor.at++
    if (chomping === 0) chomping = scanChomping(cursor)
  }
  skipRestOfLine(cursor)
  if (cursor.at < cursor.end && !isBreak(codeAt(cursor))) {
    failLine(cursor, "the text of a block scalar begins on the line after its header", cursor.at)
  }
  return { chomping, increment }
}

function scanChomping(cursor: Cursor): number {
  const code = codeAt(cursor)
  if (code !== PLUS && code !== MINUS) return 0
  cursor.at++
  return code === PLUS ? 1 : -1
}

function trimmedLineEnd(cursor: Cursor, start: number): number {
  let at = cursor.at
  while (at > start && isBlank(cursor.text.charCodeAt(at - 1))) at--
  return at
}

/** Moves over the blank lines before the text, which tell its indentation together with its first line. */
function findIndent(
  cursor: Cursor,
  parentIndent: number,
): { readonly indent: number; readonly blankLines: string } {
  let blankLines = ""
  let widest = 0
  for (;;) {
    while (codeAt(cursor) === SPACE) cursor.at++
    widest = Math.max(widest, columnOf(cursor))
    failAtTab(cursor)
    if (!isBreak(codeAt(cursor))) break
    blankLines += readLineBreak(cursor)
  }
  return { indent: Math.max(widest, parentIndent + 1, 1), blankLines }
}

/** Moves over blank lines, and over the indentation of the line after them. */
function skipBlankLines(cursor: Cursor, indent: number): string {
  let blankLines = ""
  for (;;) {
    while (columnOf(cursor) < indent && codeAt(cursor) === SPACE) cursor.at++
    if (columnOf(cursor) < indent) failAtTab(cursor)
    if (!isBreak(codeAt(cursor))) return blankLines
    blankLines += readLineBreak(cursor)
  }
}

function failAtTab(cursor: Cursor): void {
  if (codeAt(cursor) === TAB) failLine(cursor, "a tab is used for indentation", cursor.at)
}
