import type { Finding, Severity } from "../../model/index.ts"
import { cutText } from "../cut-text.ts"
import { rulePageUrl } from "../links.ts"
import type { Report } from "../report.ts"

/** GitHub: `shortDescription.text` and `fullDescription.text` have at most 1,024 characters ("SARIF support for code scanning"). */
const textLimit = 1024

/** SARIF's words for our severities. */
export const levelOf: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
}

/** `problem.severity` of a rule, by which GitHub filters: error, warning or recommendation. */
const problemSeverityOf: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
}

/** The rules that `findings` name, by id, as SARIF's reporting descriptors. */
export function sarifRules(findings: readonly Finding[], report: Report): readonly object[] {
  const firsts = new Map(findings.map((finding) => [finding.rule, finding]))
  const sorted = [...firsts].sort(([left], [right]) => (left < right ? -1 : 1))
  return sorted.map(([, finding]) => descriptorOf(finding, report))
}

function descriptorOf(finding: Finding, { rules }: Report): object {
  const rule = rules.get(finding.rule)
  const severity = rule?.severity ?? finding.severity
  const summary = rule?.summary ?? finding.rule
  const why = rule?.why ?? finding.why
  const helpUri = rulePageUrl(finding)
  return {
    id: finding.rule,
    name: finding.rule,
    shortDescription: { text: cutText(summary, textLimit) },
    fullDescription: { text: cutText(why, textLimit) },
    help: {
      text: cutText(`${summary} ${why} See ${helpUri}`, textLimit),
      markdown: cutText(`[${finding.rule}](${helpUri}): ${summary}\n\n${why}`, textLimit),
    },
    helpUri,
    defaultConfiguration: { level: levelOf[severity] },
    properties: {
      category: finding.category,
      tags: [finding.category],
      precision: "very-high",
      "problem.severity": problemSeverityOf[severity],
    },
  }
}
