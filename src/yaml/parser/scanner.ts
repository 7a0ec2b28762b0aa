import {
  type Cursor,
  codeAt,
  columnOf,
  endOfLine,
  failLine,
  HASH,
  isAtMarker,
  isSeparator,
  LF,
  readLineBreak,
  SPACE,
  TAB,
} from "./cursor.ts"
import { Layout } from "./layout.ts"
import { scanBlock } from "./scan-block.ts"
import { scanPlain } from "./scan-plain.ts"
import { scanAnchor, scanDirective, scanTag } from "./scan-property.ts"
import { scanQuoted } from "./scan-quoted.ts"
import { SyntaxProblem } from "./syntax-problem.ts"
import { type Token, TokenType } from "./token.ts"

const PERCENT = 37
const APOSTROPHE = 39
const DASH = 45
const AT_SIGN = 64
const BACKTICK = 96
const PIPE = 124

/** Turns the text of one document into tokens, by the rules of libyaml's scanner, which is what go-yaml is. */
export class Scanner {
  readonly #cursor: Cursor
  readonly #layout: Layout

  constructor(cursor: Cursor, depth: number) {
    this.#cursor = cursor
    this.#layout = new Layout(cursor, depth)
  }

  /** The next token, which stays the next one. */
  peek(): Token {
    for (;;) {
      const token = this.#layout.next()
      if (token !== undefined) return token
      this.#fetch()
    }
  }

  /** Moves to the token after the next one. */
  skip(): void {
    this.#layout.shift()
  }

