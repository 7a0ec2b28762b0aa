import type { Severity } from "../model/index.ts"
import { grouped } from "./pretty/count.ts"
import { prettySummary } from "./pretty/pretty-summary.ts"
import type { Style } from "./pretty/style.ts"
import { type Report, type Reporter, severities } from "./report.ts"

/** How often a rule has found something. */
export interface RuleCount {
  readonly rule: string
  readonly category: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** Findings that do not count. */
  readonly suppressed: number
  /** Those among the ones that count that `--fix` repairs, and those that it repairs with `--unsafe-fixes`. */
  readonly fixes: { readonly safe: number; readonly unsafe: number }
}

/** The findings per rule, the most frequent rule first. */
export function countByRule({ findings }: Pick<Report, "findings">): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>()
  for (const { rule, category, severity, suppressedBy, fix } of findings) {
    const before = counts.get(rule) ?? { ...none, rule, category }
    const field = suppressedBy ? "suppressed" : fields[severity]
    const after = { ...before, [field]: before[field] + 1 }
    const fixes = suppressedBy || !fix ? before.fixes : withOneMore(before.fixes, fix.applicability)
    counts.set(rule, { ...after, fixes })
  }
  return [...counts.values()].sort(
    (left, right) => activeOf(right) - activeOf(left) || (left.rule < right.rule ? -1 : 1),
  )
}

const fields = { error: "errors", warning: "warnings", info: "infos" } as const

const none = {
  ...{ errors: 0, warnings: 0, infos: 0, suppressed: 0 },
  fixes: { safe: 0, unsafe: 0 },
} as const

function withOneMore(fixes: RuleCount["fixes"], kind: "safe" | "unsafe"): RuleCount["fixes"] {
  return { ...fixes, [kind]: fixes[kind] + 1 }
}

function activeOf({ errors, warnings, infos }: RuleCount): number {
  return errors + warnings + infos
}

/** A line for each rule: how often, how severe, and `[*]` where `--fix` repairs at least one. */
export function createStatisticsReporter(look: {
  readonly style: Style
  readonly width: number
}): Reporter {
  const { style } = look
  return (report) => {
    const counts = countByRule(report).filter((count) => activeOf(count) > 0)
    const rows = counts.map((count) => [grouped(activeOf(count)), count] as const)
    const width = Math.max(0, ...rows.map(([number]) => number.length))
    const lines = rows.map(([number, count]) => {
      const severity = worstOf(count)
      const mark = count.fixes.safe > 0 ? "[*]" : "[ ]"
      return `${style("strong", number.padStart(width))}  ${style(severity, severity.padEnd(7))}  ${mark} ${style("rule", count.rule)}\n`
    })
    const gap = lines.length === 0 ? "" : "\n"
    return `${lines.join("")}${gap}${prettySummary(report, look)}${unchecked(report, style)}`
  }
}

function worstOf(count: RuleCount): Severity {
  return severities.find((severity) => count[fields[severity]] > 0) ?? "info"
}

/** The list of what was not checked is long; that there is one is said. */
function unchecked({ skipped }: Report, style: Style): string {
  if (skipped.length === 0) return ""
  const text = `${grouped(skipped.length)} not checked; the report without --statistics says what, and why`
  return `  ${style("dim", text)}\n`
}

/** The same for programs. */
export function reportStatisticsJson(report: Report): string {
  const { tool, target, summary } = report
  const content = { version: 1, tool, target, summary, statistics: countByRule(report) }
  return `${JSON.stringify(content, null, 2)}\n`
}
