import { defineReportRule, type ReportRule } from "#rule"

export const baselineStale: ReportRule = defineReportRule({
  id: "baseline-stale",
  category: "suppressions",
  scope: "report",
  severity: "info",
  presets: ["recommended"],
  summary: "The baseline holds a finding that is gone.",
  why: "Flux does not read it. Left alone, the entry would hide the same mistake when somebody makes it again.",
  docs: [],
  since: "0.1.0",

  *check({ stale }) {
    for (const { rule, subject, document, range } of stale) {
      yield {
        at: { document, path: [], part: "value", range },
        message: `The finding of \`${rule}\` on ${subject} is gone.`,
        help: "Run `sluice check --update-baseline`.",
      }
    }
  },
})