  #fetch(): void {
    const cursor = this.#cursor
    this.#skipToToken()
    const column = columnOf(cursor)
    this.#layout.endBlocks(column)
    const code = codeAt(cursor)
    if (cursor.at >= cursor.end) this.#fetchEnd()
    else if (column === 0 && (code === PERCENT || isAtMarker(cursor))) this.#fetchMarker(code)
    else this.#fetchToken(code)
  }

  #fetchToken(code: number): void {
    switch (code) {
      case 91:
        this.#openBracket(TokenType.FlowSequenceStart)
        break
      case 123:
        this.#openBracket(TokenType.FlowMappingStart)
        break
      case 93:
        this.#closeBracket(TokenType.FlowSequenceEnd)
        break
      case 125:
        this.#closeBracket(TokenType.FlowMappingEnd)
        break
      case 44:
        this.#fetchComma()
        break
      case 42:
        scanAnchor(this.#cursor, this.#layout.beginKey(TokenType.Alias))
        break
      case 38:
        scanAnchor(this.#cursor, this.#layout.beginKey(TokenType.Anchor))
        break
      case 33:
        scanTag(this.#cursor, this.#layout.beginKey(TokenType.Tag))
        break
      default:
        this.#fetchIndicatorOrScalar(code)
    }
  }

  #fetchIndicatorOrScalar(code: number): void {
    const isFlow = this.#layout.flowLevel > 0
    const isAlone = isSeparator(codeAt(this.#cursor, 1))
    if (code === DASH && isAlone) this.#fetchDash()
    else if (code === 63 && (isFlow || isAlone)) this.#fetchQuestion()
    else if (code === 58 && (isFlow || isAlone)) this.#fetchColon()
    else if (code === APOSTROPHE || code === 34) this.#fetchQuoted(code)
    else if (code === PIPE || code === 62) this.#fetchBlock(code)
    else this.#fetchPlain(code)
  }

  #fetchPlain(code: number): void {
    if (code === TAB || code === AT_SIGN || code === BACKTICK || code === PERCENT) {
      this.#failStart(code)
    }
    const layout = this.#layout
    const token = layout.beginKey(TokenType.Scalar)
    const hasLineBreak = scanPlain(this.#cursor, token, layout.indent + 1, layout.flowLevel > 0)
    if (hasLineBreak) layout.isKeyAllowed = true
  }

  #fetchQuoted(code: number): void {
    const token = this.#layout.beginKey(TokenType.Scalar)
    token.style = code === APOSTROPHE ? "single" : "double"
    scanQuoted(this.#cursor, token, code)
  }

  #fetchBlock(code: number): void {
    const layout = this.#layout
    if (layout.flowLevel > 0) this.#failStart(code)
    layout.dropKey()
    layout.isKeyAllowed = true
    const token = layout.push(TokenType.Scalar)
    token.style = code === PIPE ? "literal" : "folded"
    scanBlock(this.#cursor, token, layout.indent)
  }

  #failStart(code: number): never {
    const { at } = this.#cursor
    if (code === TAB) failLine(this.#cursor, "a tab is used for indentation", at)
    const character = code === BACKTICK ? "a backtick" : `\`${String.fromCharCode(code)}\``
    throw new SyntaxProblem(`a value that begins with ${character} needs quotes`, at, at + 1)
  }

  #fetchEnd(): void {
    this.#layout.endBlocks(-1)
    this.#cursor.line++
    this.#layout.dropKey()
    this.#layout.push(TokenType.End)
  }

  /** A directive, `---` or `...`. */
  #fetchMarker(code: number): void {
    const layout = this.#layout
    layout.endBlocks(-1)
    layout.dropKey()
    layout.isKeyAllowed = false
    if (code === PERCENT) layout.append(scanDirective(this.#cursor))
    else layout.push(code === DASH ? TokenType.DocumentStart : TokenType.DocumentEnd, 3)
  }

  #openBracket(type: TokenType): void {
    const token = this.#layout.beginKey(type)
    this.#layout.openBracket()
    this.#layout.isKeyAllowed = true
    this.#cursor.at++
    token.end = this.#cursor.at
  }

  #closeBracket(type: TokenType): void {
    this.#layout.closeBracket()
    this.#layout.isKeyAllowed = false
    this.#layout.push(type, 1)
  }

  #fetchComma(): void {
    this.#layout.dropKey()
    this.#layout.isKeyAllowed = true
    this.#layout.push(TokenType.FlowEntry, 1)
  }

  #fetchDash(): void {
    const layout = this.#layout
    if (layout.flowLevel === 0) {
      if (!layout.isKeyAllowed) this.#failIndicator("a list entry begins on a line of its own")
      layout.beginBlock(TokenType.BlockSequenceStart)
    }
    layout.dropKey()
    layout.isKeyAllowed = true
    layout.push(TokenType.BlockEntry, 1)
  }

  #fetchQuestion(): void {
    const layout = this.#layout
    if (layout.flowLevel === 0) {
      if (!layout.isKeyAllowed) this.#failIndicator("a `?` key begins on a line of its own")
      layout.beginBlock(TokenType.BlockMappingStart)
    }
    layout.dropKey()
    layout.isKeyAllowed = layout.flowLevel === 0
    layout.push(TokenType.Key, 1)
  }

  #fetchColon(): void {
    const layout = this.#layout
    if (layout.endKey()) layout.isKeyAllowed = false
    else {
      if (layout.flowLevel === 0) {
        if (!layout.isKeyAllowed)
          this.#failIndicator("`: ` cannot stand here; quote the value, or check the indentation")
        layout.beginBlock(TokenType.BlockMappingStart)
      }
      layout.isKeyAllowed = layout.flowLevel === 0
    }
    layout.push(TokenType.Value, 1)
  }

  #failIndicator(message: string): never {
    const { at } = this.#cursor
    throw new SyntaxProblem(message, at, at + 1)
  }

  #skipToToken(): void {
    const cursor = this.#cursor
    const layout = this.#layout
    for (;;) {
      let code = codeAt(cursor)
      while (code === SPACE || (code === TAB && (layout.flowLevel > 0 || !layout.isKeyAllowed))) {
        cursor.at++
        code = codeAt(cursor)
      }
      if (code === HASH) {
        cursor.at = endOfLine(cursor, cursor.at)
        code = codeAt(cursor)
      }
      if (code === LF) {
        cursor.at++
        cursor.line++
        cursor.lineStart = cursor.at
      } else if (readLineBreak(cursor) === "") return
      if (layout.flowLevel === 0) layout.isKeyAllowed = true
    }
  }
}
