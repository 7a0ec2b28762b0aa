import type { Workspace } from "../model/index.ts"
import { isObject, stringAt } from "../yaml/json.ts"
import type { Coverage, ReportedResource } from "./report.ts"

/** The documents of the repository that are Kubernetes objects. */
export function manifestsOf({ files }: Workspace): readonly ReportedResource[] {
  return files
    .filter(({ role }) => role === "manifest")
    .flatMap(({ documents }) => documents)
    .flatMap(({ content, file, range }) => {
      const kind = isObject(content) ? stringAt(content, ["kind"]) : undefined
      if (kind === undefined) return []
      const namespace = stringAt(content, ["metadata", "namespace"])
      const name = stringAt(content, ["metadata", "name"]) ?? ""
      return [{ path: file.path, range, kind, ...(namespace && { namespace }), name }]
    })
}

/** Sums over all clusters what there was and what was seen of it. */
export function coverageOf(workspace: Workspace, resources: readonly ReportedResource[]): Coverage {
  const { clusters } = workspace
  const builds = clusters.flatMap((cluster) => cluster.builds)
  const releases = clusters.flatMap((cluster) => cluster.releases)
  const references = clusters.flatMap((cluster) => cluster.graph.references)
  return {
    resources: resources.length,
    schemaChecked: schemaCheckedCount(workspace),
    helmReleases: releases.length,
    rendered: releases.filter(({ status }) => status === "rendered").length,
    kustomizations: builds.length,
    built: builds.filter(({ status }) => status === "built").length,
    references: references.length,
    resolved: references.filter(({ status }) => status === "found" || status === "produced").length,
    external: references.filter(({ status }) => status === "external").length,
  }
}

/** Objects that a schema was found for: of clusters, and of files that no cluster reaches. */
function schemaCheckedCount({ clusters, unreached, verdictOf }: Workspace): number {
  const resources = [...clusters.flatMap((cluster) => cluster.resources), ...unreached]
  return resources.filter((resource) => verdictOf(resource).status === "checked").length
}
