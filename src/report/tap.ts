import type { Report } from "./report.ts"
import { noteOf, type TestCase, testCases } from "./test-cases.ts"
import { visible } from "./visible-text.ts"

/** The Test Anything Protocol, version 14: one test point for each object, with findings as its diagnostics. */
export function reportTap(report: Report): string {
  const points = testCases(report).map((testCase, index) => pointOf(testCase, index + 1))
  return ["TAP version 14\n", `1..${points.length}\n`, ...points].join("")
}

function pointOf({ path, name, result, notes }: TestCase, number: number): string {
  const isOk = result.status === "passed" || result.status === "skipped"
  const title = escapeTitle(path === undefined ? name : `${name} (${path})`)
  const skip = result.status === "skipped" ? ` # SKIP ${escapeTitle(result.reason)}` : ""
  return [
    `${isOk ? "ok" : "not ok"} ${number} - ${title}${skip}\n`,
    ...diagnostics(result),
    ...notes.map((note) => `# ${visible(noteOf(note))}\n`),
  ].join("")
}

/** `#` starts a directive; TAP 14 escapes it, and the backslash. */
function escapeTitle(text: string): string {
  return visible(text).replace(/[\\#]/gu, "\\$&")
}

/** YAML between `---` and `...`; its values are JSON, which YAML reads too. */
function diagnostics(result: TestCase["result"]): readonly string[] {
  if (result.status === "broken") return block([`message: ${json(result.message)}`])
  if (result.status !== "failed") return []
  const rows = result.findings.flatMap(({ rule, severity, message, help, location }) => [
    `- rule: ${json(rule)}`,
    `  severity: ${severity}`,
    `  message: ${json(message)}`,
    ...(help === undefined ? [] : [`  help: ${json(help)}`]),
    `  at: { file: ${json(location.path)}, line: ${location.range.start.line + 1}, column: ${location.range.start.character + 1} }`,
  ])
  return block(["findings:", ...rows.map((row) => `  ${row}`)])
}

function block(rows: readonly string[]): readonly string[] {
  return ["---", ...rows, "..."].map((row) => `  ${row}\n`)
}

function json(text: string): string {
  return JSON.stringify(visible(text))
}
