import type { Location } from "../../model/index.ts"
import type { LineIndex } from "../../text/line-index.ts"
import { visible } from "../visible-text.ts"
import { type CodeLine, codeLine } from "./code-line.ts"
import { contextLines } from "./context-lines.ts"
import type { Role, Style } from "./style.ts"
import { fitStart, textWidth } from "./text-width.ts"

/** A place that a frame points at, with the words beside its underline. */
export interface Label {
  readonly location: Location
  readonly message: string
  readonly role: Role
}

/** How frames are drawn. */
export interface FrameOptions {
  readonly style: Style
  readonly width: number
  /** Columns of the line numbers, the same for all frames of a finding. */
  readonly gutter: number
}

/** The lines of one file around its labels, the labelled ones underlined. */
export function codeFrame(
  source: LineIndex,
  labels: readonly Label[],
  options: FrameOptions,
): readonly string[] {
  const lines = new Set(
    labels.flatMap(({ location }) => contextLines(source, location.range.start.line)),
  )
  const ordered = fillGaps([...lines].sort((a, b) => a - b))
  const rows: string[] = []
  for (const [index, line] of ordered.entries()) {
    const previous = ordered[index - 1]
    if (previous !== undefined && line - previous > 1)
      rows.push(gutterRow(options, "", "⋮").trimEnd())
    const here = labels.filter(({ location }) => location.range.start.line === line)
    rows.push(...sourceRows(source, line, here, options))
  }
  return rows
}

/** A gap of one line is shown rather than left out: the sign for it takes a line too. */
function fillGaps(lines: readonly number[]): readonly number[] {
  return lines.flatMap((line, index) =>
    line - (lines[index - 1] ?? line) === 2 ? [line - 1, line] : [line],
  )
}

function sourceRows(
  source: LineIndex,
  line: number,
  labels: readonly Label[],
  options: FrameOptions,
): readonly string[] {
  const { style, width, gutter } = options
  const room = Math.max(20, width - gutter - 6)
  const text = source.lineText(line)
  const cuts = labels.map((label) => ({
    label,
    cut: codeLine(text, ...columns(label, line, text), room),
  }))
  const [first] = cuts
  const number = String(line + 1).padStart(gutter)
  const shown = first
    ? first.cut.before + style(first.label.role, first.cut.span) + first.cut.after
    : style("dim", joined(codeLine(text, 0, 0, room)))
  return [
    gutterRow(options, number, "│", shown),
    ...cuts.flatMap(({ label, cut }) => underlineRows(label, cut, options)),
  ]
}

function joined({ before, span, after }: CodeLine): string {
  return before + span + after
}

/** The part of the label's range that lies on `line`. */
function columns({ location }: Label, line: number, text: string): [number, number] {
  const { start, end } = location.range
  return [start.character, end.line > line ? text.trimEnd().length : end.character]
}

function underlineRows(label: Label, cut: CodeLine, options: FrameOptions): readonly string[] {
  const { style, width, gutter } = options
  const indent = " ".repeat(textWidth(cut.before))
  const isRelated = label.role === "related"
  const mark = (isRelated ? "─" : "━").repeat(Math.max(1, textWidth(cut.span)))
  const underlined = `${indent}${style(label.role, mark)}`
  if (label.message === "") return [gutterRow(options, "", "│", underlined)]
  const message = visible(label.message)
  const room = width - gutter - 6 - textWidth(indent) - textWidth(mark) - 1
  if (textWidth(message) <= room) {
    return [gutterRow(options, "", "│", `${underlined} ${style(label.role, message)}`)]
  }
  // No room beside the underline: the words go below it, moved left where they would leave the screen.
  const all = width - gutter - 6
  const shift = Math.min(textWidth(indent), Math.max(0, all - textWidth(message)))
  const below = `${" ".repeat(shift)}${style(label.role, fitStart(message, all))}`
  return [gutterRow(options, "", "│", underlined), gutterRow(options, "", "│", below)]
}

/** A row of a frame: line number, rule, content. */
function gutterRow(
  { style, gutter }: FrameOptions,
  number: string,
  rule: string,
  content = "",
): string {
  return `  ${style("dim", `${number.padStart(gutter)} ${rule}`)} ${content}`.trimEnd()
}
