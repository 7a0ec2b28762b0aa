import type { Severity } from "../model/index.ts"
import { severities } from "./report.ts"

/** What is read of a JSON report, version 1: enough to show it somewhere else. */
export interface ReadReport {
  readonly summary: {
    readonly errors: number
    readonly warnings: number
    readonly infos: number
    readonly suppressed: number
  }
  /** The findings that count. */
  readonly findings: readonly ReadFinding[]
  readonly skipped: readonly {
    readonly path?: string
    readonly what: string
    readonly reason: string
  }[]
}

export interface ReadFinding {
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly message: string
  readonly help?: string
  readonly path: string
  /** From 1 on. */
  readonly line: number
}

/** A text that is no report. */
export class ReportError extends Error {
  override readonly name = "ReportError"
}

/**
 * Reads a JSON report. It may come from a stranger: what is not as `schemas/report-v1.schema.json` has it is refused, and
 * its texts are strangers' texts.
 */
export function readReport(text: string): ReadReport {
  const report = record(parse(text), "the report")
  if (report.version !== 1) throw new ReportError("The report is not of version 1.")
  const summary = record(report.summary, "summary")
  return {
    summary: {
      errors: count(summary.errors, "summary.errors"),
      warnings: count(summary.warnings, "summary.warnings"),
      infos: count(summary.infos, "summary.infos"),
      suppressed: count(summary.suppressed, "summary.suppressed"),
    },
    findings: list(report.findings, "findings").flatMap((entry, index) => {
      const finding = record(entry, `findings[${index}]`)
      return finding.suppressedBy === null ? [findingOf(finding, `findings[${index}]`)] : []
    }),
    skipped: list(report.skipped, "skipped").map((entry, index) => {
      const at = `skipped[${index}]`
      const { path, what, reason } = record(entry, at)
      return {
        ...(path !== undefined && { path: string(path, `${at}.path`) }),
        what: string(what, `${at}.what`),
        reason: string(reason, `${at}.reason`),
      }
    }),
  }
}

function findingOf(finding: Fields, at: string): ReadFinding {
  const { rule, category, severity, message, help, path } = finding
  const range = record(finding.range, `${at}.range`)
  const known = severities.find((one) => one === severity)
  if (known === undefined) throw wrong(`${at}.severity`, "a severity")
  return {
    rule: name(rule, `${at}.rule`),
    category: name(category, `${at}.category`),
    severity: known,
    message: string(message, `${at}.message`),
    ...(help !== undefined && { help: string(help, `${at}.help`) }),
    path: string(path, `${at}.path`),
    line: count(record(range.start, `${at}.range.start`).line, `${at}.range.start.line`),
  }
}

type Fields = Readonly<Record<string, unknown>>

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ReportError("The report is no JSON.", { cause })
  }
}

function record(value: unknown, at: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong(at, "an object")
  // Just checked; TypeScript sees only `object`.
  return value as Fields
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(at, "a list")
  return value
}

function string(value: unknown, at: string): string {
  if (typeof value !== "string") throw wrong(at, "a text")
  return value
}

/** Rules and categories become addresses. */
function name(value: unknown, at: string): string {
  const text = string(value, at)
  if (!/^[a-z][a-z0-9-]{0,99}$/u.test(text)) throw wrong(at, "a name in small letters")
  return text
}

function count(value: unknown, at: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw wrong(at, "a whole number")
  return value
}

function wrong(at: string, expected: string): ReportError {
  return new ReportError(`This is no report of sluice: \`${at}\` is not ${expected}.`)
}
