import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  type KustomizationBuild,
  type Problem,
  type Resource,
} from "#rule"
import { isSubstituted, textsWithExpressions } from "./expressions.ts"

/** An expression that Flux can read; a name alone, or with a default. */
const expression = /(?<!\$)\$\{(?<name>[A-Za-z_]\w*)(?::?[=-][^{}]*)?\}/gu

/** The Kustomizations that define each variable. */
function definers({ builds }: Cluster): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>()
  for (const { variables, kustomization } of builds) {
    for (const name of variables?.keys() ?? []) {
      if (!found.has(name)) found.set(name, kustomization)
    }
  }
  return found
}

/** The first expression of an object whose variable another Kustomization defines. */
function leftIn(
  object: Resource,
  known: ReadonlyMap<string, Resource>,
  { kustomization }: KustomizationBuild,
): Problem | undefined {
  for (const { text, path } of textsWithExpressions(object.manifest)) {
    for (const match of text.matchAll(expression)) {
      const name = match.groups?.name ?? ""
      const definer = known.get(name)
      if (!definer) continue
      const end = match.index + match[0].length
      return {
        at: object.at(path, "value", { start: match.index, end }),
        message: `${describe(object.id)} holds \`${match[0]}\`, but ${describe(kustomization.id)} substitutes no variables: it has no \`spec.postBuild\`.`,
        help: `Define \`${name}\` under \`spec.postBuild\` of ${describe(kustomization.id)} too; it is not inherited from ${describe(definer.id)}.`,
        related: [
          { at: definer.at(["spec", "postBuild"], "key"), message: "the variable is defined here" },
        ],
      }
    }
  }
  return undefined
}

export const substNoPostbuild: ClusterRule = defineClusterRule({
  id: "subst-no-postbuild",
  category: "substitution",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "An object uses a variable, but its Kustomization has no `postBuild`.",
  why: "Flux substitutes only where a Kustomization has `spec.postBuild`, and passes it on to no other: the cluster gets `${…}` as it is written.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",

  *check({ cluster }) {
    const known = definers(cluster)
    if (known.size === 0) return
    for (const build of cluster.builds) {
      if (build.variables !== undefined) continue
      for (const object of build.objects) {
        if (object.id.kind === "CustomResourceDefinition" || !isSubstituted(object)) continue
        const problem = leftIn(object, known, build)
        if (problem) yield problem
      }
    }
  },
})
