import { type ClusterRule, defineClusterRule, describe, type SubstitutionProblem } from "#rule"
import { isForeign, isShellOperator } from "./expressions.ts"
import { groupProblems, otherPlaces } from "./problems-by-expression.ts"

function advise({ expression }: SubstitutionProblem): string {
  return `Write \`$${expression}\` to keep the text, or annotate the object with \`kustomize.toolkit.fluxcd.io/substitute: disabled\`.`
}

export const substSyntax: ClusterRule = defineClusterRule({
  id: "subst-syntax",
  category: "substitution",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "An object holds a `${…}` that Flux's variable substitution cannot read.",
  why: "Flux reports BuildFailed with `envsubst error: variable substitution failed` and applies nothing of this Kustomization.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",

  *check({ cluster }) {
    for (const build of cluster.builds) {
      for (const group of groupProblems(build, "syntax")) {
        const [first] = group
        if (isForeign(first) || isShellOperator(first)) continue
        const words = first.message === undefined ? "" : `: ${first.message}`
        yield {
          at: first.at,
          message: `${describe(first.resource.id)} holds \`${first.expression}\`, which Flux cannot substitute${words}.`,
          help: advise(first),
          related: otherPlaces(group),
        }
      }
    }
  },
})
