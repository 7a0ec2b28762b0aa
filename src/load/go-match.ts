/**
 * Go's `filepath.Match` on Linux, as go-git's gitignore calls it for each path segment.
 * It works on bytes: `?` takes a whole character, but a `*` may end inside of one. To be exact, texts are "byte texts" here
 * (see `toBytes`): one UTF-16 unit for each byte of UTF-8.
 * https://github.com/golang/go/blob/go1.26/src/path/filepath/match.go
 */
export type GoMatch = "match" | "no match" | "bad pattern"

/** A text as Go sees it, one character for each byte. */
export function toBytes(text: string): string {
  if (isAscii.test(text)) return text
  let bytes = ""
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte)
  return bytes
}

const isAscii = /^[\0-\x7f]*$/u

/** A literal byte, any character, or a class of characters. */
type Step =
  | { readonly op: "byte"; readonly byte: number }
  | { readonly op: "any" }
  | { readonly op: "class"; readonly isNegated: boolean; readonly ranges: readonly Range[] }

type Range = readonly [low: number, high: number]

/** What stands between two stars. */
interface Chunk {
  readonly hasStar: boolean
  /** Nothing when the chunk is malformed: a match that gets this far fails with an error. */
  readonly steps: readonly Step[] | undefined
}

const BACKSLASH = 0x5c
const REPLACEMENT = 0xfffd

/** Compiles a segment of a pattern, given as a byte text. The matcher takes byte texts without `/`. */
export function compileGoMatch(pattern: string): (name: string) => GoMatch {
  if (!/[*?[\\]/u.test(pattern)) return (name) => (name === pattern ? "match" : "no match")
  const chunks = splitChunks(pattern)
  return (name) => {
    let at = 0
    for (const [index, { hasStar, steps }] of chunks.entries()) {
      const isLast = index === chunks.length - 1
      if (hasStar && steps?.length === 0) return "match"
      if (steps === undefined) return "bad pattern"
      const end = findChunk({ steps, name, start: at, isLast, hasStar })
      if (end === undefined) return "no match"
      at = end
    }
    return at === name.length ? "match" : "no match"
  }
}

interface Search {
  readonly steps: readonly Step[]
  readonly name: string
  readonly start: number
  readonly isLast: boolean
  readonly hasStar: boolean
}

/** Where the first place that the chunk matches ends; the last chunk must end with the name. */
function findChunk({ steps, name, start, isLast, hasStar }: Search): number | undefined {
  const lastStart = hasStar ? name.length : start
  for (let at = start; at <= lastStart; at++) {
    const end = matchChunk(steps, name, at)
    if (end !== undefined && (end === name.length || !isLast)) return end
  }
  return undefined
}

function matchChunk(steps: readonly Step[], name: string, start: number): number | undefined {
  let at = start
  for (const step of steps) {
    if (at >= name.length) return undefined
    if (step.op === "byte") {
      if (name.charCodeAt(at) !== step.byte) return undefined
      at++
      continue
    }
    const [code, width] = decode(name, at)
    if (step.op === "class" && isIn(code, step.ranges) === step.isNegated) return undefined
    at += width
  }
  return at
}

function isIn(code: number, ranges: readonly Range[]): boolean {
  return ranges.some(([low, high]) => low <= code && code <= high)
}

function splitChunks(pattern: string): readonly Chunk[] {
  const chunks: Chunk[] = []
  let at = 0
  while (at < pattern.length) {
    let start = at
    while (pattern.charAt(start) === "*") start++
    const end = endOfChunk(pattern, start)
    chunks.push({ hasStar: start > at, steps: parseChunk(pattern.slice(start, end)) })
    at = end
  }
  return chunks
}

/** The next star outside of brackets; brackets are only counted roughly, as Go does. */
function endOfChunk(pattern: string, start: number): number {
  let inRange = false
  for (let at = start; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (character === "\\") at++
    else if (character === "[") inRange = true
    else if (character === "]") inRange = false
    else if (character === "*" && !inRange) return at
  }
  return pattern.length
}

function parseChunk(chunk: string): readonly Step[] | undefined {
  const steps: Step[] = []
  let at = 0
  while (at < chunk.length) {
    const character = chunk.charAt(at)
    if (character === "[") {
      const parsed = parseClass(chunk, at + 1)
      if (parsed === undefined) return undefined
      steps.push(parsed.step)
      at = parsed.next
    } else if (character === "?") {
      steps.push({ op: "any" })
      at++
    } else {
      if (character === "\\") at++
      if (at >= chunk.length) return undefined
      steps.push({ op: "byte", byte: chunk.charCodeAt(at) })
      at++
    }
  }
  return steps
}

function parseClass(
  chunk: string,
  start: number,
): { readonly step: Step; readonly next: number } | undefined {
  const isNegated = chunk.charAt(start) === "^"
  const ranges: Range[] = []
  let at = isNegated ? start + 1 : start
  while (chunk.charAt(at) !== "]" || ranges.length === 0) {
    const low = parseMember(chunk, at)
    if (low === undefined) return undefined
    const isRange = chunk.charAt(low.next) === "-"
    const high = isRange ? parseMember(chunk, low.next + 1) : low
    if (high === undefined) return undefined
    ranges.push([low.code, high.code])
    at = high.next
  }
  return { step: { op: "class", isNegated, ranges }, next: at + 1 }
}

/** Go's `getEsc`: something must follow a member, a closing bracket at least. */
function parseMember(
  chunk: string,
  start: number,
): { readonly code: number; readonly next: number } | undefined {
  const first = chunk.charAt(start)
  if (first === "" || first === "-" || first === "]") return undefined
  const at = chunk.charCodeAt(start) === BACKSLASH ? start + 1 : start
  if (at >= chunk.length) return undefined
  const [code, width] = decode(chunk, at)
  const isInvalid = code === REPLACEMENT && width === 1
  return isInvalid || at + width >= chunk.length ? undefined : { code, next: at + width }
}

/** Go's `utf8.DecodeRuneInString`: a byte that begins no character is U+FFFD, one byte wide. */
function decode(bytes: string, at: number): readonly [code: number, width: number] {
  const lead = bytes.charCodeAt(at)
  if (lead < 0x80) return [lead, 1]
  const width = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0
  if (width === 0) return [REPLACEMENT, 1]
  let code = lead & (0x7f >> width)
  for (let index = 1; index < width; index++) {
    const byte = bytes.charCodeAt(at + index)
    if (Number.isNaN(byte) || (byte & 0xc0) !== 0x80) return [REPLACEMENT, 1]
    code = (code << 6) | (byte & 0x3f)
  }
  return [code, width]
}
