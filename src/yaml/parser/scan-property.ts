import {
  type Cursor,
  codeAt,
  columnOf,
  failLine,
  isBlank,
  isBreak,
  isSeparator,
  readLineBreak,
  skipRestOfLine,
} from "./cursor.ts"
import { SyntaxProblem } from "./syntax-problem.ts"
import { createToken, type Token, TokenType } from "./token.ts"

const NAME = /[\w-]*/uy
const HANDLE = /![\w-]*!?/uy
const URI = /(?:[\w;/?:@&=+$,.!~*'()[\]-]|%[0-9a-fA-F]{2})*/uy
const AFTER_ANCHOR = "?:,]}%@`"

/** Scans the name of an anchor or alias into `token`; the cursor is at its `&` or `*`. */
export function scanAnchor(cursor: Cursor, token: Token): void {
  cursor.at++
  token.value = readPattern(cursor, NAME)
  token.end = cursor.at
  const code = codeAt(cursor)
  const isEnded = isSeparator(code) || AFTER_ANCHOR.includes(String.fromCharCode(code))
  if (token.value !== "" && isEnded) return
  const noun = token.type === TokenType.Anchor ? "an anchor" : "an alias"
  failLine(cursor, `the name of ${noun} has only letters, digits, \`-\` and \`_\``, token.start)
}

/** Scans a tag into `token`: its handle, and the rest of it; the cursor is at its `!`. */
export function scanTag(cursor: Cursor, token: Token): void {
  if (cursor.text.startsWith("!<", cursor.at)) {
    cursor.at += 2
    token.suffix = readPattern(cursor, URI)
    if (token.suffix === "" || cursor.text[cursor.at] !== ">")
      failLine(cursor, "the closing `>` of the tag is missing", token.start)
    cursor.at++
  } else {
    const handle = readPattern(cursor, HANDLE)
    const rest = readPattern(cursor, URI)
    const isHandle = handle.length > 1 && handle.endsWith("!")
    token.value = isHandle ? handle : "!"
    token.suffix = isHandle ? rest : handle.slice(1) + rest
    if (isHandle && rest === "")
      failLine(cursor, "the tag has no name after its handle", token.start)
  }
  token.end = cursor.at
  if (!isSeparator(codeAt(cursor)))
    failLine(cursor, "a tag has a character that tags cannot have", token.start)
}

/** Scans a `%YAML` or `%TAG` line; the cursor is at its `%`. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.at
  cursor.at++
  const name = readPattern(cursor, NAME)
  const type = name === "TAG" ? TokenType.TagDirective : TokenType.VersionDirective
  const token = createToken(type, start, cursor.line, columnOf(cursor))
  if (name !== "TAG" && name !== "YAML") {
    failLine(
      cursor,
      `\`%${name}\` is no directive of YAML; quote a value that begins with \`%\``,
      start,
    )
  }
  skipBlanks(cursor)
  if (name === "YAML") token.value = readVersion(cursor, start)
  else {
    token.value = readPattern(cursor, HANDLE)
    skipBlanks(cursor)
    token.suffix = readPattern(cursor, URI)
    if (!/^!(?:[\w-]*!)?$/u.test(token.value) || token.suffix === "")
      failLine(cursor, "a `%TAG` directive has a handle such as `!e!` and a prefix", start)
  }
  token.end = cursor.at
  skipRestOfLine(cursor)
  if (cursor.at < cursor.end && !isBreak(codeAt(cursor)))
    failLine(cursor, "a directive ends with its line", cursor.at)
  readLineBreak(cursor)
  return token
}

const VERSION = /\d{1,2}\.\d{1,2}/uy

function readVersion(cursor: Cursor, start: number): string {
  const version = readPattern(cursor, VERSION)
  if (version === "1.1") return version
  throw new SyntaxProblem(
    "Flux and kubectl read only YAML 1.1, and refuse a file that names another version",
    start,
    cursor.at,
  )
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(codeAt(cursor))) cursor.at++
}

function readPattern(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0] ?? ""
  cursor.at += found.length
  return found
}
