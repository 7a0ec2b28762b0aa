import {
  defineFileRule,
  type FieldPath,
  type FieldProblem,
  type FileRule,
  type Fix,
  formatFieldPath,
  type Problem,
  type Resource,
  versionOf,
} from "#rule"
import { type FieldHistory, historyOf } from "./field-age.ts"
import { changesOfField } from "./field-migration.ts"
import { describeWritten, type JudgedViolation, judgedViolations } from "./judged-violations.ts"
import { adviceOnField, type Migration, migrationOf } from "./removed-fields.ts"

export const fieldRemoved: FileRule = defineFileRule({
  id: "field-removed",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A Flux object has a field that its version does not have any more.",
  why: "Flux applies on the server's side, which refuses the object with `field not declared in schema`; nothing of the Kustomization is applied.",
  docs: ["https://fluxcd.io/flux/releases/", "https://fluxcd.io/flux/cmd/flux_migrate/"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["unknown"])) {
      const history = historyOf(judged)
      if (history?.state === "removed") yield problemOf(judged, history)
    }
  },
})

type Unknown = JudgedViolation<FieldProblem & { readonly kind: "unknown" }>

function problemOf(
  { resource, path, at, severity, isGuess }: Unknown,
  { had }: FieldHistory & { readonly state: "removed" },
): Problem {
  const { kind } = resource.id
  const version = versionOf(resource.apiVersion)
  const before = had.version === version ? `Flux 2.${had.last}` : `${kind} ${had.version}`
  // Where nobody says which Flux runs, it may be one that still has the field.
  const mildened = isGuess && had.version === version ? "warning" : severity
  const fix = fixOf(resource, path, had.version !== version)
  return {
    at,
    message: `${describeWritten(resource)} has \`${formatFieldPath(path)}\`, which ${before} had and ${kind} ${version} does not have any more.`,
    help: adviceOnField(resource.id, path),
    ...(mildened && { severity: mildened }),
    ...(fix && { fix }),
  }
}

/** Safe where the version never had the field, so that no Flux can take it, and where it is known what became of it. */
function fixOf(resource: Resource, path: FieldPath, isGoneEverywhere: boolean): Fix | undefined {
  const migration = migrationOf(resource.id, path)
  const changes = changesOfField(resource, path, migration ?? "delete")
  if (!changes) return undefined
  const isSafe = migration !== undefined && isGoneEverywhere
  const title = titles[migration ?? "delete"](formatFieldPath(path))
  return { title, applicability: isSafe ? "safe" : "unsafe", changes }
}

const titles: Readonly<Record<Migration, (field: string) => string>> = {
  delete: (field) => `Delete \`${field}\``,
  "values-file": () => "Write the file as the first of `valuesFiles`",
  "merge-patches": () => "Move the patches to `patches`",
  "json-patches": () => "Move the patches to `patches`",
}
