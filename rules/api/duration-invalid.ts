import {
  defineFileRule,
  type FieldProblem,
  type FileRule,
  formatFieldPath,
  type Problem,
  valueAt,
} from "#rule"
import { loneVariable } from "../substitution/lone-variable.ts"
import { isDuration, readableDuration } from "./durations.ts"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"

export const durationInvalid: FileRule = defineFileRule({
  id: "duration-invalid",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A duration of a Flux object is written in a form that Flux does not read.",
  why: "The API server refuses the object when Flux applies it: the value `should match` the pattern of Go's durations, which know no days.",
  docs: ["https://pkg.go.dev/time#ParseDuration", "https://fluxcd.io/flux/components/"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["pattern", "type"])) {
      if (isDuration(judged) && !loneVariable(judged)) yield problemOf(judged)
    }
  },
})

function problemOf({
  resource,
  path,
  problem,
  at,
  severity,
}: JudgedViolation<FieldProblem>): Problem {
  const value = valueAt(resource.manifest, path)
  const units = unitsOf(problem)
  const better = readableDuration(value, units)
  const field = formatFieldPath(path)
  return {
    at,
    message: `${describeWritten(resource)} sets \`${field}\` to \`${String(value)}\`; Flux takes numbers with the units ${unitsInWords(units)}.`,
    help: better === undefined ? "Write a duration such as `10m`." : `Write \`${better}\`.`,
    ...(severity && { severity }),
  }
}

/** Timeouts of sources have a pattern without hours (`flux-semantics.md` 1.5). */
function unitsOf(problem: FieldProblem): string {
  const pattern = problem.kind === "pattern" ? problem.pattern : ""
  return /\(((?:\w+\|)+\w+)\)/u.exec(pattern)?.[1] ?? "ms|s|m|h"
}

function unitsInWords(units: string): string {
  const [last = "", ...rest] = units.split("|").reverse()
  return `${rest
    .reverse()
    .map((unit) => `\`${unit}\``)
    .join(", ")} and \`${last}\``
}
