import type { Finding } from "../model/index.ts"
import { groupBy } from "../model/index.ts"
import { rulePageUrl } from "./links.ts"
import type { Report } from "./report.ts"
import { noteOf, type TestCase, testCases } from "./test-cases.ts"
import { xmlAttributes, xmlLines } from "./xml-text.ts"

/** JUnit's XML as Jenkins and GitLab read it: one suite for each file, one test case for each object in it. */
export function reportJunit(report: Report): string {
  const cases = testCases(report)
  const suites = [...groupBy(cases, ({ path }) => path ?? "").values()]
  const attributes = xmlAttributes({
    name: "sluice",
    ...countsOf(cases),
    time: report.timing && (report.timing.totalMs / 1000).toFixed(3),
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${attributes}>\n`,
    ...suites.map(suiteElement),
    "</testsuites>\n",
  ].join("")
}

function countsOf(cases: readonly TestCase[]): Readonly<Record<string, number>> {
  const count = (status: TestCase["result"]["status"]): number =>
    cases.filter(({ result }) => result.status === status).length
  return { tests: cases.length, failures: count("failed"), errors: count("broken") }
}

function suiteElement(cases: readonly [TestCase, ...TestCase[]]): string {
  const skipped = cases.filter(({ result }) => result.status === "skipped").length
  const attributes = { name: cases[0].path ?? "sluice", ...countsOf(cases), skipped }
  return [
    `  <testsuite${xmlAttributes(attributes)}>\n`,
    ...cases.map(caseElement),
    "  </testsuite>\n",
  ].join("")
}

function caseElement({ path, name, result, notes }: TestCase): string {
  const children = [
    resultElement(result),
    notes.length > 0 && `<system-out>${xmlLines(notes.map(noteOf).join("\n"))}</system-out>`,
  ].filter((child) => typeof child === "string")
  const start = `    <testcase${xmlAttributes({ name, classname: path ?? "sluice" })}`
  if (children.length === 0) return `${start}/>\n`
  return `${start}>\n${children.map((child) => `      ${child}\n`).join("")}    </testcase>\n`
}

function resultElement(result: TestCase["result"]): string | false {
  if (result.status === "passed") return false
  if (result.status === "skipped") return `<skipped${xmlAttributes({ message: result.reason })}/>`
  if (result.status === "broken") return `<error${xmlAttributes({ message: result.message })}/>`
  // Several readers show only the first failure of a case: all findings are in one.
  const [{ message, rule }] = result.findings
  const text = result.findings.map(findingText).join("\n\n")
  return `<failure${xmlAttributes({ type: rule, message })}>${xmlLines(text)}</failure>`
}

function findingText(finding: Finding): string {
  const { location, severity, message, rule, help } = finding
  const { line, character } = location.range.start
  return [
    `${location.path}:${line + 1}:${character + 1}: ${severity}: ${message} [${rule}]`,
    ...(help === undefined ? [] : [help]),
    rulePageUrl(finding),
  ].join("\n")
}
