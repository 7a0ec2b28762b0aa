import { rules } from "../../../rules/index.ts"
import { checkWorkspace } from "../../check/check-workspace.ts"
import type { Severity } from "../../model/index.ts"
import { createReport } from "../../report/create-report.ts"
import type { Report } from "../../report/report.ts"
import { visible, visibleLines } from "../../report/visible-text.ts"
import type { CommandContext } from "../command-context.ts"
import { type ExitPolicy, exitCodeOf } from "../exit-code.ts"
import type { FlagValues } from "../flag-values.ts"
import { reportTargets, writeReports } from "../formats.ts"
import { type Session, withSession } from "../session.ts"
import { checkSettings } from "../settings.ts"
import { version } from "../version.ts"

const defaultMaxFindings = 50

/** `sluice check`: reports what Flux would stumble over. */
export async function check(context: CommandContext): Promise<number> {
  const { flags, cwd, io } = context
  const targets = reportTargets(flags, cwd)
  const policy = exitPolicy(flags)
  const maxFindings = maxFindingsOf(flags)
  return await withSession(context, context.arguments, (session) => {
    const report = createCheckReport(session, context)
    // Nothing is written after Ctrl-C: a report that is there is a whole one.
    io.signal.throwIfAborted()
    const quiet = flags.switch("quiet") === true
    const pretty = { style: context.style, width: io.stdout.columns ?? 100, maxFindings, quiet }
    writeReports(targets, quiet ? errorsOnly(report) : report, { io, pretty })
    reportCrashes(report, context)
    return exitCodeOf(report, policy)
  })
}

function createCheckReport(
  { workspace, checked, config, clock, host }: Session,
  { flags, io }: CommandContext,
): Report {
  const settings = checkSettings(flags, config, { rules, paths: checked.paths })
  clock.phase("check")
  const result = checkWorkspace(workspace, rules, { settings, digest: host.digest })
  clock.phase("report")
  const tool = { name: "sluice", version }
  if (flags.switch("debug")) {
    for (const { error } of result.crashes) {
      if (error instanceof Error)
        io.stderr.write(`${visibleLines(error.stack ?? error.message).join("\n")}\n`)
    }
  }
  const report = createReport({ tool, workspace, result, rules })
  return flags.switch("no-timing") ? report : { ...report, timing: clock.read() }
}

/** The format of the report must not decide whether a bug is seen: it is said on stderr too. */
function reportCrashes({ crashes }: Report, { io, errorStyle }: CommandContext): void {
  for (const { rule, message } of crashes) {
    io.stderr.write(
      `${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`,
    )
  }
}

function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === "error") }
}

function exitPolicy(flags: FlagValues): ExitPolicy {
  const severities: readonly (Severity | "never")[] = ["error", "warning", "info", "never"]
  return {
    failOn: severities.find((severity) => severity === flags.text("fail-on")) ?? "error",
    maxWarnings: flags.number("max-warnings"),
    exitZero: flags.switch("exit-zero") === true,
    allowIncomplete: flags.switch("allow-incomplete") === true,
  }
}

function maxFindingsOf(flags: FlagValues): number {
  if (flags.text("max-findings") === "none") return Number.POSITIVE_INFINITY
  return flags.number("max-findings", ["none"]) ?? defaultMaxFindings
}
