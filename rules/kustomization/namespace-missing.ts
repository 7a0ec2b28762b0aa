import { type ClusterRule, defineClusterRule, describe, type KustomizationBuild } from "#rule"
import { namespacedKinds } from "./namespaced-kinds.ts"

const maxRelated = 3

/** What to write; a Kustomization that applies many folders cannot give them all one namespace. */
function advise({ kustomization, objects }: KustomizationBuild, count: number): string {
  const named = new Set(objects.flatMap(({ id }) => id.namespace ?? []))
  const [only] = named
  const name = named.size === 1 && only !== undefined ? only : undefined
  return count > 1 || name !== undefined
    ? `Set \`namespace: ${name ?? "…"}\` in the kustomization file, \`spec.targetNamespace\` of ${describe(kustomization.id)}, or \`metadata.namespace\` of each object.`
    : "Set `metadata.namespace`, or `namespace` in the kustomization file."
}

export const namespaceMissing: ClusterRule = defineClusterRule({
  id: "namespace-missing",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization applies an object of a namespaced kind without a namespace.",
  why: "Flux has no namespace of its own to put it into: it reports ReconciliationFailed with `namespace not specified: the server could not find the requested resource`, and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#target-namespace"],
  since: "0.1.0",

  *check({ cluster }) {
    const isNamespaced = namespacedKinds(cluster)
    for (const build of cluster.builds) {
      const { kustomization, objects, status } = build
      const [first, ...others] = objects.filter(
        ({ id }) => id.namespace === undefined && isNamespaced(id),
      )
      if (!first || status === "skipped") continue
      const more = others.length === 0 ? "" : ` and ${others.length} more`
      yield {
        at: first.at(["metadata", "name"]),
        message: `${describe(kustomization.id)} applies ${describe(first.id)}${more} without a namespace.`,
        help: advise(build, others.length + 1),
        related: others.slice(0, maxRelated).map((object) => ({
          at: object.at(["metadata", "name"]),
          message: `${describe(object.id)} has none either`,
        })),
      }
    }
  },
})
