import {
  certainName,
  defineFileRule,
  type FieldPath,
  type FieldProblem,
  type FileRule,
  type Fix,
  formatFieldPath,
  nearestName,
  type Problem,
  renameFix,
  valueAt,
  versionOf,
} from "#rule"
import { historyOf } from "./field-age.ts"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"

export const unknownField: FileRule = defineFileRule({
  id: "unknown-field",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "An object has a field that its schema does not declare.",
  why: "Flux applies on the server's side, which refuses the object with `field not declared in schema`; nothing of the Kustomization is applied.",
  docs: [
    "https://kubernetes.io/docs/reference/using-api/server-side-apply/",
    "https://fluxcd.io/flux/components/kustomize/kustomizations/",
  ],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["unknown"])) {
      if (!historyOf(judged)) yield problemOf(judged)
    }
  },
})

type Unknown = JudgedViolation<FieldProblem & { readonly kind: "unknown" }>

function problemOf(judgedField: Unknown): Problem {
  const { resource, path, problem, at, severity } = judgedField
  const { kind } = resource.id
  const version = versionOf(resource.apiVersion)
  const fix = fixOf(judgedField)
  return {
    at,
    message: `${describeWritten(resource)} has \`${formatFieldPath(path)}\`, a field that ${kind} ${version} does not have.`,
    help: adviceOn(path, problem.declared),
    ...(severity && { severity }),
    ...(fix && { fix }),
  }
}

/** A slip of the pen is put right; what may be meant as another field is left to a person. */
function fixOf({ resource, path, problem, at }: Unknown): Fix | undefined {
  const name = String(path.at(-1))
  const meant = certainName(name, problem.declared)
  // A patch, or the file itself, may have the right field as well.
  const isTaken =
    meant !== undefined && valueAt(resource.manifest, [...path.slice(0, -1), meant]) !== undefined
  return meant === undefined || isTaken ? undefined : renameFix(at, name, meant)
}

const shown = 12

function adviceOn(path: FieldPath, declared: readonly string[]): string {
  const name = String(path.at(-1))
  const nearest = nearestName(name, declared)
  if (nearest !== undefined) return `Write \`${nearest}\` instead of \`${name}\`.`
  const parent = formatFieldPath(path.slice(0, -1))
  const place = parent === "" ? "the object" : `\`${parent}\``
  const names = declared.filter((field) => field !== "status").toSorted()
  const list = names.slice(0, shown).map((field) => `\`${field}\``)
  const more = names.length > shown ? ` and ${names.length - shown} more` : ""
  return `Remove \`${name}\`, or move it to where it belongs: ${place} takes ${list.join(", ")}${more}.`
}
