import type { Finding, Location } from "../../model/index.ts"
import type { Report } from "../report.ts"
import { visible, visibleLines } from "../visible-text.ts"
import { codeFrame, type Label } from "./code-frame.ts"
import { type Style, styleCodeLines } from "./style.ts"
import { wrap } from "./text-width.ts"

/** How findings are written. */
export interface FindingOptions {
  readonly style: Style
  readonly width: number
  /** Whether to say why the rule exists and where to read on: once for each rule is enough. */
  readonly explained: boolean
  /** Whether to name the clusters: not where there is only one. */
  readonly clusters: boolean
}

/** One finding: headline, code frames, help, reason and link. */
export function prettyFinding(finding: Finding, report: Report, options: FindingOptions): string {
  const rows = [
    ...headline(finding, options),
    ...frames(finding, report, options),
    ...paragraph("help", finding.help ?? "", options),
    ...(options.explained ? explanation(finding, report, options) : []),
  ]
  return rows.map((row) => `${row}\n`).join("")
}

function headline(finding: Finding, { style, width }: FindingOptions): readonly string[] {
  const label = `${finding.severity}[${finding.rule}]`
  const [first = "", ...rest] = visibleLines(finding.message)
  const [start = "", ...more] = wrap(`${label} ${first}`, width)
  const head = `${style(finding.severity, label)}${style("strong", start.slice(label.length))}`
  const quoted = rest.flatMap((line) => wrap(line, width - 4)).map((line) => `    ${line}`)
  return [head, ...more.map((line) => style("strong", line)), ...quoted]
}

function frames(finding: Finding, report: Report, options: FindingOptions): readonly string[] {
  const labels = labelsOf(finding)
  const files = [...new Set(labels.map(({ location }) => location.path))]
  const last = Math.max(...labels.map(({ location }) => location.range.start.line + 2))
  const gutter = Math.max(2, String(last).length)
  return files.flatMap((path, index) => {
    const here = labels.filter(({ location }) => location.path === path)
    const source = report.source(path)
    const [first] = here
    if (!first) return []
    const heading = placeRow(first.location, { finding, isFirst: index === 0, gutter, options })
    const frame = source
      ? codeFrame(source, here, { style: options.style, width: options.width, gutter })
      : []
    return [heading, ...frame]
  })
}

/** The place itself, then what it is related to, then the steps that lead to it. */
function labelsOf(finding: Finding): readonly Label[] {
  const others = [...finding.related, ...finding.via].map(
    ({ message, ...location }): Label => ({ location, message, role: "related" }),
  )
  return [{ location: finding.location, message: "", role: finding.severity }, ...others]
}

interface PlaceContext {
  readonly finding: Finding
  readonly isFirst: boolean
  readonly gutter: number
  readonly options: FindingOptions
}

function placeRow(
  { path, range }: Location,
  { finding, isFirst, gutter, options }: PlaceContext,
): string {
  const { style } = options
  const place = `${visible(path)}:${range.start.line + 1}:${range.start.character + 1}`
  const corner = isFirst ? "╭─" : "├─"
  const names = isFirst && options.clusters && finding.clusters.length > 0 ? finding.clusters : []
  const where = names.length > 0 ? style("dim", `  in ${names.map(visible).join(", ")}`) : ""
  return `  ${" ".repeat(gutter)} ${style("dim", corner)} ${style("path", place)}${where}`
}

function explanation(finding: Finding, report: Report, options: FindingOptions): readonly string[] {
  const [link] = report.rules.get(finding.rule)?.docs ?? []
  return [
    ...paragraph("why", finding.why, options),
    ...(link === undefined ? [] : [labelled("docs", options.style("link", link), options.style)]),
  ]
}

function paragraph(
  label: string,
  text: string,
  { style, width }: FindingOptions,
): readonly string[] {
  if (text === "") return []
  const lines = visibleLines(text).flatMap((line) => wrap(line, Math.max(20, width - 9)))
  return styleCodeLines(style, lines).map((line, index) =>
    labelled(index === 0 ? label : "", line, style),
  )
}

function labelled(label: string, text: string, style: Style): string {
  return `  ${style("label", label.padEnd(5))} ${text}`
}
