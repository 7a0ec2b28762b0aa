import {
  type ClusterRule,
  defineClusterRule,
  describe,
  type Fix,
  fluxMinor,
  groupBy,
  type Reference,
  type Resource,
  saysSomewhere,
  stringAt,
  valueAt,
} from "#rule"

const relations: ReadonlySet<string> = new Set(["valuesFrom", "substituteFrom"])

/** The controllers' flag with which they watch what has no label. */
const flag = "--watch-configs-label-selector"

const labels = ["metadata", "labels"]
const label = "reconcile.fluxcd.io/watch"

export const configNotWatched: ClusterRule = defineClusterRule({
  id: "config-not-watched",
  category: "kustomization",
  scope: "cluster",
  severity: "info",
  presets: ["strict"],
  summary: "A change of values or variables waits for the next interval.",
  why: "Flux looks at what `valuesFrom` and `substituteFrom` name when it reconciles, at each `spec.interval`. It reconciles at once when an object changes that has the label `reconcile.fluxcd.io/watch: Enabled`.",
  docs: [
    "https://fluxcd.io/flux/components/helm/helmreleases/#values-references",
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",
  fixable: "safe",

  *check({ cluster, target, workspace }) {
    if (fluxMinor(target) < 7 || saysSomewhere(workspace, flag)) return
    const users = groupBy(cluster.graph.references.filter(isUse), ({ resource }) => resource)
    for (const [resource, [user, ...others]] of users) {
      if (!resource || !user || stringAt(resource.manifest, [...labels, label]) === "Enabled")
        continue
      const fix = labelFix(resource)
      const more = others.length === 0 ? "" : ` and ${others.length} more`
      const hasLabels = valueAt(resource.manifest, labels) !== undefined
      yield {
        at: resource.at(hasLabels ? labels : ["metadata", "name"], hasLabels ? "key" : "value"),
        message: `${describe(resource.id)} is read by ${describe(user.from.id)}${more}, and a change of it is seen at the next interval only.`,
        help: `Add the label \`${label}: Enabled\`.`,
        ...(fix && { fix }),
      }
    }
  },
})

/** What a generator makes changes its name, and with it what names it; what charts render is not in Git. */
function isUse({ relation, status, resource }: Reference): boolean {
  if (!relations.has(relation) || status !== "found" || !resource) return false
  const { origin } = resource
  return origin.via === "file" || (origin.via === "kustomize" && !origin.generated)
}

/** SOPS signs the whole of a file: a label that is added by another program makes it unreadable. */
function labelFix(resource: Resource): Fix | undefined {
  const { document, path } = resource.at(["metadata", "name"])
  const place = path.slice(0, -2)
  if (document.encrypted || valueAt(document.content, [...place, "metadata", "name"]) === undefined)
    return undefined
  const has = document.has([...place, ...labels])
  const at = { document, part: "value" } as const
  return {
    title: `Add the label \`${label}: Enabled\``,
    applicability: "safe",
    changes: [
      has
        ? { op: "set", at: { ...at, path: [...place, ...labels, label] }, value: "Enabled" }
        : { op: "set", at: { ...at, path: [...place, ...labels] }, value: { [label]: "Enabled" } },
    ],
  }
}
