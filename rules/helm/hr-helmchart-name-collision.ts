import {
  type ClusterRule,
  defineClusterRule,
  describe,
  groupBy,
  kinds,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

const template = ["spec", "chart", "spec"]

/** The HelmChart that helm-controller makes for a release: `namespace/name`; none for one that refers to a chart. */
function chartOf({ id, manifest }: Resource): string | undefined {
  if (valueAt(manifest, template) === undefined) return undefined
  if (valueAt(manifest, ["spec", "suspend"]) === true) return undefined
  const namespace = stringAt(manifest, [...template, "sourceRef", "namespace"]) ?? id.namespace
  return `${namespace ?? ""}/${id.namespace ?? ""}-${id.name}`
}

export const hrHelmchartNameCollision: ClusterRule = defineClusterRule({
  id: "hr-helmchart-name-collision",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "Two HelmReleases make a HelmChart of the same name.",
  why: "Flux calls the HelmChart of a release `<namespace>-<name>`, in the namespace of its source: each reconciliation of one release overwrites the chart and the version of the other, which then installs the wrong chart.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const [chart, releases] of groupBy(cluster.all(kinds.HelmRelease), chartOf)) {
      const [first, ...others] = releases
      if (chart === undefined || !first) continue
      for (const other of others) {
        yield {
          at: other.at(["metadata", "name"]),
          message: `${describe(other.id)} and ${describe(first.id)} both make HelmChart ${chart}.`,
          help: "Rename one of them, or move its source to another namespace; `spec.releaseName` keeps the name of the Helm release.",
          related: [{ at: first.at(["metadata", "name"]), message: "the other HelmRelease" }],
        }
      }
    }
  },
})
