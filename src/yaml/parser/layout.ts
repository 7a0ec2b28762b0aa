import { type Cursor, columnOf, endOfLine } from "./cursor.ts"
import { SyntaxProblem } from "./syntax-problem.ts"
import { createToken, type Token, TokenType } from "./token.ts"

const LONGEST_KEY = 1024
/** Parsed tokens that may stay in the queue; emptying it for each would be slow. */
const KEPT = 64

/**
 * The tokens that are scanned but not yet parsed, and what decides about them: indentation, brackets, and which
 * token may turn out to begin a key. A key is known only when its colon comes; then tokens are put before it.
 */
export class Layout {
  /** Whether a key may begin at the cursor. */
  isKeyAllowed = true
  /** Brackets around the cursor. */
  flowLevel = 0
  /** Column of the innermost block collection. */
  indent = -1
  readonly #cursor: Cursor
  readonly #depth: number
  readonly #indents: number[] = []
  /** For each flow level the token that may begin a key. */
  readonly #keys: (Token | undefined)[] = [undefined]
  readonly #queue: Token[] = []
  #head = 0

  constructor(cursor: Cursor, depth: number) {
    this.#cursor = cursor
    this.#depth = depth
  }

  /** The next token to parse, or undefined while more must be scanned to know it. */
  next(): Token | undefined {
    const token = this.#queue[this.#head]
    return token?.isPossibleKey && this.#mayBeKey(token) ? undefined : token
  }

  /** Takes the next token out. */
  shift(): void {
    this.#head++
    if (this.#head < KEPT || this.#head < this.#queue.length) return
    this.#queue.length = 0
    this.#head = 0
  }

  /** Appends a token of `length` characters, and moves over them. */
  push(type: TokenType, length = 0): Token {
    const cursor = this.#cursor
    const token = createToken(type, cursor.at, cursor.line, columnOf(cursor))
    cursor.at += length
    token.end = cursor.at
    this.#queue.push(token)
    return token
  }

  /** Appends a token that is complete. */
  append(token: Token): void {
    this.#queue.push(token)
  }

  /** Appends a token that may be the start of a key, which is still to be scanned. */
  beginKey(type: TokenType): Token {
    const token = this.push(type)
    if (this.isKeyAllowed) {
      this.dropKey()
      token.isPossibleKey = true
      token.isRequiredKey = this.flowLevel === 0 && this.indent === token.column
      this.#keys[this.flowLevel] = token
    }
    this.isKeyAllowed = false
    return token
  }

  /** No colon will come for the token that might have been a key. */
  dropKey(): void {
    const key = this.#keys[this.flowLevel]
    if (key === undefined) return
    if (key.isPossibleKey && key.isRequiredKey) this.#failKey(key)
    key.isPossibleKey = false
    this.#keys[this.flowLevel] = undefined
  }

  /** A colon has come: marks the key before it, if there is one, and says so. */
  endKey(): boolean {
    const key = this.#keys[this.flowLevel]
    if (!key?.isPossibleKey || !this.#mayBeKey(key)) return false
    const index = this.#queue.indexOf(key, this.#head)
    this.#queue.splice(index, 0, createToken(TokenType.Key, key.start, key.line, key.column))
    this.#roll(TokenType.BlockMappingStart, key.start, key.column, index)
    key.isPossibleKey = false
    return true
  }

  /** Begins a block collection at the cursor if its column is deeper than the last one. */
  beginBlock(type: TokenType): void {
    this.#roll(type, this.#cursor.at, columnOf(this.#cursor), this.#queue.length)
  }

  /** Ends the block collections that are deeper than `column`. */
  endBlocks(column: number): void {
    if (this.flowLevel > 0) return
    while (this.indent > column) {
      this.push(TokenType.BlockEnd)
      this.indent = this.#indents.pop() ?? -1
    }
  }

  openBracket(): void {
    this.#keys.push(undefined)
    this.flowLevel++
    if (this.flowLevel > this.#depth) this.#failDepth()
  }

  closeBracket(): void {
    this.dropKey()
    if (this.flowLevel === 0) return
    this.flowLevel--
    this.#keys.pop()
  }

  /** A key without `?` ends on its line, within 1,024 characters. */
  #mayBeKey(key: Token): boolean {
    const cursor = this.#cursor
    if (key.line === cursor.line && cursor.at - key.start <= LONGEST_KEY) return true
    if (key.isRequiredKey) this.#failKey(key)
    key.isPossibleKey = false
    return false
  }

  #roll(type: TokenType, start: number, column: number, index: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return
    this.#indents.push(this.indent)
    this.indent = column
    if (this.#indents.length > this.#depth) this.#failDepth()
    this.#queue.splice(index, 0, createToken(type, start, this.#cursor.line, column))
  }

  #failKey(key: Token): never {
    const end = endOfLine({ ...this.#cursor, hasOnlyLineFeeds: false }, key.start)
    throw new SyntaxProblem("the colon after this key is missing", key.start, end)
  }

  #failDepth(): never {
    const { at } = this.#cursor
    throw new SyntaxProblem(tooDeep(this.#depth), at, at + 1)
  }
}

/** What is said of collections that are nested too deeply. */
export function tooDeep(depth: number): string {
  return `collections are nested more than ${depth} levels deep`
}
