import {
  defineFileRule,
  type FieldProblem,
  type FileRule,
  formatFieldPath,
  type Problem,
  valueAt,
  versionOf,
} from "#rule"
import { isScpUrl } from "../sources/scp-url.ts"
import { loneVariable } from "../substitution/lone-variable.ts"
import { isDuration } from "./durations.ts"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"
import { isTextField } from "./text-fields.ts"
import { adviceInWords, violationInWords } from "./violation-in-words.ts"

const wanted = [
  ...(["missing", "type", "enum", "pattern", "format", "bound"] as const),
  ...(["combination", "duplicate"] as const),
]

export const schemaViolation: FileRule = defineFileRule({
  id: "schema-violation",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A field of an object is not what its schema asks for.",
  why: "The API server refuses the object when Flux applies it (`Invalid value`, `Required value`), and Flux applies nothing of the Kustomization.",
  docs: ["https://fluxcd.io/flux/components/", "https://kubernetes.io/docs/reference/"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, wanted)) {
      if (!hasItsOwnRule(judged)) yield problemOf(judged)
    }
  },
})

type Shape = FieldProblem & {
  readonly kind: Exclude<FieldProblem["kind"], "unknown" | "name" | "rule">
}

function hasItsOwnRule(judged: JudgedViolation<Shape>): boolean {
  return (
    isDuration(judged) ||
    isTextField(judged) ||
    isScpUrl(judged) ||
    loneVariable(judged) !== undefined
  )
}

function problemOf({ resource, path, problem, at, severity }: JudgedViolation<Shape>): Problem {
  const { id, manifest, apiVersion } = resource
  const value = valueAt(manifest, path)
  const kind = `${id.kind} ${versionOf(apiVersion)}`
  const field = formatFieldPath(path)
  return {
    at,
    message: `${describeWritten(resource)} ${violationInWords(problem, { field, value, kind, resource })}.`,
    help: adviceInWords(problem, { field, value, kind, resource }),
    ...(severity && { severity }),
  }
}
