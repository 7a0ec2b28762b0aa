import { visible } from "../visible-text.ts"
import { fitEnd, fitStart, textWidth } from "./text-width.ts"

/** A line of source around a span, ready to print: all parts are visible text. */
export interface CodeLine {
  readonly before: string
  readonly span: string
  readonly after: string
}

/** Cuts `text` at the UTF-16 columns of a span, and to `width` columns around it. */
export function codeLine(text: string, start: number, end: number, width: number): CodeLine {
  const before = clean(text.slice(0, start))
  const span = clean(text.slice(start, Math.max(start, end)))
  const after = clean(text.slice(Math.max(start, end))).trimEnd()
  if (textWidth(before) + textWidth(span) + textWidth(after) <= width)
    return { before, span, after }
  const beforeWidth = Math.min(
    textWidth(before),
    Math.max(Math.floor(width / 4), width - textWidth(span) - 1),
  )
  const fittedBefore =
    textWidth(before) > beforeWidth ? `…${fitEnd(before, beforeWidth - 1)}` : before
  const left = width - textWidth(fittedBefore)
  if (textWidth(span) >= left)
    return { before: fittedBefore, span: `${fitStart(span, left - 1)}…`, after: "" }
  const room = left - textWidth(span)
  const fittedAfter = textWidth(after) > room ? `${fitStart(after, room - 1)}…` : after
  return { before: fittedBefore, span, after: fittedAfter }
}

function clean(text: string): string {
  return visible(text.replaceAll("\t", "  "))
}
