import {
  type ClusterRule,
  defineClusterRule,
  describe,
  isObject,
  nearestName,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

const dataFields = ["data", "stringData", "binaryData"]

/** The keys of a ConfigMap or Secret. */
function keysOf({ manifest }: Resource): readonly string[] {
  return dataFields.flatMap((field) => {
    const data = valueAt(manifest, [field])
    return isObject(data) ? Object.keys(data) : []
  })
}

/** Whether a controller adds keys that are not in Git: a replicator, a generator, another owner of the object. */
function isFilledElsewhere({ manifest }: Resource): boolean {
  const type = stringAt(manifest, ["type"])
  const labels = ["annotations", "labels"].flatMap((field) => {
    const found = valueAt(manifest, ["metadata", field])
    return isObject(found) ? Object.keys(found) : []
  })
  return (
    type === "kubernetes.io/service-account-token" ||
    labels.some((key) =>
      /replicat|reflect|copyFrom|generat|inject|toolkit\.fluxcd\.io\/ssa/iu.test(key),
    )
  )
}

export const hrValuesKeyMissing: ClusterRule = defineClusterRule({
  id: "hr-values-key-missing",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "`valuesFrom` names a key that the ConfigMap or Secret does not have.",
  why: "Flux reports ValuesError with `could not resolve … chart values reference …: key not found` and does not install or upgrade the release.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { relation, optional, from, path, target, resource } of cluster.graph.references) {
      if (relation !== "valuesFrom" || optional || !resource || isFilledElsewhere(resource))
        continue
      const entry = path.slice(0, -1)
      const written = stringAt(from.manifest, [...entry, "valuesKey"])
      const key = written || "values.yaml"
      const keys = keysOf(resource)
      if (keys.includes(key)) continue
      const nearest = nearestName(key, keys) ?? (keys.length === 1 ? keys[0] : undefined)
      yield {
        at: from.at(written ? [...entry, "valuesKey"] : path),
        message: `${describe(from.id)} takes values from key \`${key}\` of ${describe(target)}, which has no such key.`,
        help: nearest
          ? `Set \`valuesKey\` to \`${nearest}\`, or add the key \`${key}\`.`
          : `Add the key \`${key}\` to the ${target.kind}, or set \`valuesKey\`.`,
        related: [
          { at: resource.at(["data"], "key"), message: `its keys: ${keys.join(", ") || "none"}` },
        ],
      }
    }
  },
})
