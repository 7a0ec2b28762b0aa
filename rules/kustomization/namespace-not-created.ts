import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  dependenciesOf,
  describe,
  type KustomizationBuild,
  nearestName,
  type Problem,
  type Resource,
} from "#rule"
import { createdNamespaces } from "./created-namespaces.ts"

type Created = ReadonlyMap<string, Resource | undefined>

/** The first object of a build in each namespace. */
function firstByNamespace({ objects }: KustomizationBuild): ReadonlyMap<string, Resource> {
  const first = new Map<string, Resource>()
  for (const object of objects) {
    const { namespace } = object.id
    if (namespace === undefined || object.server !== "" || object.uncertain) continue
    if (!namespace.includes("${") && !first.has(namespace)) first.set(namespace, object)
  }
  return first
}

function problemOf(
  cluster: Cluster,
  kustomization: Resource,
  created: Created,
  [namespace, object]: readonly [string, Resource],
): Problem | undefined {
  const at = object.at(["metadata", "namespace"])
  const name = describe(kustomization.id)
  if (!created.has(namespace)) {
    const nearest = nearestName(namespace, created.keys())
    return {
      at,
      message: `${name} applies ${describe(object.id)}, but nothing creates the namespace \`${namespace}\`.`,
      help: nearest
        ? `Write \`${nearest}\`, or add a Namespace \`${namespace}\`.`
        : `Add a Namespace \`${namespace}\` to the Kustomization, or to one that it depends on.`,
    }
  }
  const maker = created.get(namespace)
  if (!maker || maker === kustomization) return undefined
  const isCycle = dependenciesOf(cluster, kustomization).has(maker)
  if (isCycle || !dependenciesOf(cluster, maker).has(kustomization)) return undefined
  return {
    at,
    message: `${name} applies ${describe(object.id)}, but the namespace \`${namespace}\` comes with ${describe(maker.id)}, which depends on ${name}.`,
    help: `Move the Namespace into ${name}, or into a Kustomization that both depend on.`,
    related: [
      { at: maker.at(["metadata", "name"]), message: `${describe(maker.id)} waits for it` },
    ],
  }
}

export const namespaceNotCreated: ClusterRule = defineClusterRule({
  id: "namespace-not-created",
  category: "kustomization",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "An object is in a namespace that nothing creates.",
  why: 'In a new cluster Flux reports ReconciliationFailed with `namespaces "…" not found`, and applies nothing of this Kustomization until somebody creates the namespace.',
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#target-namespace"],
  since: "0.1.0",

  *check({ cluster }) {
    // What could not be looked at may create the namespace; a chart hardly ever does.
    const mayBeCreated = cluster.blindSpots.some((reason) => !reason.startsWith("HelmRelease "))
    const created = createdNamespaces(cluster)
    for (const build of cluster.builds) {
      for (const entry of firstByNamespace(build)) {
        const problem = problemOf(cluster, build.kustomization, created, entry)
        if (problem && (!mayBeCreated || problem.related)) yield problem
      }
    }
  },
})
