import { createLineIndex } from "../text/line-index.ts"
import type { TextEdit } from "../text/position.ts"

/** Replaces what stands between two offsets of a text. */
export interface OffsetEdit {
  readonly start: number
  readonly end: number
  readonly newText: string
}

/** Whether no two of the edits touch the same characters. */
export function areApart(edits: readonly OffsetEdit[]): boolean {
  const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end)
  return sorted.every((edit, index) => index === 0 || (sorted[index - 1]?.end ?? 0) <= edit.start)
}

/** `text` with all edits applied at once; undefined when two of them overlap. */
export function applyOffsetEdits(text: string, edits: readonly OffsetEdit[]): string | undefined {
  if (!areApart(edits)) return undefined
  const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end)
  let result = ""
  let done = 0
  for (const { start, end, newText } of sorted) {
    result += text.slice(done, start) + newText
    done = end
  }
  return result + text.slice(done)
}

/** The same edits, by line and column. */
export function toTextEdits(text: string, edits: readonly OffsetEdit[]): readonly TextEdit[] {
  const lines = createLineIndex(text)
  return edits.map(({ start, end, newText }) => ({
    range: { start: lines.positionAt(start), end: lines.positionAt(end) },
    newText,
  }))
}
