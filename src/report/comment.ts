import { cutText } from "./cut-text.ts"
import { takeRows } from "./job-summary.ts"
import { rulePageUrl } from "./links.ts"
import { markdownCode, markdownMessage, markdownText } from "./markdown-text.ts"
import { count } from "./pretty/count.ts"
import type { ReadFinding, ReadReport } from "./read-report.ts"
import { worstFirst } from "./worst-first.ts"

/** Tells our comment from others; GitHub does not show it. */
export const commentMark = "<!-- sluice: the one comment on this pull request -->"

/** GitHub refuses a comment of more than 65,536 characters; bytes are never fewer. */
export const maxCommentBytes = 65_000

const messageLimit = 2000
const findingsShown = 20
const skipsShown = 10

/** What a comment says beside the report. */
export interface CommentOptions {
  /** The commit that was checked. */
  readonly commit: string
  /** The page of the workflow's run. */
  readonly run: string | undefined
}

/** A report as the comment on a pull request. Every text in it is a stranger's, and escaped (`safety.md` row 17). */
export function reportComment(report: ReadReport, { commit, run }: CommentOptions): string {
  const { findings, skipped } = report
  const shown = worstFirst(findings).slice(0, findingsShown)
  const moreFindings = findings.length - shown.length
  const moreSkips = skipped.length - skipsShown
  const where = run === undefined ? "" : ` · [the run](${run})`
  const rows = [
    `${commentMark}\n## sluice: ${verdict(report)}\n\n`,
    ...shown.map(findingRow),
    ...(moreFindings > 0 ? [`\n… and ${count(moreFindings, "more finding")}\n`] : []),
    ...(skipped.length > 0 ? [`\n### Not checked (${skipped.length})\n\n`] : []),
    ...skipped.slice(0, skipsShown).map(({ path, what, reason }) => {
      const place = path === undefined ? "" : `${markdownCode(path)} `
      return `- ${place}${message(what)}: ${message(reason)}\n`
    }),
    ...(moreSkips > 0 ? [`\n… and ${count(moreSkips, "more thing")}\n`] : []),
  ]
  const foot = `\n<sub>Commit ${markdownCode(commit.slice(0, 12))}${where}</sub>\n`
  return takeRows(rows, maxCommentBytes - foot.length) + foot
}

function verdict({ summary: { errors, warnings, infos, suppressed } }: ReadReport): string {
  const parts = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
    ...(infos > 0 ? [count(infos, "note")] : []),
  ]
  const found = parts.length === 0 ? "no problems" : parts.join(", ")
  return suppressed > 0 ? `${found} (${count(suppressed, "finding")} suppressed)` : found
}

function findingRow(finding: ReadFinding): string {
  const { severity, path, line, help, rule } = finding
  const advice = help === undefined ? "" : `\n\n  ${message(help)}`
  const link = `[${markdownText(rule)}](${rulePageUrl(finding)})`
  return `- **${severity}** ${markdownCode(`${path}:${line}`)} ${message(finding.message)} (${link})${advice}\n`
}

function message(text: string): string {
  return markdownMessage(cutText(text, messageLimit))
}
