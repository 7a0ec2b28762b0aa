import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  type KustomizationBuild,
  nearestName,
  type SubstitutionProblem,
} from "#rule"
import { groupProblems, isForeignText, otherPlaces } from "./problems-by-expression.ts"

/** Another Kustomization that defines the variable: it is not passed on. */
function otherDefiner(cluster: Cluster, variable: string): KustomizationBuild | undefined {
  return cluster.builds.find(({ variables }) => variables?.has(variable))
}

function advise(cluster: Cluster, problem: SubstitutionProblem, build: KustomizationBuild): string {
  const { expression, variable = "" } = problem
  const nearest = nearestName(variable, build.variables?.keys() ?? [])
  if (nearest) return `Write \`${expression.replace(variable, nearest)}\`, which is defined.`
  const own = describe(build.kustomization.id)
  const other = otherDefiner(cluster, variable)
  if (other) {
    return `Only ${describe(other.kustomization.id)} defines \`${variable}\`: define it under \`spec.postBuild\` of ${own} too.`
  }
  if (isForeignText(problem)) {
    return `Write \`$${expression}\` if another program reads it, or define \`${variable}\`.`
  }
  return `Define \`${variable}\` under \`spec.postBuild\` of ${own}, or write a default: \`\${${variable}:=value}\`.`
}

export const substUndefinedVariable: ClusterRule = defineClusterRule({
  id: "subst-undefined-variable",
  category: "substitution",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "An object uses a substitution variable that its Kustomization does not define.",
  why: "From 2.9 on Flux reports `variable not set (strict mode)` and applies nothing of this Kustomization; before, the text becomes empty.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",

  *check({ cluster, target }) {
    const [major = 0, minor = 0] = target.flux.split(".").map(Number)
    const strict = target.strictSubstitution ?? (major > 2 || (major === 2 && minor >= 9))
    for (const build of cluster.builds) {
      if (build.variablesIncomplete) continue
      for (const group of groupProblems(build, "undefined")) {
        const [first] = group
        yield {
          at: first.at,
          message: `${describe(first.resource.id)} uses \`${first.expression}\`, which ${describe(build.kustomization.id)} does not define.`,
          help: advise(cluster, first, build),
          related: otherPlaces(group),
          ...(strict ? {} : { severity: "warning" }),
        }
      }
    }
  },
})
