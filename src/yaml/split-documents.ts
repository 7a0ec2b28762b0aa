/** Where a document lies in the text of its file. */
export interface DocumentSpan {
  readonly start: number
  readonly end: number
}

const CONTENT = /^[^\S\n\r]*[^\s#%\uFEFF]/mu
const MARKER = /(?:---|\.\.\.)(?<=(?:^|[\n\r]|^\uFEFF)...)(?![^ \t\r\n])/gu

/**
 * Splits a file at `---` and `...`, so that an error in one document leaves the others readable.
 * A line that starts with such a marker separates documents everywhere, block and quoted scalars included.
 * What stands before the first `---` belongs to its document while it is only comments and directives.
 */
export function splitDocuments(text: string): readonly DocumentSpan[] {
  if (!text.includes("---") && !text.includes("...")) return [{ start: 0, end: text.length }]
  const spans: DocumentSpan[] = []
  let start = 0
  let isOpen = false
  for (const marker of text.matchAll(MARKER)) {
    const at = marker.index
    if (marker[0] === "...") {
      const end = endOfLine(text, at + 3)
      spans.push({ start, end })
      start = end
      isOpen = false
    } else {
      if (isOpen || CONTENT.test(text.slice(start, at))) {
        spans.push({ start, end: at })
        start = at
      }
      isOpen = true
    }
  }
  if (isOpen || start < text.length || spans.length === 0) spans.push({ start, end: text.length })
  return spans
}

function endOfLine(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    at++
    if (code === 10 || (code === 13 && text.charCodeAt(at) !== 10)) return at
  }
  return at
}
