import { defineReportRule, type JudgedIgnore, type ReportRule, type Workspace } from "#rule"
import { commentPlace } from "./comment-place.ts"

export const ignoreUnused: ReportRule = defineReportRule({
  id: "ignore-unused",
  category: "suppressions",
  scope: "report",
  severity: "info",
  presets: ["recommended"],
  summary: "A `sluice: ignore` comment silences nothing.",
  why: "Flux does not read it. What it was written for is gone, or is found in another line: left alone, it will hide the next mistake.",
  docs: [],
  since: "0.1.0",

  *check({ workspace, ignores, names, hasRun }) {
    const unproven = renderRules(workspace)
    for (const ignore of ignores.filter(({ expired }) => !expired)) {
      const at = commentPlace(workspace, ignore)
      const unused = unusedNames(ignore).filter(
        (name) => (name === "*" || names.has(name)) && hasRun(name) && !unproven.has(name),
      )
      if (!at || unused.length === 0) continue
      const isAll = unused.length === ignore.comment.rules.length
      const listed = unused.map((name) => `\`${name}\``).join(" and ")
      yield {
        at,
        message:
          unused.length === 1 && unused[0] === "*"
            ? "There is nothing to ignore here."
            : `There is no finding of ${listed} here to ignore.`,
        help: isAll ? "Remove the comment." : `Remove ${listed} from the comment.`,
      }
    }
  },
})

function unusedNames({ comment, used }: JudgedIgnore): readonly string[] {
  return comment.rules.filter((name) => !used.has(name))
}

/** What the rules about rendered charts would find is not known while a chart cannot be had. */
function renderRules({ clusters }: Workspace): ReadonlySet<string> {
  const isWhole = clusters.every(({ releases }) =>
    releases.every(({ status }) => status !== "skipped"),
  )
  return new Set(
    isWhole
      ? []
      : ["hr-render-failed", "hr-values-schema", "rendered-schema-violation", "helm", "api", "*"],
  )
}
