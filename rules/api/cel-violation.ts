import { defineFileRule, type FileRule, formatFieldPath, valueAt, versionOf } from "#rule"
import { isChartChoice } from "../helm/chart-choice.ts"
import { describeWritten, judgedViolations } from "./judged-violations.ts"
import { adviceInWords, violationInWords } from "./violation-in-words.ts"

export const celViolation: FileRule = defineFileRule({
  id: "cel-violation",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "An object breaks a rule that its definition states in CEL.",
  why: "The API server runs the rules of a CustomResourceDefinition (`x-kubernetes-validations`) when Flux applies the object, and refuses it with the rule's message; Flux applies nothing of the Kustomization.",
  docs: [
    "https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules",
  ],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["rule"])) {
      if (isChartChoice(judged)) continue
      const { resource, path, problem, at, severity } = judged
      const about = {
        field: formatFieldPath(path),
        value: valueAt(resource.manifest, path),
        kind: `${resource.id.kind} ${versionOf(resource.apiVersion)}`,
        resource,
      }
      yield {
        at,
        message: `${describeWritten(resource)} ${violationInWords(problem, about)}.`,
        help: adviceInWords(problem, about),
        ...(severity && { severity }),
      }
    }
  },
})
