/** What the scanner looks for next: envsubst's modes. */
export interface Expectation {
  /** Characters of a word, told with their place in it, from 1 on. */
  readonly accept?: (character: string, place: number) => boolean
  /** `${` begins an expression. */
  readonly opens?: boolean
  /** `}` ends an expression. */
  readonly closes?: boolean
  /** `$$`, or also `\/` and `\\`, stand for their second character. */
  readonly escapes?: "dollar" | "all"
}

export type Token = "end" | "open" | "close" | "word" | "illegal"

/**
 * The lexer of fluxcd/pkg/envsubst: a text, a position, and the rules that the parser sets for each token.
 * https://github.com/fluxcd/pkg/blob/main/envsubst/parse/scan.go
 */
export class Scanner {
  readonly text: string
  /** NUL stands for the end of the text: the lexer never gets beyond it. */
  readonly endsAtNul: boolean
  position = 0
  /** The last word, without its escapes. */
  word = ""

  constructor(text: string) {
    const end = text.indexOf("\0")
    this.endsAtNul = end !== -1
    this.text = end === -1 ? text : text.slice(0, end)
  }

  /** The next character; empty at the end. */
  peek(): string {
    const code = this.text.codePointAt(this.position)
    return code === undefined ? "" : String.fromCodePoint(code)
  }

  scan(expected: Expectation): Token {
    const character = this.peek()
    if (character === "") return "end"
    if (expected.opens && this.isOpening()) {
      this.position += 2
      return "open"
    }
    if (expected.closes && character === "}") {
      this.position++
      return "close"
    }
    if (this.readWord(expected)) return "word"
    this.position += character.length
    return "illegal"
  }

  private readWord({ accept, opens, escapes }: Expectation): boolean {
    if (accept === undefined) return false
    const pieces: string[] = []
    let from = this.position
    for (let place = 1; this.position < this.text.length; place++) {
      if (opens && this.isOpening()) break
      if (this.isEscaped(escapes)) {
        pieces.push(this.text.slice(from, this.position))
        from = this.position + 1
        this.position += 2
        continue
      }
      const character = this.peek()
      if (!accept(character, place)) break
      this.position += character.length
    }
    this.word = pieces.join("") + this.text.slice(from, this.position)
    return pieces.length > 0 || from < this.position
  }

  private isOpening(): boolean {
    return this.text.startsWith("${", this.position)
  }

  private isEscaped(escapes: Expectation["escapes"]): boolean {
    if (escapes === undefined) return false
    const next = this.text.charAt(this.position + 1)
    switch (this.text.charAt(this.position)) {
      case "$":
        return next === "$"
      case "\\":
        return escapes === "all" && (next === "/" || next === "\\")
      default:
        return false
    }
  }
}
