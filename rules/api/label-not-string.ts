import {
  defineFileRule,
  type FieldProblem,
  type FileRule,
  formatFieldPath,
  type Problem,
  valueAt,
} from "#rule"
import { loneVariable } from "../substitution/lone-variable.ts"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"
import { isTextField } from "./text-fields.ts"
import { typeInWords } from "./values-in-words.ts"

export const labelNotString: FileRule = defineFileRule({
  id: "label-not-string",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary:
    "A label, an annotation or a value of a ConfigMap is a number or a boolean, where only texts are taken.",
  why: "The API server cannot read the object (`cannot unmarshal number into Go struct field … of type string`), and Flux applies nothing of the Kustomization.",
  docs: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["type"])) {
      if (isTextField(judged) && !loneVariable(judged)) yield problemOf(judged)
    }
  },
})

function problemOf({ resource, path, at, severity }: JudgedViolation<FieldProblem>): Problem {
  const value = valueAt(resource.manifest, path)
  const isSecret = resource.id.kind === "Secret"
  return {
    at,
    message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to ${typeInWords(value)}; only texts are taken there.`,
    help: isSecret
      ? "Put the value in quotes."
      : `Put the value in quotes: \`"${String(value)}"\`.`,
    ...(severity && { severity }),
  }
}
