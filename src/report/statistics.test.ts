import { expect, test } from "vitest"
import type { Finding } from "../model/index.ts"
import { plainStyle } from "./pretty/style.ts"
import { countByRule, createStatisticsReporter, reportStatisticsJson } from "./statistics.ts"
import { sampleReport, sampleSkips } from "./testdata/sample-report.ts"

const [sample] = sampleReport().findings

function finding(rule: string, changes: Partial<Finding> = {}): Finding {
  const { fix: _fix, suppressedBy: _by, ...rest } = sample as Finding // the sample report has findings
  return { ...rest, rule, category: "helm", severity: "error", ...changes }
}

const safe = { title: "", applicability: "safe", edits: {} } as const
const findings = [
  finding("hr-a", { severity: "info" }),
  finding("hr-b", { severity: "warning", fix: safe }),
  finding("hr-b", { severity: "error" }),
  finding("hr-b", { severity: "error", fix: { ...safe, applicability: "unsafe" } }),
  finding("hr-b", { suppressedBy: { kind: "baseline" }, fix: safe }),
  finding("hr-c", { suppressedBy: { kind: "baseline" } }),
  finding("hr-0", { severity: "info" }),
]

test("findings are counted by rule, the most frequent first, equal ones by name, suppressed ones apart", () => {
  const none = { category: "helm", errors: 0, warnings: 0, infos: 0, suppressed: 0 }
  const unfixed = { safe: 0, unsafe: 0 }
  expect(countByRule({ findings })).toEqual([
    {
      ...{ ...none, rule: "hr-b", errors: 2, warnings: 1, suppressed: 1 },
      fixes: { safe: 1, unsafe: 1 },
    },
    { ...none, rule: "hr-0", infos: 1, fixes: unfixed },
    { ...none, rule: "hr-a", infos: 1, fixes: unfixed },
    { ...none, rule: "hr-c", suppressed: 1, fixes: unfixed },
  ])
})

test("people see the worst severity, what can be fixed, and that something was not checked", () => {
  const text = createStatisticsReporter({ style: plainStyle, width: 100 })(
    sampleReport({ findings, skipped: sampleSkips }),
  )
  const [first, second, third, blank] = text.split("\n")
  expect([first, second, third, blank]).toEqual([
    "3  error    [*] hr-b",
    "1  info     [ ] hr-0",
    "1  info     [ ] hr-a",
    "",
  ])
  expect(text).not.toContain("hr-c")
  expect(text).toMatch(/\d+ not checked; the report without --statistics says what, and why\n$/u)
})

test("programs get the summary of the report with it", () => {
  const report = sampleReport({ findings })
  expect(JSON.parse(reportStatisticsJson(report))).toMatchObject({
    version: 1,
    summary: report.summary,
    statistics: [{ rule: "hr-b" }, { rule: "hr-0" }, { rule: "hr-a" }, { rule: "hr-c" }],
  })
})
