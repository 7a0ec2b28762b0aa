import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  type KustomizationBuild,
  nearestName,
  type SubstitutionProblem,
} from "#rule"
import { isForeign } from "./expressions.ts"
import {
  groupProblems,
  isExplanation,
  isForeignText,
  type Occurrences,
  otherPlaces,
} from "./problems-by-expression.ts"

/** Another Kustomization that defines the variable: it is not passed on. */
function otherDefiner(cluster: Cluster, variable: string): KustomizationBuild | undefined {
  return cluster.builds.find(({ variables }) => variables?.has(variable))
}

function advise(cluster: Cluster, problem: SubstitutionProblem, build: KustomizationBuild): string {
  const { expression, variable = "" } = problem
  if (isExplanation(problem))
    return "Annotate the object with `kustomize.toolkit.fluxcd.io/substitute: disabled`: Flux's own manifests have that since 2.9.1."
  const nearest = nearestName(variable, build.variables?.keys() ?? [])
  if (nearest)
    return `Write \`${expression.replace(variable, nearest)}\`, or define \`${variable}\` under \`spec.postBuild\`.`
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
    const places = new Map<string, Found[]>()
    for (const build of cluster.builds) {
      if (build.variablesIncomplete) continue
      for (const group of groupProblems(build, "undefined").filter(isOurs)) {
        // Where it becomes empty, an explanation lacks a word, and that is all.
        if (!strict && group.every(isExplanation)) continue
        const key = placeOf(group[0])
        places.set(key, [...(places.get(key) ?? []), { build, group }])
      }
    }
    for (const [first, ...others] of places.values()) {
      if (!first) continue
      yield {
        at: first.group[0].at,
        message: `${describe(first.group[0].resource.id)} uses ${nameVariable(first.group[0])}, which ${nameBuilds(first, others)} not define.`,
        help: advise(cluster, first.group[0], first.build),
        related: otherPlaces(first.group),
        ...(strict ? {} : { severity: "warning" }),
      }
    }
  },
})

/** A problem, in one of the builds that have it. */
interface Found {
  readonly build: KustomizationBuild
  readonly group: Occurrences
}

/** A file that several Kustomizations build has one problem, not several. */
function placeOf({ at, variable = "" }: SubstitutionProblem): string {
  return JSON.stringify([at.document.file.path, at.document.index, at.path, at.span, variable])
}

function nameVariable({ expression, variable = "" }: SubstitutionProblem): string {
  const own = expression.startsWith(`\${${variable}`) || expression.startsWith(`\${#${variable}`)
  return own ? `\`${expression}\`` : `\`\${${variable}}\` (in \`${expression}\`)`
}

/** Without a number: clusters that differ in it share the finding. */
function nameBuilds({ build }: Found, others: readonly Found[]): string {
  const name = describe(build.kustomization.id)
  return others.length === 0 ? `${name} does` : `${name} and others that build it do`
}

function isOurs([first]: Occurrences): boolean {
  return !isForeign(first)
}
