import {
  type Cursor,
  codeAt,
  columnOf,
  failLine,
  HASH,
  isAtMarker,
  isBlank,
  isBreak,
  isSeparator,
  readLineBreak,
  TAB,
} from "./cursor.ts"
import type { Token } from "./token.ts"

const COLON = 58

/** Characters that a plain scalar needs a second look at: 1 everywhere, 2 inside brackets. */
const CAREFUL: Uint8Array = createTable()

function createTable(): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of "\0\t\n\r :") table[character.charCodeAt(0)] = 1
  for (const character of ",?[]{}") table[character.charCodeAt(0)] = 2
  return table
}

/**
 * Scans a plain scalar into `token`; its lines after the first have at least `indent` columns. Returns whether the
 * cursor is now on another line than the end of the scalar.
 */
export function scanPlain(cursor: Cursor, token: Token, indent: number, isFlow: boolean): boolean {
  const { text } = cursor
  let value = ""
  let segment = cursor.at
  let contentEnd = cursor.at
  let fold: string | undefined
  for (;;) {
    if (columnOf(cursor) === 0 && isAtMarker(cursor)) break
    if (codeAt(cursor) === HASH) break
    const wordStart = cursor.at
    const wordEnd = endOfWord(cursor, isFlow)
    if (wordEnd > wordStart) {
      if (fold !== undefined) {
        value += text.slice(segment, contentEnd) + fold
        segment = wordStart
        fold = undefined
      }
      contentEnd = wordEnd
      cursor.at = wordEnd
    }
    const code = codeAt(cursor)
    if (!isBlank(code) && !isBreak(code)) break
    fold = skipBlanks(cursor, indent)
    if (!isFlow && fold !== undefined && columnOf(cursor) < indent) break
  }
  token.value =
    value === "" ? text.slice(segment, contentEnd) : value + text.slice(segment, contentEnd)
  token.end = contentEnd
  return fold !== undefined
}

/** The end of the words at the cursor: a line break, a comment's or a run of blanks' start, or an indicator. */
function endOfWord(cursor: Cursor, isFlow: boolean): number {
  const { text, end } = cursor
  let at = cursor.at
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    const care = code < 128 ? CAREFUL[code] : 0
    if (care === 0) {
      if (code >= 0x85 && isBreak(code)) break
    } else if (care === 2) {
      if (isFlow) break
    } else if (code !== COLON || isSeparator(at + 1 < end ? text.charCodeAt(at + 1) : 0)) break
  }
  return at
}

/** Moves over blanks and line breaks; returns what the line breaks fold into, if there are any. */
function skipBlanks(cursor: Cursor, indent: number): string | undefined {
  let first = ""
  let rest = ""
  for (;;) {
    const code = codeAt(cursor)
    if (isBlank(code)) {
      if (first !== "" && code === TAB && columnOf(cursor) < indent) {
        failLine(cursor, "a tab is used for indentation", cursor.at)
      }
      cursor.at++
    } else if (!isBreak(code)) break
    else if (first === "") first = readLineBreak(cursor)
    else rest += readLineBreak(cursor)
  }
  return first === "" ? undefined : foldBreaks(first, rest)
}

/** One line break becomes a space, more of them lose the first; the separators of YAML 1.1 stay. */
export function foldBreaks(first: string, rest: string): string {
  if (first !== "\n") return first + rest
  return rest === "" ? " " : rest
}
