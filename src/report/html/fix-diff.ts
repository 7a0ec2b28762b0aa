import { structuredPatch } from "diff"
import type { Finding } from "../../model/index.ts"
import { applyEdits } from "../../text/apply-edits.ts"
import type { LineIndex } from "../../text/line-index.ts"
import type { TextEdit } from "../../text/position.ts"
import { cutText } from "../cut-text.ts"
import type { Report } from "../report.ts"
import { type Html, html } from "./html.ts"

/** Lines around a change. */
const context = 2
/** What a fix changes is short; more lines than this are counted. */
const shownLines = 60
const lineWidth = 240

/** What a fix changes, file by file; nothing for a file whose text is not at hand. */
export function fixDiff(
  fix: NonNullable<Finding["fix"]>,
  report: Pick<Report, "source">,
): readonly Html[] {
  return Object.entries(fix.edits).flatMap(([path, edits]) => {
    const source = report.source(path)
    if (!source) return []
    const rows = windowsOf(edits, source.lineCount).flatMap((window) => diffRows(source, window))
    const hidden = rows.length - shownLines
    const more = hidden > 0 ? html`<span class="gap">… ${hidden} more lines</span>` : undefined
    return [
      html`<div class="place">${path}</div><pre class="frame diff" tabindex="0">${rows.slice(0, shownLines)}${more}</pre>`,
    ]
  })
}

/** Lines of a file, the end exclusive, with the edits that fall on them. */
interface Window {
  readonly from: number
  readonly to: number
  readonly edits: readonly TextEdit[]
}

/** Edits with the lines around them; those near each other share a window. */
function windowsOf(edits: readonly TextEdit[], lineCount: number): readonly Window[] {
  const windows: Window[] = []
  const ordered = edits.toSorted((left, right) => left.range.start.line - right.range.start.line)
  for (const edit of ordered) {
    const from = Math.max(0, edit.range.start.line - context)
    const to = Math.min(lineCount, edit.range.end.line + context + 1)
    const last = windows.at(-1)
    if (last && from <= last.to)
      windows.splice(-1, 1, {
        from: last.from,
        to: Math.max(to, last.to),
        edits: [...last.edits, edit],
      })
    else windows.push({ from, to, edits: [edit] })
  }
  return windows
}

function diffRows(source: LineIndex, { from, to, edits }: Window): readonly Html[] {
  const start = source.offsetAt({ line: from, character: 0 })
  const before = source.text.slice(start, source.offsetAt({ line: to, character: 0 }))
  const after = edited(before, edits, from)
  if (after === undefined) return []
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context })
  return hunks.flatMap(({ oldStart, lines }) => {
    let number = from + oldStart
    return lines.flatMap((line) => {
      const sign = line.charAt(0)
      if (sign === "\\") return []
      return [diffRow(sign, sign === "+" ? "" : String(number++), line.slice(1))]
    })
  })
}

/** What becomes of the lines; undefined for edits that do not go together, which no check makes and a merged report may hold. */
function edited(text: string, edits: readonly TextEdit[], from: number): string | undefined {
  const shifted = edits.map(({ range: { start, end }, newText }) => ({
    range: {
      start: { ...start, line: start.line - from },
      end: { ...end, line: end.line - from },
    },
    newText,
  }))
  try {
    return applyEdits(text, shifted)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const looks: Readonly<Record<string, string>> = { "-": "row removed", "+": "row added" }

function diffRow(sign: string, number: string, text: string): Html {
  const line = cutText(text.replaceAll("\t", "  ").trimEnd(), lineWidth)
  return html`<span class="${looks[sign] ?? "row"}"><span class="number">${number}</span><span class="sign">${sign}</span><code>${line}</code></span>`
}
