import type { LogicalLocation } from "../model/index.ts"

/**
 * The text of a field's value as it stands in its file, comments included, without the indentation of its place. Ends
 * with a line break. YAML inside scalars has no text of its own: undefined.
 */
export function sourceText({ document, path }: LogicalLocation): string | undefined {
  if (document.within || !document.has(path)) return undefined
  const { start, end } = document.rangeOf(path, "value")
  const { lines } = document.file
  const text = lines.text.slice(lines.offsetAt(start), lines.offsetAt(end))
  const [first = "", ...rest] = text.split(/\r\n|\r|\n/u)
  const indented = rest.filter((line) => line.trim() !== "")
  // A comment may stand further to the left than what it is in.
  if (indented.some((line) => line.slice(0, start.character).trim() !== "")) return undefined
  return [first, ...rest.map((line) => line.slice(start.character))]
    .map((line) => `${line}\n`)
    .join("")
}
