import type { LineIndex } from "../../text/line-index.ts"

/** How far above a line its parents are looked for. */
const maxDistance = 2000
const maxParents = 3

/**
 * The lines that make `line` understandable: the keys it is nested in, nearest first kept, and its neighbours.
 * YAML nests by indentation, so a parent is the nearest line above that is indented less.
 */
export function contextLines(source: LineIndex, line: number): readonly number[] {
  const shown = new Set([line, ...parentLines(source, line)])
  for (const neighbour of [line - 1, line + 1]) {
    if (isContent(source.lineText(neighbour))) shown.add(neighbour)
  }
  return [...shown].filter((index) => index >= 0 && index < source.lineCount).sort((a, b) => a - b)
}

function parentLines(source: LineIndex, line: number): readonly number[] {
  const parents: number[] = []
  let child = source.lineText(line)
  for (let index = line - 1; index >= Math.max(0, line - maxDistance); index--) {
    const text = source.lineText(index)
    if (text.startsWith("---") || parents.length === maxParents) break
    if (!isContent(text) || !isParent(text, child)) continue
    parents.push(index)
    child = text
  }
  return parents
}

/** A list may stand at the indentation of its own key. */
function isParent(text: string, child: string): boolean {
  const difference = indentOf(child) - indentOf(text)
  return difference > 0 || (difference === 0 && isListItem(child) && !isListItem(text))
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}

function isListItem(text: string): boolean {
  return /^\s*-(?:\s|$)/u.test(text)
}

function isContent(text: string): boolean {
  return /^\s*[^\s#]/u.test(text) && !text.startsWith("---")
}
