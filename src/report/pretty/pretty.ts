import { type Finding, groupBy } from "../../model/index.ts"
import { activeFindings, type Report, type Reporter, severities } from "../report.ts"
import { visible } from "../visible-text.ts"
import { count, grouped } from "./count.ts"
import { prettyFinding } from "./pretty-finding.ts"
import { prettySkipped } from "./pretty-skipped.ts"
import { prettySummary } from "./pretty-summary.ts"
import type { Style } from "./style.ts"

export interface PrettyOptions {
  readonly style: Style
  /** Columns of the terminal. */
  readonly width: number
  /** How many findings are shown whole, the worst first. */
  readonly maxFindings: number
  /** Findings alone, without what was not checked. */
  readonly quiet: boolean
}

/** The table of rules follows when there are more findings than one can read at a glance. */
const tableFrom = 15

/** For people at a terminal: findings with their code, what was not checked, one line of summary. */
export function createPrettyReporter(options: PrettyOptions): Reporter {
  const { style } = options
  const width = Math.max(40, Math.min(options.width, 120))
  return (report) => {
    const findings = activeFindings(report)
    const shown = worst(findings, options.maxFindings)
    const sections = [
      ...findingSections(shown, report, { style, width }),
      overview(findings, shown.length, style),
      options.quiet ? "" : prettySkipped(report.skipped, { style, width }),
      crashes(report, style),
      prettySummary(report, { style, width }),
    ]
    return sections.filter((section) => section !== "").join("\n")
  }
}

function findingSections(
  findings: readonly Finding[],
  report: Report,
  options: { readonly style: Style; readonly width: number },
): readonly string[] {
  const explained = new Set<string>()
  return findings.map((finding) => {
    const isFirst = !explained.has(finding.rule)
    explained.add(finding.rule)
    return prettyFinding(finding, report, {
      ...options,
      explained: isFirst,
      clusters: report.clusters.length > 1,
    })
  })
}

/** At most `limit` findings, in reading order: the worst, and of equal ones some of every rule. */
function worst(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings
  const seen = new Map<string, number>()
  const ranked = findings.map((finding) => {
    const rank = seen.get(finding.rule) ?? 0
    seen.set(finding.rule, rank + 1)
    return { finding, rank, severity: severities.indexOf(finding.severity) }
  })
  ranked.sort((left, right) => left.severity - right.severity || left.rank - right.rank)
  const kept = new Set(ranked.slice(0, limit).map(({ finding }) => finding))
  return findings.filter((finding) => kept.has(finding))
}

/** How often each rule has found something, and how many findings are not shown. */
function overview(findings: readonly Finding[], shown: number, style: Style): string {
  if (findings.length <= shown && findings.length < tableFrom) return ""
  const rules = [...groupBy(findings, ({ rule, severity }) => `${severity} ${rule}`).values()]
  const ordered = severities.flatMap((severity) =>
    rules
      .filter(([first]) => first.severity === severity)
      .sort((left, right) => right.length - left.length),
  )
  const digits = Math.max(...ordered.map((group) => grouped(group.length).length))
  const rows = ordered.map((group) => overviewRow(group, digits, style))
  const hidden = findings.length - shown
  const more =
    hidden > 0
      ? [
          style("strong", `… and ${count(hidden, "more finding")}`) +
            style("dim", " (--max-findings none shows all)"),
          "",
        ]
      : []
  return [...more, style("strong", "Findings by rule"), ...rows].map((row) => `${row}\n`).join("")
}

function overviewRow(
  group: readonly [Finding, ...Finding[]],
  digits: number,
  style: Style,
): string {
  const [first] = group
  const files = new Set(group.map(({ location }) => location.path)).size
  const number = style(first.severity, grouped(group.length).padStart(digits))
  return `  ${number}  ${first.rule}  ${style("dim", `${first.severity}, in ${count(files, "file")}`)}`
}

function crashes(report: Report, style: Style): string {
  return report.crashes
    .map(({ rule, message }) => `${style("error", `rule ${rule} failed`)} ${visible(message)}\n`)
    .join("")
}
