import {
  type Cursor,
  codeAt,
  columnOf,
  endOfLine,
  isAtMarker,
  isBlank,
  isBreak,
  readLineBreak,
} from "./cursor.ts"
import { foldBreaks } from "./scan-plain.ts"
import { SyntaxProblem } from "./syntax-problem.ts"
import type { Token } from "./token.ts"

const QUOTE = 34
const APOSTROPHE = 39
const BACKSLASH = 92

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["'", "'"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
])
const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
])

/** Scans a quoted scalar into `token`; the cursor is at its opening `quote`. */
export function scanQuoted(cursor: Cursor, token: Token, quote: number): void {
  const { text } = cursor
  let value = ""
  cursor.at++
  let segment = cursor.at
  for (;;) {
    cursor.at = nextSpecial(cursor, quote)
    const code = codeAt(cursor)
    if (code === quote && (quote === QUOTE || codeAt(cursor, 1) !== APOSTROPHE)) break
    if (cursor.at >= cursor.end) failUnclosed(cursor, token.start, quote)
    if (code === quote) {
      value += text.slice(segment, cursor.at + 1)
      cursor.at += 2
    } else if (code === BACKSLASH) {
      value += text.slice(segment, cursor.at) + readEscape(cursor, token.start)
    } else {
      const end = trimBlanks(text, segment, cursor.at)
      value += text.slice(segment, end) + readFold(cursor, token.start, quote)
    }
    segment = cursor.at
  }
  token.value = value + text.slice(segment, cursor.at)
  cursor.at++
  token.end = cursor.at
}

/** The offset of the next quote, escape or line break, or of the end. */
function nextSpecial(cursor: Cursor, quote: number): number {
  const { text, end } = cursor
  for (let at = cursor.at; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === quote || (code === BACKSLASH && quote === QUOTE) || isBreak(code)) return at
  }
  return end
}

function trimBlanks(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/** Moves over line breaks and the blanks that follow them. */
function readFold(cursor: Cursor, start: number, quote: number): string {
  return foldBreaks(readLineBreak(cursor), readBlankLines(cursor, start, quote))
}

function readBlankLines(cursor: Cursor, start: number, quote: number): string {
  let breaks = ""
  for (;;) {
    if (columnOf(cursor) === 0 && isAtMarker(cursor)) failUnclosed(cursor, start, quote)
    const code = codeAt(cursor)
    if (isBlank(code)) cursor.at++
    else if (isBreak(code)) breaks += readLineBreak(cursor)
    else return breaks
  }
}

function readEscape(cursor: Cursor, start: number): string {
  const at = cursor.at
  const letter = cursor.text.charAt(at + 1)
  if (isBreak(codeAt(cursor, 1))) {
    cursor.at++
    readLineBreak(cursor)
    return readBlankLines(cursor, start, QUOTE)
  }
  const simple = ESCAPES.get(letter)
  if (simple !== undefined) {
    cursor.at += 2
    return simple
  }
  const length = HEX_DIGITS.get(letter)
  if (length === undefined) {
    throw new SyntaxProblem(`\`\\${letter}\` is no escape sequence of YAML`, at, at + 2)
  }
  const digits = cursor.text.slice(at + 2, at + 2 + length)
  const value = Number.parseInt(digits, 16)
  const isSound = /^[0-9a-fA-F]+$/u.test(digits) && digits.length === length
  if (!isSound || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    throw new SyntaxProblem(`\`\\${letter}${digits.trim()}\` stands for no character`, at, at + 2)
  }
  cursor.at += 2 + length
  return String.fromCodePoint(value)
}

function failUnclosed(cursor: Cursor, start: number, quote: number): never {
  const line = { ...cursor, hasOnlyLineFeeds: false }
  throw new SyntaxProblem(
    `the closing \`${String.fromCharCode(quote)}\` is missing`,
    start,
    endOfLine(line, start),
  )
}
