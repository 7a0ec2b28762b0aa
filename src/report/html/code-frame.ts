import { groupBy, type Location } from "../../model/index.ts"
import type { LineIndex } from "../../text/line-index.ts"
import { codeLine } from "../pretty/code-line.ts"
import { contextLines } from "../pretty/context-lines.ts"
import { type Html, html } from "./html.ts"
import { withCode } from "./rich-text.ts"

/** A place that a frame marks, with the words below its line. */
export interface FrameLabel {
  readonly location: Location
  readonly message: string
  readonly look: "error" | "warning" | "info" | "related"
}

/** A longer line is cut around its first mark. */
const lineWidth = 240

/** The lines of one file around its labels, the labelled parts marked. */
export function htmlFrame(source: LineIndex, labels: readonly FrameLabel[]): Html {
  const byLine = groupBy(labels, ({ location }) => location.range.start.line)
  const lines = [...new Set([...byLine.keys()].flatMap((line) => contextLines(source, line)))].sort(
    (left, right) => left - right,
  )
  const rows = lines.map((line, index) => {
    const before = lines[index - 1]
    const gap =
      before !== undefined && line - before > 1 ? html`<span class="gap">⋮</span>` : undefined
    return [gap, frameRow(source.lineText(line), line, byLine.get(line) ?? [])]
  })
  return html`<pre class="frame" tabindex="0">${rows}</pre>`
}

function frameRow(text: string, line: number, labels: readonly FrameLabel[]): Html {
  const notes = labels
    .filter(({ message }) => message !== "")
    .map(({ message, look }) => html`<span class="note ${look}">${withCode(message)}</span>`)
  const look = labels.length > 0 ? "row marked" : "row"
  return html`<span class="${look}"><span class="number">${line + 1}</span><code>${marked(text, line, labels)}</code></span>${notes}`
}

/** The text of a line with its labels marked; of two that overlap the first is. */
function marked(text: string, line: number, labels: readonly FrameLabel[]): readonly Html[] {
  const [first] = labels
  if (first && text.length > lineWidth) {
    const { before, span, after } = codeLine(text, ...columns(first, line, text), lineWidth)
    return [html`${before}<mark class="${first.look}">${span}</mark>${after}`]
  }
  if (text.length > lineWidth) return [html`${codeLine(text, 0, 0, lineWidth).after}`]
  const parts: Html[] = []
  let done = 0
  const ordered = labels
    .map((label) => ({ look: label.look, columns: columns(label, line, text) }))
    .sort((left, right) => left.columns[0] - right.columns[0])
  for (const {
    look,
    columns: [start, end],
  } of ordered) {
    if (start < done || end <= start) continue
    parts.push(
      html`${indented(text.slice(done, start))}<mark class="${look}">${indented(text.slice(start, end))}</mark>`,
    )
    done = end
  }
  return [...parts, html`${indented(text.slice(done).trimEnd())}`]
}

function indented(text: string): string {
  return text.replaceAll("\t", "  ")
}

/** The part of the label's range that lies on `line`. */
function columns({ location }: FrameLabel, line: number, text: string): readonly [number, number] {
  const { start, end } = location.range
  return [start.character, end.line > line ? text.trimEnd().length : end.character]
}
