import { SyntaxProblem } from "./syntax-problem.ts"

/** Where the scanner is in the text; the scan functions move it. */
export interface Cursor {
  readonly text: string
  /** Where the document ends; characters from here on read as 0. */
  readonly end: number
  /** Whether every line ends with LF: then lines are found by search. */
  readonly hasOnlyLineFeeds: boolean
  at: number
  line: number
  /** Offset of the current line's first character. */
  lineStart: number
}

export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32
export const HASH = 35
const NEXT_LINE = 0x85
const LINE_SEPARATOR = 0x2028
const PARAGRAPH_SEPARATOR = 0x2029

/** The character code at the cursor, or `ahead` of it; 0 past the end. */
export function codeAt(cursor: Cursor, ahead = 0): number {
  const at = cursor.at + ahead
  return at < cursor.end ? cursor.text.charCodeAt(at) : 0
}

/** Whether `code` is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** Whether `code` breaks a line; YAML 1.1 has three more such characters than its successor. */
export function isBreak(code: number): boolean {
  if (code <= CR) return code === LF || code === CR
  return code === NEXT_LINE || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR
}

/** Whether `code` is a blank, a line break or the end. */
export function isSeparator(code: number): boolean {
  return code === SPACE || code === 0 || code === TAB || isBreak(code)
}

/** The column of the cursor. */
export function columnOf(cursor: Cursor): number {
  return cursor.at - cursor.lineStart
}

/** Moves over the line break at the cursor, and returns what a scalar keeps of it; empty where there is none. */
export function readLineBreak(cursor: Cursor): string {
  const code = codeAt(cursor)
  if (!isBreak(code)) return ""
  cursor.at += code === CR && codeAt(cursor, 1) === LF ? 2 : 1
  cursor.line++
  cursor.lineStart = cursor.at
  return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR ? String.fromCharCode(code) : "\n"
}

/** The offset of the line break, or of the end, that ends the line of `from`. */
export function endOfLine(cursor: Cursor, from: number): number {
  const { text, end } = cursor
  if (cursor.hasOnlyLineFeeds) {
    const found = text.indexOf("\n", from)
    return found === -1 || found > end ? end : found
  }
  let at = from
  while (at < end && !isBreak(text.charCodeAt(at))) at++
  return at
}

/** Moves over blanks and a comment up to the end of the line. */
export function skipRestOfLine(cursor: Cursor): void {
  while (isBlank(codeAt(cursor))) cursor.at++
  if (codeAt(cursor) === HASH) cursor.at = endOfLine(cursor, cursor.at)
}

/** Whether `---` or `...` stands at the cursor, which is at the start of a line. */
export function isAtMarker(cursor: Cursor): boolean {
  const code = codeAt(cursor)
  if (code !== 45 && code !== 46) return false
  return codeAt(cursor, 1) === code && codeAt(cursor, 2) === code && isSeparator(codeAt(cursor, 3))
}

/** Reports what stands from `start` to the end of its line. */
export function failLine(cursor: Cursor, message: string, start: number): never {
  throw new SyntaxProblem(message, start, endOfLine(cursor, start))
}
