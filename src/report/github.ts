import type { Finding, Severity } from "../model/index.ts"
import { conciseLines } from "./concise.ts"
import { cutText } from "./cut-text.ts"
import { count } from "./pretty/count.ts"
import { activeFindings, type Report, type Reporter, severities } from "./report.ts"
import { verdictOf } from "./verdict.ts"
import {
  commandText,
  logBlock,
  logLine,
  type ResumeToken,
  type WorkflowCommand,
  workflowCommand,
} from "./workflow-command.ts"

/** GitHub shows ten annotations of each type for a step, and drops the others (GitHub Docs, "Annotations limits"). */
const annotationsPerType = 10

/** Longer messages are refused by the API behind annotations; the runner cuts them at 4,096 characters. */
const messageLimit = 4096

const commandOf: Readonly<Record<Severity, WorkflowCommand>> = {
  error: "error",
  warning: "warning",
  info: "notice",
}

/** What the reports for GitHub need to know of the job. */
export interface GithubOptions {
  readonly token: ResumeToken
  /** From the folder that the job has checked out to the checked root: empty, or with `/` at its end. */
  readonly prefix: string
  /** Without annotations, the log has everything all the same. */
  readonly annotations: boolean
}

/** Annotations for GitHub Actions, and below them all findings in the log. */
export function createGithubReporter({ token, prefix, annotations }: GithubOptions): Reporter {
  return (report) => {
    const findings = annotations ? activeFindings(report) : []
    const places = severities.flatMap((severity) => {
      const equal = findings.filter((finding) => finding.severity === severity)
      return annotate(equal, prefix)
    })
    const crashes = report.crashes.map(({ rule, message }) =>
      workflowCommand("error", cutText(commandText(message), messageLimit), {
        title: `sluice has a bug: the rule ${rule} failed`,
      }),
    )
    return [...crashes, ...places, log(report, token)].join("")
  }
}

/** Findings of one severity; the last one that fits says how many do not. */
function annotate(findings: readonly Finding[], prefix: string): readonly string[] {
  const shown = findings.slice(0, annotationsPerType)
  const hidden = findings.length - shown.length
  return shown.map((finding, index) => {
    const isLast = index === shown.length - 1
    const more = `\n(${count(hidden, `more ${nounOf(finding.severity)}`)}: see the log of this step)`
    return annotation(finding, { more: isLast && hidden > 0 ? more : "", prefix })
  })
}

function nounOf(severity: Severity): string {
  return severity === "info" ? "note" : severity
}

function annotation(
  finding: Finding,
  { more, prefix }: { readonly more: string; readonly prefix: string },
): string {
  const { message, help, location, rule, severity } = finding
  const text = help === undefined ? message : `${message}\n${help}`
  const shown = cutText(commandText(text), messageLimit - more.length)
  return workflowCommand(commandOf[severity], shown + more, {
    file: prefix + location.path,
    ...placeOf(location.range),
    title: `sluice: ${rule}`,
  })
}

/** Columns are shown only where start and end are on one line (GitHub Docs, "Checks": start_column). */
function placeOf({ start, end }: Finding["location"]["range"]): Readonly<Record<string, number>> {
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line
  const lines = { line: start.line + 1, endLine: lastLine + 1 }
  if (end.line !== start.line) return lines
  // The end of a range is exclusive here, and inclusive there.
  return {
    ...lines,
    col: start.character + 1,
    endColumn: Math.max(end.character, start.character + 1),
  }
}

function log(report: Report, token: ResumeToken): string {
  const lines = conciseLines(report)
  const verdict = verdictOf(report)
  if (lines.length === 0) return logLine(`sluice: ${verdict}`)
  return [
    workflowCommand("group", `sluice: ${verdict}`),
    logBlock(lines, token),
    workflowCommand("endgroup"),
  ].join("")
}
