import { defineReportRule, type ReportRule } from "#rule"
import { commentPlace } from "./comment-place.ts"

export const ignoreExpired: ReportRule = defineReportRule({
  id: "ignore-expired",
  category: "suppressions",
  scope: "report",
  severity: "warning",
  presets: ["recommended"],
  summary: "The last day of a `sluice: ignore` comment has passed.",
  why: "Flux does not read it. The comment counts no longer: what it has hidden until then is reported again.",
  docs: [],
  since: "0.1.0",

  *check({ workspace, ignores }) {
    for (const ignore of ignores.filter(({ expired }) => expired)) {
      const at = commentPlace(workspace, ignore)
      if (!at) continue
      yield {
        at,
        message: `This comment has not counted since ${ignore.comment.until} passed.`,
        help: "Repair what it has hidden and remove it, or give it a later day.",
      }
    }
  },
})
