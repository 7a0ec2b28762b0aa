import {
  defineFileRule,
  describe,
  type FileRule,
  type Fix,
  isObject,
  type JsonValue,
  type LogicalLocation,
  type Problem,
  type Resource,
  renameFix,
  replaceFix,
  valueAt,
  writtenResources,
} from "#rule"
import { type Misspelling, misspellingOf } from "./reconcile-keys.ts"

interface Entry {
  readonly key: string
  readonly value: JsonValue
}

function fixOf(
  at: LogicalLocation,
  { key, value }: Entry,
  { part, certain }: Misspelling,
): Fix | undefined {
  if (certain === undefined) return undefined
  return part === "key" ? renameFix(at, key, certain) : replaceFix(at, value, certain)
}

function problemOf(
  resource: Resource,
  field: "annotations" | "labels",
  entry: Entry,
  wrong: Misspelling,
): Problem {
  const { part, known, nearest } = wrong
  const at = resource.at(["metadata", field, entry.key], part)
  const fix = fixOf(at, entry, wrong)
  const what = field === "labels" ? "label" : "annotation"
  const all = known.map((one) => `\`${one}\``).join(", ")
  return {
    at,
    message:
      part === "key"
        ? `${describe(resource.id)} has the ${what} \`${entry.key}\`, which Flux does not know.`
        : `${describe(resource.id)} has the ${what} \`${entry.key}\` with the value \`${String(entry.value)}\`, which has no effect.`,
    help:
      nearest === undefined
        ? `Flux knows ${all}; write one of them, or remove the ${what}.`
        : `Write \`${nearest}\`.`,
    ...(fix && { fix }),
  }
}

export const ksAnnotationMisspelt: FileRule = defineFileRule({
  id: "ks-annotation-misspelt",
  category: "kustomization",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary:
    "A label or annotation that is to steer Flux has a name or a value that Flux does not know.",
  why: "Flux ignores it without a word, and does with the object what it does with all others: it applies, prunes or substitutes it.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources",
  ],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const { resource, severity } of writtenResources(workspace)) {
      for (const field of ["annotations", "labels"] as const) {
        const entries = valueAt(resource.manifest, ["metadata", field])
        for (const [key, value] of isObject(entries) ? Object.entries(entries) : []) {
          const wrong = misspellingOf(key, value)
          if (!wrong) continue
          const problem = problemOf(resource, field, { key, value }, wrong)
          yield { ...problem, ...(severity && { severity }) }
        }
      }
    }
  },
})
