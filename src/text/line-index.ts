import type { Position } from "./position.ts"

/** Converts between offsets and positions of one text. Lines end with LF, CRLF or a lone CR, as in LSP. */
export interface LineIndex {
  readonly text: string
  readonly lineCount: number
  /** The position of `offset`; offsets outside the text count as its start or its end. */
  positionAt(offset: number): Position
  /** The offset of `position`; a column past the end of its line counts as the end of that line. */
  offsetAt(position: Position): number
  /** The text of a line without its line break; empty for a line that does not exist. */
  lineText(line: number): string
}

const LF = 10
const CR = 13

/** Indexes the lines of `text`; the work is done when the first position is asked for. */
export function createLineIndex(text: string): LineIndex {
  let cached: readonly number[] | undefined
  const starts = (): readonly number[] => {
    cached ??= lineStarts(text)
    return cached
  }
  return {
    text,
    get lineCount(): number {
      return starts().length
    },
    positionAt: (offset) => positionAt(starts(), text.length, offset),
    offsetAt: (position) => offsetAt(starts(), text, position),
    lineText(line) {
      const start = starts()[line]
      return start === undefined ? "" : text.slice(start, lineEnd(starts(), text, line))
    },
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
      starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1)
  }
  return starts
}

function positionAt(starts: readonly number[], length: number, offset: number): Position {
  const wanted = Math.min(Math.max(offset, 0), length)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return { line: low, character: wanted - (starts[low] ?? 0) }
}

function offsetAt(starts: readonly number[], text: string, position: Position): number {
  if (position.line < 0) return 0
  const start = starts[position.line]
  if (start === undefined) return text.length
  return Math.min(start + Math.max(position.character, 0), lineEnd(starts, text, position.line))
}

function lineEnd(starts: readonly number[], text: string, line: number): number {
  const next = starts[line + 1]
  if (next === undefined) return text.length
  const isCrLf = text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR
  return isCrLf ? next - 2 : next - 1
}
