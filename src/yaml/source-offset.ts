import { lineEnd } from "./gaps.ts"
import type { YamlScalar } from "./node.ts"

/** A stretch of source that decodes to `decoded` characters; longer stretches are mapped from their start. */
interface Stretch {
  readonly source: number
  readonly decoded: number
}

const FOLD = /[ \t]*(?:(?:\r\n?|\n)[ \t]*)+/uy
const ESCAPED_BREAK = /\\(?:\r\n?|\n)[ \t]*(?:(?:\r\n?|\n)[ \t]*)*/uy
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])/uy
const LINE_BREAK = /\r\n?|\n/gu

/**
 * The offset in the text of the file of character `index` of a scalar's decoded value, so that a part of a quoted or
 * block scalar can be underlined. An index at or past the end gives the end of the content.
 */
export function sourceOffset(text: string, scalar: YamlScalar, index: number): number {
  const { style, start, end, text: value } = scalar
  const wanted = Math.min(Math.max(index, 0), value.length)
  if (style === "literal" || style === "folded") return inBlock(text, scalar, wanted)
  const quote = style === "plain" ? 0 : 1
  if (end - start - 2 * quote === value.length) return start + quote + wanted
  return inFlow(text, scalar, wanted, quote)
}

/** Plain and quoted scalars: blanks around line breaks fold, quotes are doubled or escaped. */
function inFlow(text: string, scalar: YamlScalar, index: number, quote: number): number {
  const end = scalar.end - quote
  let at = scalar.start + quote
  let decoded = 0
  while (at < end) {
    const stretch = stretchAt(text, at, scalar.style)
    if (decoded + stretch.decoded > index) return at
    at += stretch.source
    decoded += stretch.decoded
  }
  return Math.min(at, end)
}

function stretchAt(text: string, at: number, style: YamlScalar["style"]): Stretch {
  const character = text[at]
  if (character === "'" && style === "single") return { source: 2, decoded: 1 }
  if (character === "\\" && style === "double") return escapeAt(text, at)
  const isFold = character === " " || character === "\t" || character === "\n" || character === "\r"
  const fold = isFold ? matchAt(FOLD, text, at) : undefined
  if (fold === undefined) return { source: 1, decoded: 1 }
  const breaks = fold.match(LINE_BREAK)?.length ?? 0
  return { source: fold.length, decoded: Math.max(breaks - 1, 1) }
}

function escapeAt(text: string, at: number): Stretch {
  const lineBreak = matchAt(ESCAPED_BREAK, text, at)
  if (lineBreak !== undefined) return { source: lineBreak.length, decoded: 0 }
  const sequence = matchAt(ESCAPE, text, at) ?? "\\"
  const isAstral = sequence[1] === "U" && Number.parseInt(sequence.slice(2), 16) > 0xffff
  return { source: sequence.length, decoded: isAstral ? 2 : 1 }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/**
 * Block scalars: each line loses its indentation. Blank lines and folding decide how many characters of the value
 * stand between two lines.
 */
function inBlock(text: string, scalar: YamlScalar, index: number): number {
  const gap = new Gap(scalar.style === "folded")
  let decoded = 0
  let previousEnd = lineEnd(text, scalar.start)
  for (let at = nextLine(text, scalar.start); at < scalar.end; at = nextLine(text, at)) {
    const end = lineEnd(text, at)
    const content = at + scalar.indent
    if (end <= content) {
      gap.addBlankLine()
      continue
    }
    decoded += gap.before(text.charCodeAt(content))
    if (index < decoded) return previousEnd
    if (index <= decoded + end - content) return content + index - decoded
    decoded += end - content
    previousEnd = end
  }
  return previousEnd
}

/** Counts the characters of the value between two lines of a block scalar. */
class Gap {
  readonly #isFolded: boolean
  #blankLines = 0
  #isFirst = true
  #wasIndented = false

  constructor(isFolded: boolean) {
    this.#isFolded = isFolded
  }

  addBlankLine(): void {
    this.#blankLines++
  }

  before(firstCode: number): number {
    const isIndented = firstCode === 32 || firstCode === 9
    const isPreserved = !this.#isFolded || isIndented || this.#wasIndented
    const lineBreak = this.#isFirst ? 0 : 1
    const length = isPreserved
      ? this.#blankLines + lineBreak
      : Math.max(this.#blankLines, lineBreak)
    this.#isFirst = false
    this.#wasIndented = isIndented
    this.#blankLines = 0
    return length
  }
}

function nextLine(text: string, from: number): number {
  const end = lineEnd(text, from)
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
}
