import {
  type ClusterRule,
  defineClusterRule,
  describe,
  groupBy,
  type KustomizationBuild,
  type LogicalLocation,
} from "#rule"

/** `^[_[:alpha:]][_[:alpha:][:digit:]]*$`, as fluxcd/pkg/kustomize has it. */
const legal = /^[_a-zA-Z][_a-zA-Z0-9]*$/u

interface Misnamed {
  readonly name: string
  readonly at: LogicalLocation
  readonly build: KustomizationBuild
}

function misnamedIn(build: KustomizationBuild): readonly Misnamed[] {
  return [...(build.variables ?? [])].flatMap(([name, { at }]) =>
    legal.test(name) || !at ? [] : [{ name, at: { ...at, part: "key" }, build }],
  )
}

function placeOf({ at: { document, path } }: Misnamed): string {
  return JSON.stringify([document.file.path, document.index, path])
}

export const substVarNameInvalid: ClusterRule = defineClusterRule({
  id: "subst-var-name-invalid",
  category: "substitution",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A substitution variable has a name that Flux does not take.",
  why: "Flux reports BuildFailed with `'…' var name is invalid, must match '^[_[:alpha:]][_[:alpha:][:digit:]]*$'`, and applies nothing of the Kustomization, whether the variable is used or not.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",

  *check({ cluster }) {
    for (const [, [first, ...others]] of groupBy(cluster.builds.flatMap(misnamedIn), placeOf)) {
      if (!first) continue
      const { name, at, build } = first
      const better = name.replace(/[^\w]+/gu, "_").replace(/^(?=\d)/u, "_")
      const users = describe(build.kustomization.id)
      yield {
        at,
        message: `${users}${others.length === 0 ? " has" : " and others have"} the variable \`${name}\`, a name that Flux does not take.`,
        help: `Call it \`${better}\`; what is no variable belongs into a ConfigMap or Secret of its own, which \`substituteFrom\` does not name.`,
      }
    }
  },
})
