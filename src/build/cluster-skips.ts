import {
  type Cluster,
  describe,
  kinds,
  type LogicalLocation,
  type Resource,
  type ResourceId,
  type Skip,
} from "../model/index.ts"
import { valueAt } from "../yaml/index.ts"

/** What could not be looked at in a cluster, and why. */
export function skipsOf(cluster: Cluster): readonly Skip[] {
  const clusters = [cluster.name]
  const note = (
    at: LogicalLocation,
    what: string,
    reason: string,
    kind: Skip["kind"] = "chosen",
  ): Skip => ({
    at,
    what,
    reason,
    clusters,
    kind,
  })
  const builds = cluster.builds.flatMap(({ kustomization, content, reason, failure }): Skip[] => {
    const what = `building ${describe(kustomization.id)}`
    const at = kustomization.at(["spec", "sourceRef"])
    if (failure?.step === "limit") return [note(at, what, failure.message, "incomplete")]
    const incomplete = content.status === "elsewhere" && content.incomplete
    return reason === undefined
      ? []
      : [note(at, what, reason, incomplete ? "incomplete" : "chosen")]
  })
  const releases = cluster.releases.flatMap(
    ({ release, reason, incomplete, failure, schemaSkipped, schemaIncomplete }): Skip[] => {
      const at = chartOf(release)
      const what = `rendering ${describe(release.id)}`
      if (failure?.step === "limit") return [note(at, what, failure.message, "incomplete")]
      const values = `checking the values of ${describe(release.id)}`
      return [
        ...(reason === undefined
          ? []
          : [note(at, what, reason, incomplete ? "incomplete" : "chosen")]),
        ...(schemaSkipped === undefined
          ? []
          : [note(at, values, schemaSkipped, schemaIncomplete ? "incomplete" : "chosen")]),
      ]
    },
  )
  const resourceSets = cluster
    .all(kinds.ResourceSet)
    .map((set) =>
      note(
        set.at(["metadata", "name"]),
        `rendering ${describe(set.id)}`,
        "ResourceSets are not rendered yet",
      ),
    )
  const charts = cluster.charts.flatMap(({ chart, reason, incomplete }): Skip[] =>
    reason === undefined
      ? []
      : [
          note(
            chart.at(["spec", "chart"]),
            `fetching the chart of ${describe(chart.id)}`,
            reason,
            incomplete ? "incomplete" : "chosen",
          ),
        ],
  )
  const signatures = unverified(cluster).map(({ at, id }) =>
    note(at, `verifying ${describe(id)}`, "sluice does not check signatures"),
  )
  const said = [...builds, ...releases, ...charts].filter(({ kind }) => kind === "incomplete")
  const unfetched = cluster.unfetched
    .filter(({ reason }) => !said.some((one) => one.reason === reason))
    .map(({ source, reason }) =>
      note(source.at(["spec", "url"]), `fetching ${describe(source.id)}`, reason, "incomplete"),
    )
  return [...builds, ...releases, ...unfetched, ...resourceSets, ...charts, ...signatures]
}

function chartOf(release: Resource): LogicalLocation {
  return release.at([
    "spec",
    "chartRef" in ((release.manifest.spec ?? {}) as object) ? "chartRef" : "chart",
  ])
}

/** Objects whose `verify` Flux would obey. */
function unverified(
  cluster: Cluster,
): readonly { readonly at: LogicalLocation; readonly id: ResourceId }[] {
  const own = [kinds.GitRepository, kinds.OCIRepository, kinds.HelmChart].flatMap((kind) =>
    cluster.all(kind).map((resource) => ({ resource, path: ["spec", "verify"] })),
  )
  const releases = cluster
    .all(kinds.HelmRelease)
    .map((resource) => ({ resource, path: ["spec", "chart", "spec", "verify"] }))
  return [...own, ...releases]
    .filter(({ resource, path }) => valueAt(resource.manifest, path) !== undefined)
    .map(({ resource, path }) => ({ at: resource.at(path), id: resource.id }))
}
