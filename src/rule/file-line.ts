import type { Document, LogicalLocation, Resource, SourceFile } from "../model/index.ts"
import type { Range } from "../text/position.ts"

function rangeOfLine({ lines }: SourceFile, line: number): Range {
  const text = lines.lineText(line)
  const start = { line, character: text.length - text.trimStart().length }
  return { start, end: { line, character: Math.max(start.character, text.trimEnd().length) } }
}

/** A line (from 0) of a file that is no YAML, such as a chart's template: the whole line without its indentation. */
export function fileLine(file: SourceFile, line: number, resource?: Resource): LogicalLocation {
  const range = rangeOfLine(file, line)
  const document: Document = {
    ...{ file, index: 0, content: undefined, syntaxErrors: [], repeatedKeys: [], encrypted: false },
    range,
    rangeOf: () => range,
    has: () => false,
    embedded: () => [],
  }
  return { document, path: [], part: "value", ...(resource && { resource }) }
}
