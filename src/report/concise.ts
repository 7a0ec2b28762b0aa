import { activeFindings, type Report } from "./report.ts"
import { visible } from "./visible-text.ts"

/** One line for each finding: `path:line:column: severity: message [rule]`. */
export function reportConcise(report: Report): string {
  return conciseLines(report)
    .map((line) => `${line}\n`)
    .join("")
}

/** The lines of {@link reportConcise}, for other reports that list findings. */
export function conciseLines(report: Pick<Report, "findings">): readonly string[] {
  return activeFindings(report).map(({ location, severity, message, rule }) => {
    const { line, character } = location.range.start
    return `${visible(location.path)}:${line + 1}:${character + 1}: ${severity}: ${visible(message)} [${rule}]`
  })
}
