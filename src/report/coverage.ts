import type { Workspace } from "../model/index.ts"
import { isObject, stringAt } from "../yaml/json.ts"
import type { Coverage } from "./report.ts"

/** How many documents of the repository are Kubernetes objects. */
export function manifestCount({ files }: Workspace): number {
  const manifests = files
    .filter(({ role }) => role === "manifest")
    .flatMap(({ documents }) => documents)
    .filter(({ content }) => isObject(content) && stringAt(content, ["kind"]) !== undefined)
  return manifests.length
}

/** Sums over all clusters what there was and what was seen of it. */
export function coverageOf(workspace: Workspace): Coverage {
  const { clusters } = workspace
  const builds = clusters.flatMap((cluster) => cluster.builds)
  const releases = clusters.flatMap((cluster) => cluster.releases)
  const references = clusters.flatMap((cluster) => cluster.graph.references)
  return {
    resources: manifestCount(workspace),
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
