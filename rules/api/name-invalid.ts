import {
  defineFileRule,
  type FieldProblem,
  type FileRule,
  formatFieldPath,
  type Problem,
  valueAt,
} from "#rule"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"

export const nameInvalid: FileRule = defineFileRule({
  id: "name-invalid",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A name, a label or the key of an annotation has a form that Kubernetes does not take.",
  why: "The API server refuses the object in the dry run (`metadata.name: Invalid value`), and Flux applies nothing of the Kustomization.",
  docs: [
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
  ],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["name"])) yield problemOf(judged)
  },
})

type Misnamed = JudgedViolation<FieldProblem & { readonly kind: "name" }>

function problemOf({ resource, path, problem, at, severity }: Misnamed): Problem {
  const field = formatFieldPath(path)
  const value = valueAt(resource.manifest, path)
  const isName = field === "metadata.name"
  const better = isName && typeof value === "string" ? nameLike(value) : undefined
  return {
    at: isName || path[1] === "labels" ? at : { ...at, part: "key" },
    message: `${describeWritten(resource)} has the ${isName ? "name" : path[1] === "labels" ? "label" : "annotation"} \`${isName ? String(value) : String(path.at(-1))}\`, which Kubernetes does not take.`,
    help: better === undefined ? `Write ${problem.rule}.` : `Write \`${better}\`: ${problem.rule}.`,
    ...(severity && { severity }),
  }
}

/** The name in lower case, with `-` for what is not allowed. */
function nameLike(name: string): string | undefined {
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/gu, "")
  return better === "" || better === name || better.length > 63 ? undefined : better
}
