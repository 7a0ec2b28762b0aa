import { defineFileRule, type FileRule, formatFieldPath, valueAt } from "#rule"
import { describeWritten, judgedViolations } from "../api/judged-violations.ts"
import { loneVariable } from "./lone-variable.ts"
import { quoteFix } from "./quote-fix.ts"

export const substTypeAmbiguous: FileRule = defineFileRule({
  id: "subst-type-ambiguous",
  category: "substitution",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A variable's value becomes a number or a boolean where a text is wanted.",
  why: "Flux substitutes in YAML that it has written anew, without the quotes of the file, and the value is read once more: the API server then refuses the object (`cannot unmarshal number into Go struct field … of type string`), and Flux applies nothing of the Kustomization.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-substitution-of-numbers-and-booleans",
  ],
  since: "0.1.0",

  fixable: "safe",

  *check({ workspace }) {
    const all = [...judgedViolations(workspace, ["type"])].flatMap((judged) => {
      const variable = loneVariable(judged)
      return variable ? [{ judged, variable }] : []
    })
    for (const ambiguous of all) {
      const { variable, judged } = ambiguous
      const { resource, path, at, severity } = judged
      const value = valueAt(resource.manifest, path)
      const fix = quoteFix(ambiguous, { workspace, all })
      yield {
        at,
        message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to \`${variable.text}\`, which becomes the ${typeof value} \`${String(value)}\`; a text is wanted there.`,
        help: `Give the value of \`${variable.name}\` quotes of its own (\`'"${String(value)}"'\`), or write the expression within other text.`,
        ...(severity && { severity }),
        ...(fix && { fix }),
      }
    }
  },
})
