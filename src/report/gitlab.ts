import type { Finding, Severity } from "../model/index.ts"
import { activeFindings, type Report } from "./report.ts"
import { visible } from "./visible-text.ts"

/** Of GitLab's five severities (info, minor, major, critical, blocker): Flux stops at an error of ours. */
const severityOf: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "minor",
  info: "info",
}

/**
 * GitLab's Code Quality report: the fields that its documentation lists ("Code Quality report format") and no others,
 * `[]` when there is nothing.
 */
export function reportGitlab(report: Report): string {
  const fingerprint = uniqueFingerprints()
  const issues = activeFindings(report).map((finding) => ({
    description: visible(
      finding.help === undefined ? finding.message : `${finding.message} ${finding.help}`,
    ),
    check_name: finding.rule,
    fingerprint: fingerprint(finding),
    severity: severityOf[finding.severity],
    location: { path: finding.location.path, lines: linesOf(finding) },
  }))
  return `${JSON.stringify(issues, null, 2)}\n`
}

function linesOf({ location }: Finding): { readonly begin: number } {
  return { begin: location.range.start.line + 1 }
}

/** GitLab drops issues whose fingerprint it has seen: equal ones are numbered. No line is in them, so that they stay. */
function uniqueFingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>()
  return ({ fingerprint }) => {
    const number = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, number)
    return number === 1 ? fingerprint : `${fingerprint}-${number}`
  }
}
