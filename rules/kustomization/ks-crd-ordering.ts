import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  dependenciesOf,
  describe,
  isAncestor,
  isGated,
  isKind,
  type KustomizationBuild,
  kinds,
  type Resource,
} from "#rule"
import { type Provider, providersOf } from "./definitions.ts"

/** A custom resource, and who brings its definition too late. */
interface Race {
  readonly object: Resource
  readonly provider: Provider
}

/** Whether the definition is there before a Kustomization applies its first object. */
function isInTime(
  kustomization: Resource,
  waitsFor: ReadonlySet<Resource>,
  provider: Provider,
): boolean {
  const isChart = isKind(provider.by.id, kinds.HelmRelease)
  // kustomize-controller applies definitions before all else, also before the Kustomizations beside them.
  if (!isChart && isAncestor(provider.kustomization, kustomization)) return true
  if (provider.kustomization === kustomization) return true
  return waitsFor.has(provider.kustomization) && (!isChart || isGated(provider.kustomization))
}

function racesIn(
  cluster: Cluster,
  { kustomization, objects }: KustomizationBuild,
  providers: ReadonlyMap<string, readonly Provider[]>,
): readonly Race[] {
  const waitsFor = dependenciesOf(cluster, kustomization)
  const races = new Map<Resource, Race>()
  for (const object of objects) {
    const own = providers.get(`${object.id.group}/${object.id.kind}`) ?? []
    const [provider] = own
    if (!provider || object.server !== provider.definition.server) continue
    if (own.some((one) => isInTime(kustomization, waitsFor, one))) continue
    if (!races.has(provider.by)) races.set(provider.by, { object, provider })
  }
  return [...races.values()]
}

export const ksCrdOrdering: ClusterRule = defineClusterRule({
  id: "ks-crd-ordering",
  category: "kustomization",
  scope: "cluster",
  severity: "warning",
  presets: ["strict"],
  summary: "A Kustomization applies custom resources and does not wait for their definition.",
  why: "In a new cluster Flux reports ReconciliationFailed with `no matches for kind`, and applies nothing of this Kustomization until a later attempt finds the CustomResourceDefinition.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#dependencies"],
  since: "0.1.0",

  *check({ cluster }) {
    const providers = providersOf(cluster)
    for (const build of cluster.builds) {
      for (const { object, provider } of racesIn(cluster, build, providers)) {
        const { kustomization } = build
        const name = describe(provider.kustomization.id)
        const isChart = isKind(provider.by.id, kinds.HelmRelease)
        const ungated = isChart && !isGated(provider.kustomization)
        yield {
          at: kustomization.at(["metadata", "name"]),
          message: `${describe(kustomization.id)} applies ${describe(object.id)}, but does not wait for ${describe(provider.by.id)}, which brings its definition.`,
          help: `Add \`dependsOn\` with \`${provider.kustomization.id.name}\`${ungated ? `, and set \`wait: true\` on ${name}` : ""}.`,
          related: [
            { at: object.at(["kind"]), message: `${describe(object.id)} is here` },
            { at: provider.by.at(["metadata", "name"]), message: "the definition comes with it" },
          ],
        }
      }
    }
  },
})
