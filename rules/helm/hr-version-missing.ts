import { type ClusterRule, defineClusterRule, describe, isWhole, kinds, stringAt } from "#rule"
import { isAnyVersion } from "./any-version.ts"
import { chartFieldOf } from "./chart-field.ts"

/** Charts of Git and buckets have no versions to choose from. */
const sources = [kinds.HelmRepository]

export const hrVersionMissing: ClusterRule = defineClusterRule({
  id: "hr-version-missing",
  category: "helm",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "A chart is taken in any version.",
  why: "Flux takes `*` for a missing version: it installs the newest chart of the repository, and upgrades the release whenever a newer one appears, major versions as well.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#chart-template"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const resource of cluster.resources) {
      const field = chartFieldOf(resource, sources)
      if (!field || !isWhole(cluster, resource)) continue
      const { manifest, id } = resource
      const version = stringAt(manifest, [...field, "version"])
      if (!isAnyVersion(version)) continue
      const chart = stringAt(manifest, [...field, "chart"]) ?? ""
      yield {
        at: resource.at([...field, version === undefined ? "chart" : "version"]),
        message: `${describe(id)} takes chart \`${chart}\` in any version${version ? ` (\`${version}\`)` : ""}.`,
        help: `Set \`${[...field, "version"].join(".")}\` to a version, or to a range such as \`6.x\`.`,
      }
    }
  },
})
