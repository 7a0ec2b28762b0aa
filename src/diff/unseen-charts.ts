import type { Cluster, ReleaseBuild } from "../model/index.ts"
import { stringAt } from "../yaml/json.ts"
import { applierKey, nameOf } from "./applier-states.ts"
import { isSameValue } from "./same-value.ts"

/**
 * HelmReleases of which nothing changes but the files of a chart in Git, whose version stays: source-controller makes a new
 * chart of it only with `reconcileStrategy: Revision` (`flux-semantics.md`, "reconcileStrategy (HelmChart)"), so that Flux applies nothing of the change.
 */
export function unseenCharts(
  before: Cluster | undefined,
  after: Cluster | undefined,
): ReadonlyMap<string, string> {
  const known = new Map(before?.releases.map((build) => [applierKey(build.release), build]))
  return new Map(
    (after?.releases ?? []).flatMap((build) => {
      const key = applierKey(build.release)
      const former = known.get(key)
      if (!former || !staysUnseen(former, build)) return []
      const why = `the version of the chart of ${nameOf(build.release)} stays, so that Flux does not see that its files change (\`reconcileStrategy\`)`
      return [[key, why] as const]
    }),
  )
}

function staysUnseen(before: ReleaseBuild, after: ReleaseBuild): boolean {
  const version = folderVersion(after)
  const chart = ["spec", "chart", "spec"]
  const strategy = stringAt(after.release.manifest, [...chart, "reconcileStrategy"])
  return (
    version !== undefined &&
    version === folderVersion(before) &&
    strategy !== "Revision" &&
    stringAt(after.release.manifest, [...chart, "chart"]) !== undefined &&
    isSameValue(before.release.manifest.spec, after.release.manifest.spec) &&
    isSameValue(before.values, after.values)
  )
}

function folderVersion({ chart }: ReleaseBuild): string | undefined {
  return chart?.from.kind === "folder" ? chart.from.version : undefined
}
