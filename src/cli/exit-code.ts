import type { Severity } from "../model/index.ts"
import { activeFindings, type Report, severities } from "../report/report.ts"
import { exitCodes } from "./failure.ts"

/** What the user wants the exit code to say. */
export interface ExitPolicy {
  readonly failOn: Severity | "never"
  /** Undefined: as many as there are. */
  readonly maxWarnings: number | undefined
  readonly exitZero: boolean
  readonly allowIncomplete: boolean
}

/** 3 before 1 before 0; `--exit-zero` forgives findings, not what could not be looked at. */
export function exitCodeOf(report: Report, policy: ExitPolicy): number {
  const isIncomplete =
    report.skipped.some(({ kind }) => kind === "incomplete") && !policy.allowIncomplete
  if (isIncomplete || report.crashes.length > 0) return exitCodes.incomplete
  return !policy.exitZero && fails(report, policy) ? exitCodes.findings : exitCodes.clean
}

function fails(report: Report, { failOn, maxWarnings }: ExitPolicy): boolean {
  const findings = activeFindings(report)
  const counted = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1)
  if (findings.some(({ severity }) => counted.includes(severity))) return true
  const warnings = findings.filter(({ severity }) => severity === "warning").length
  return maxWarnings !== undefined && warnings > maxWarnings
}
