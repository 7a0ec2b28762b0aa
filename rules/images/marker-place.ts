import type { Document, LogicalLocation, MarkerComment, ParsedFile } from "#rule"

type Span = Pick<MarkerComment, "start" | "end">

/** A part of a comment, in the document that it stands in. */
export function commentPlace(
  { source, documents }: ParsedFile,
  { start, end }: Span,
): LogicalLocation | undefined {
  const range = { start: source.lines.positionAt(start), end: source.lines.positionAt(end) }
  const { line } = range.start
  const isAround = ({ range: own }: Document): boolean =>
    own.start.line <= line && line <= own.end.line
  const document = documents.find(isAround) ?? documents[0]
  return document && { document, path: [], part: "value", range }
}
