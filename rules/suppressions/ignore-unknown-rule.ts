import {
  defineReportRule,
  isWritten,
  nearestName,
  type Problem,
  type ReportRule,
  type Resource,
  stringAt,
  type Workspace,
} from "#rule"
import { commentPlace } from "./comment-place.ts"

const annotation = ["metadata", "annotations", "sluice.dev/ignore"]

export const ignoreUnknownRule: ReportRule = defineReportRule({
  id: "ignore-unknown-rule",
  category: "suppressions",
  scope: "report",
  severity: "warning",
  presets: ["recommended"],
  summary: "A `sluice: ignore` comment or annotation names a rule that does not exist.",
  why: "Flux does not read it. It silences nothing: the name is misspelt, or the rule has another name now.",
  docs: [],
  since: "0.1.0",

  *check({ workspace, ignores, names }) {
    for (const ignore of ignores) {
      const at = commentPlace(workspace, ignore)
      if (at) yield* unknownNames(ignore.comment.rules, names, at)
    }
    for (const resource of writtenObjects(workspace)) {
      const listed = stringAt(resource.manifest, annotation)
      if (listed === undefined) continue
      const rules = listed.split(",").map((name) => name.trim())
      yield* unknownNames(rules, names, resource.at(annotation, "value"))
    }
  },
})

function* unknownNames(
  rules: readonly string[],
  names: ReadonlySet<string>,
  at: Problem["at"],
): Iterable<Problem> {
  for (const name of rules.filter((one) => one !== "*" && !names.has(one))) {
    const nearest = nearestName(name, names)
    yield {
      at,
      message: name === "" ? "No rule is named here." : `There is no rule \`${name}\`.`,
      help:
        nearest === undefined
          ? "`sluice rules` lists their names."
          : `Did you mean \`${nearest}\`?`,
    }
  }
}

/** What a chart says of its own objects, nobody can change here. */
function writtenObjects({ clusters, unreached }: Workspace): readonly Resource[] {
  const all = [...clusters.flatMap(({ resources }) => resources), ...unreached]
  return all.filter(isWritten)
}
