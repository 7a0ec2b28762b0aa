import {
  type ClusterRule,
  defineClusterRule,
  describe,
  type Fix,
  type SubstitutionProblem,
  valueAt,
} from "#rule"
import { escapeForeign, isForeign } from "./expressions.ts"
import { groupProblems, otherPlaces } from "./problems-by-expression.ts"

/** All such expressions of the text at once: Flux stops at the first, and would show them one by one. */
function escapeFix({ at }: SubstitutionProblem): Fix | undefined {
  const text = valueAt(at.document.content, at.path)
  if (typeof text !== "string" || at.part !== "value") return undefined
  const escaped = escapeForeign(text)
  if (escaped === text) return undefined
  const { span: _, ...place } = at
  return {
    title: "Escape what is meant for another program: `$${`",
    applicability: "safe",
    changes: [{ op: "set", at: place, value: escaped }],
  }
}

export const substForeignExpression: ClusterRule = defineClusterRule({
  id: "subst-foreign-expression",
  category: "substitution",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "An object holds a `${…}` of another program, and Flux substitutes in it.",
  why: "Flux reports BuildFailed with `envsubst error: variable substitution failed: missing closing brace`, `unable to parse variable name` or `variable not set (strict mode)`, and applies nothing of this Kustomization; before 2.9 a name that is not set became empty.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",
  fixable: "safe",

  *check({ cluster, target }) {
    const minor = Number(target.flux.split(".")[1])
    const strict = target.strictSubstitution ?? minor >= 9
    for (const build of cluster.builds) {
      const groups = [
        ...groupProblems(build, "syntax"),
        ...(build.variablesIncomplete ? [] : groupProblems(build, "undefined")),
      ]
      for (const group of groups) {
        const [first] = group
        if (!isForeign(first)) continue
        const fix = escapeFix(first)
        const { expression, resource } = first
        yield {
          at: first.at,
          message: `${describe(resource.id)} holds \`${expression}\`, which is meant for another program, but Flux substitutes variables in it.`,
          help: `Annotate the object with \`kustomize.toolkit.fluxcd.io/substitute: disabled\`, or write \`$${expression}\`.`,
          related: otherPlaces(group),
          ...(first.kind === "undefined" && !strict ? { severity: "warning" } : {}),
          ...(fix && { fix }),
        }
      }
    }
  },
})
