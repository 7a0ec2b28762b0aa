import { findingJson, skipJson } from "./json.ts"
import type { Report } from "./report.ts"

/**
 * The JSON report in lines: one for each finding and for each thing that was not checked, with its `type`, and one of
 * type `summary` at the end, so that a reader knows that it has seen everything.
 */
export function reportJsonl(report: Report): string {
  const { tool, target, summary, coverage, timing } = report
  const lines = [
    ...report.findings.map((finding) => ({ type: "finding", ...findingJson(finding) })),
    ...report.skipped.map((skip) => ({ type: "skip", ...skipJson(skip) })),
    { type: "summary", version: 1, tool, target, summary, coverage, ...(timing && { timing }) },
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("")
}
