import type { Severity } from "../model/index.ts"
import type { Report } from "../report/report.ts"
import type { CommandContext } from "./command-context.ts"
import type { ExitPolicy } from "./exit-code.ts"
import type { FlagValues } from "./flag-values.ts"
import { type ReportTarget, writeReports } from "./formats.ts"
import { githubOptions, writeJobSummary } from "./github-job.ts"

const defaultMaxFindings = 50

/** What the flags want the exit code to say. */
export function exitPolicy(flags: FlagValues): ExitPolicy {
  const severities: readonly (Severity | "never")[] = ["error", "warning", "info", "never"]
  return {
    failOn: severities.find((severity) => severity === flags.text("fail-on")) ?? "error",
    maxWarnings: flags.number("max-warnings"),
    exitZero: flags.switch("exit-zero") === true,
    allowIncomplete: flags.switch("allow-incomplete") === true,
  }
}

/** How many findings a terminal report shows. */
export function maxFindingsOf(flags: FlagValues): number {
  if (flags.text("max-findings") === "none") return Number.POSITIVE_INFINITY
  return flags.number("max-findings", ["none"]) ?? defaultMaxFindings
}

/** Writes a report in all formats that are asked for, and the summary of GitHub's job. */
export async function showReport(
  report: Report,
  { targets, root }: { readonly targets: readonly ReportTarget[]; readonly root: string },
  context: CommandContext,
): Promise<void> {
  const { flags, io, style } = context
  const quiet = flags.switch("quiet") === true
  const maxFindings = maxFindingsOf(flags)
  const pretty = { style, width: io.stdout.columns ?? 100, maxFindings, quiet }
  const shown = quiet ? errorsOnly(report) : report
  const reporter = { pretty, github: githubOptions(context, root) }
  const counts = flags.switch("statistics") === true
  await writeReports(targets, shown, { io, reporter, counts })
  if (targets.some(({ format }) => format === "github")) writeJobSummary(shown, io, root)
}

function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === "error") }
}
