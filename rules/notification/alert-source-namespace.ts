import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  isKind,
  isObject,
  isRoot,
  type JsonValue,
  type Kind,
  kinds,
  listAt,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

/** An entry of `spec.eventSources`, with the namespace that it is about. */
interface EventSource {
  readonly kind: Kind
  readonly name: string
  readonly namespace: string | undefined
  readonly isStated: boolean
  readonly index: number
  readonly entry: JsonValue
}

const fluxKinds: ReadonlyMap<string, Kind> = new Map(
  Object.values(kinds).flatMap((kind) =>
    kind.group.includes("flux") ? [[kind.kind, kind] as const] : [],
  ),
)

function sourcesOf({ id, manifest }: Resource): readonly EventSource[] {
  return listAt(manifest, ["spec", "eventSources"]).flatMap((entry, index) => {
    const name = stringAt(entry, ["name"]) ?? ""
    const kind = fluxKinds.get(stringAt(entry, ["kind"]) ?? "")
    const stated = stringAt(entry, ["namespace"])
    const namespace = stated ?? id.namespace
    return kind ? [{ kind, name, namespace, isStated: stated !== undefined, index, entry }] : []
  })
}

/** Whether an event source would report what happens to an object. */
function hears({ kind, name, namespace, entry }: EventSource, { id, manifest }: Resource): boolean {
  if (!isKind(id, kind) || id.namespace !== namespace) return false
  if (name !== "*") return name === id.name
  const labels = valueAt(entry, ["matchLabels"])
  return Object.entries(isObject(labels) ? labels : {}).every(
    ([key, value]) => valueAt(manifest, ["metadata", "labels", key]) === value,
  )
}

/** Where Flux itself lives: an Alert there is meant for the whole cluster. */
function isFluxNamespace(cluster: Cluster, namespace: string | undefined): boolean {
  return cluster
    .all(kinds.Kustomization)
    .some((root) => isRoot(root) && root.id.namespace === namespace)
}

/** The objects that a source without a namespace was meant for, and that no Alert hears. */
function unheard(
  cluster: Cluster,
  sources: readonly EventSource[],
  source: EventSource,
): readonly Resource[] {
  const all = cluster.all(source.kind)
  const isEmpty = !all.some((resource) => hears(source, resource))
  if (!isEmpty && !isFluxNamespace(cluster, source.namespace)) return []
  const others = all.filter(
    (resource) =>
      resource.id.namespace !== source.namespace &&
      hears({ ...source, namespace: resource.id.namespace }, resource),
  )
  return others.filter((resource) => !sources.some((other) => hears(other, resource)))
}

export const alertSourceNamespace: ClusterRule = defineClusterRule({
  id: "alert-source-namespace",
  category: "notification",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "An Alert listens to all objects of a kind, but only to those of its own namespace.",
  why: "Flux takes an event source without `namespace` to be in the namespace of the Alert: what happens to the objects of other namespaces is never sent, and nothing says so.",
  docs: ["https://fluxcd.io/flux/components/notification/alerts/#event-sources"],
  since: "0.1.0",

  *check({ cluster }) {
    // What an Alert misses may be in a build that fails.
    if (cluster.builds.some(({ status }) => status === "failed")) return
    const alerts = cluster.all(kinds.Alert)
    const sources = alerts.flatMap(sourcesOf)
    for (const alert of alerts) {
      for (const source of sourcesOf(alert)) {
        if (source.isStated || source.name !== "*") continue
        const [first, ...others] = unheard(cluster, sources, source)
        if (!first) continue
        const { kind, index } = source
        const namespaces = [...new Set([first, ...others].map(({ id }) => id.namespace ?? ""))]
        const shown = namespaces.slice(0, 3).map((name) => `\`${name}\``)
        yield {
          at: alert.at(["spec", "eventSources", index, "name"]),
          message: `${describe(alert.id)} listens to each ${kind.kind} of namespace \`${alert.id.namespace ?? ""}\` alone; there are others in ${shown.join(", ")}${namespaces.length > shown.length ? " and elsewhere" : ""}.`,
          help: `Add an event source with \`namespace: ${first.id.namespace ?? ""}\`, and one for each other namespace.`,
          related: [
            { at: first.at(["metadata", "name"]), message: `${describe(first.id)} is not heard` },
          ],
        }
      }
    }
  },
})
