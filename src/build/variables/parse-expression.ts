import {
  type Expression,
  isDefaultOperator,
  type ScanError,
  type ScanMessage,
} from "./expression.ts"
import type { Expectation, Scanner } from "./scanner.ts"

/** Asks for a nested expression whose `${` has just been read, and is handed it. */
type Parser<Result> = Generator<"nested", Result, Expression>

const argumentError = "unable to parse substitution within function"

/**
 * Reads an expression whose `${` has just been read.
 * An explicit stack instead of recursion: a hostile text may nest expressions as deep as it is long.
 */
export function parseExpression(scanner: Scanner): Expression {
  const open = [new ExpressionParser(scanner).parse()]
  let finished: Expression | undefined
  for (;;) {
    const innermost = open.at(-1)
    if (innermost === undefined) break
    const step = finished === undefined ? innermost.next() : innermost.next(finished)
    if (step.done) {
      open.pop()
      finished = step.value
      if (open.length === 0) return finished
    } else {
      open.push(new ExpressionParser(scanner).parse())
      finished = undefined
    }
  }
  throw new Error("An expression always ends.")
}

/**
 * The parser of fluxcd/pkg/envsubst, for one expression.
 * https://github.com/fluxcd/pkg/blob/main/envsubst/parse/parse.go
 */
class ExpressionParser {
  private readonly scanner: Scanner
  private readonly start: number
  private name = ""
  private operator: string | undefined
  private wordStart: number | undefined
  private readonly arguments: (string | Expression)[] = []
  private error: ScanError | undefined

  constructor(scanner: Scanner) {
    this.scanner = scanner
    this.start = scanner.position - 2
  }

  *parse(): Parser<Expression> {
    yield* this.parseBody()
    const { name, operator, error, start } = this
    const end = this.scanner.position
    const wordEnd = error === undefined ? end - 1 : end
    return {
      start,
      end,
      name,
      ...(operator === undefined ? {} : { operator }),
      ...(this.wordStart === undefined
        ? {}
        : { word: this.scanner.text.slice(this.wordStart, wordEnd) }),
      hasDefault: isDefaultOperator(operator),
      arguments: this.arguments,
      nested: this.arguments.filter((argument) => typeof argument !== "string"),
      ...(error === undefined ? {} : { error }),
    }
  }

  private *parseBody(): Parser<boolean> {
    if (this.scanner.peek() === "#") return this.parseLength()
    if (this.scanner.scan({ accept: isNameCharacter }) !== "word") {
      return this.fail("unable to parse variable name")
    }
    this.name = this.scanner.word
    switch (this.scanner.peek()) {
      case ":":
        return yield* this.parseDefaultOrSubstring()
      case "=":
        return yield* this.parseDefault()
      case ",":
      case "^":
        return this.parseOperator(atMostTwo(",^")) && this.parseClosing("bad substitution")
      case "/":
        return yield* this.parseReplacement()
      case "#":
        return yield* this.parseTrim("#")
      case "%":
        return yield* this.parseTrim("%")
      default:
        return this.parseClosing("missing closing brace")
    }
  }

  /** `#name` */
  private parseLength(): boolean {
    this.operator = "#"
    this.scanner.position++
    if (this.scanner.scan({ accept: isNameCharacter }) !== "word") {
      return this.fail("bad substitution")
    }
    this.name = this.scanner.word
    return this.parseClosing("bad substitution")
  }

  private *parseDefaultOrSubstring(): Parser<boolean> {
    const next = this.scanner.text.charAt(this.scanner.position + 1)
    if (next !== "" && "=-?+".includes(next)) return yield* this.parseDefault()
    // Envsubst steps back by the bytes of the next character, not of the colon, and then misses the colon.
    const isMissed = next === "" ? !this.scanner.endsAtNul : next > "\x7f"
    return isMissed ? this.fail("bad substitution") : yield* this.parseSubstring()
  }

  /** `name:-word` and its kin: any number of texts and expressions. */
  private *parseDefault(): Parser<boolean> {
    this.parseOperator((character, place) =>
      place === 1 ? ":=".includes(character) : this.isSecondOfDefault(character, place),
    )
    while (this.scanner.peek() !== "}") {
      if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false
    }
    return this.parseClosing("bad substitution")
  }

  private isSecondOfDefault(character: string, place: number): boolean {
    const isAfterColon = this.scanner.text.charAt(this.scanner.position - 1) === ":"
    return place === 2 && isAfterColon && "=-?+".includes(character)
  }

  /** `name:offset` or `name:offset:length` */
  private *parseSubstring(): Parser<boolean> {
    this.parseOperator((_character, place) => place === 1)
    if (!(yield* this.parseArgument({ accept: (character) => !":}".includes(character) }))) {
      return false
    }
    const token = this.scanner.scan({ accept: (character) => character === ":", closes: true })
    if (token === "close") return true
    if (token !== "word") return this.fail("bad substitution")
    if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false
    return this.parseClosing("bad substitution")
  }

  /** `name#pattern` and its kin: one text or one expression. */
  private *parseTrim(sign: string): Parser<boolean> {
    this.parseOperator(atMostTwo(sign))
    if (!(yield* this.parseArgument({ accept: isNotClosing }))) return false
    return this.parseClosing("bad substitution")
  }

  /** `name/pattern/replacement` and its kin; the second slash may be many. */
  private *parseReplacement(): Parser<boolean> {
    this.parseOperator((character, place) =>
      place === 1 ? character === "/" : place === 2 && "/#%".includes(character),
    )
    const isNotSlash = (character: string): boolean => character !== "/"
    if (!(yield* this.parseArgument({ accept: isNotSlash, escapes: "all" }))) return false
    if (this.scanner.scan({ accept: (character) => character === "/" }) !== "word") {
      return this.fail("bad substitution")
    }
    if (this.scanner.peek() === "}") return this.parseClosing("bad substitution")
    if (!(yield* this.parseArgument({ accept: isNotClosing, escapes: "all" }))) return false
    return this.parseClosing("bad substitution")
  }

  private *parseArgument(expected: Expectation): Parser<boolean> {
    switch (this.scanner.scan({ ...expected, opens: true })) {
      case "open": {
        const nested = yield "nested"
        this.arguments.push(nested)
        this.error = nested.error
        return nested.error === undefined
      }
      case "word":
        this.arguments.push(this.scanner.word)
        return true
      case "end":
      case "close":
      case "illegal":
        return this.fail(argumentError)
    }
  }

  /** Only called where the first character is known to be accepted. */
  private parseOperator(accept: (character: string, place: number) => boolean): true {
    this.scanner.scan({ accept })
    this.operator = this.scanner.word
    this.wordStart = this.scanner.position
    return true
  }

  private parseClosing(message: ScanMessage): boolean {
    return this.scanner.scan({ closes: true }) === "close" || this.fail(message)
  }

  private fail(message: ScanMessage): false {
    this.error = { message, start: this.start, end: this.scanner.position }
    return false
  }
}

/** Go's `unicode.IsLetter`, `unicode.IsDigit` and `_`: a name may begin with a digit. */
function isNameCharacter(character: string): boolean {
  return /^[\p{L}\p{Nd}_]$/u.test(character)
}

function isNotClosing(character: string): boolean {
  return character !== "}"
}

function atMostTwo(signs: string): (character: string, place: number) => boolean {
  return (character, place) => place <= 2 && signs.includes(character)
}
