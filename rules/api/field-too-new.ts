import {
  defineFileRule,
  type FieldProblem,
  type FileRule,
  formatFieldPath,
  type Problem,
  versionOf,
} from "#rule"
import { type FieldHistory, historyOf } from "./field-age.ts"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"

export const fieldTooNew: FileRule = defineFileRule({
  id: "field-too-new",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A Flux object has a field that came with a later Flux than the cluster runs.",
  why: "Flux applies on the server's side, which refuses the object with `field not declared in schema`; nothing of the Kustomization is applied.",
  docs: ["https://fluxcd.io/flux/releases/"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["unknown"])) {
      const history = historyOf(judged)
      if (history?.state === "newer") yield problemOf(judged, history)
    }
  },
})

type Unknown = JudgedViolation<FieldProblem & { readonly kind: "unknown" }>

function problemOf(
  { resource, path, at, flux, severity }: Unknown,
  { has }: FieldHistory & { readonly state: "newer" },
): Problem {
  const { id, apiVersion } = resource
  const field = formatFieldPath(path)
  const about = describeWritten(resource)
  if (has.first <= flux) {
    return {
      at,
      message: `${about} has \`${field}\`, which ${id.kind} ${has.version} has and ${id.kind} ${versionOf(apiVersion)} does not.`,
      help: `Write \`apiVersion: ${id.group}/${has.version}\`.`,
      ...(severity && { severity }),
    }
  }
  return {
    at,
    message: `${about} has \`${field}\`, which came with Flux 2.${has.first}; the cluster runs 2.${flux}.`,
    help: `Upgrade Flux to 2.${has.first} or later, or remove \`${field}\`.`,
    ...(severity && { severity }),
  }
}
