import { type Cluster, isKind, kinds, type Resource } from "../model/index.ts"
import { type FieldPath, stringAt, valueAt } from "../yaml/json.ts"
import { applierKey } from "./applier-states.ts"
import type { VersionChange } from "./difference.ts"
import type { Pair } from "./pair-objects.ts"

/** Fields of sources and charts that say which version Flux takes. */
const fields: readonly (readonly [what: string, path: FieldPath])[] = [
  ...["branch", "tag", "semver", "name", "commit", "digest", "semverFilter"].map(
    (field) => [field, ["spec", "ref", field]] as const,
  ),
  ["url", ["spec", "url"]],
  ["bucket", ["spec", "bucketName"]],
  ["prefix", ["spec", "prefix"]],
]

const sources = [
  kinds.GitRepository,
  kinds.OCIRepository,
  kinds.Bucket,
  kinds.HelmRepository,
] as const

/** The clusters on both sides: which chart a release gets is known there. */
export interface VersionSides {
  readonly before: Cluster | undefined
  readonly after: Cluster | undefined
}

/** Versions that change: of the charts of HelmReleases and HelmCharts, and of what sources follow. */
export function versionChanges(
  cluster: string,
  pairs: readonly Pair[],
  sides: VersionSides,
): readonly VersionChange[] {
  return pairs.flatMap(({ before, after }) => {
    const resource = after ?? before
    if (!resource) return []
    const { id } = resource
    return rowsOf(before, after, sides).flatMap(([what, first, second]) =>
      first === second
        ? []
        : [
            {
              ...{ cluster, id, what },
              ...(first !== undefined && { before: first }),
              ...(second !== undefined && { after: second }),
            },
          ],
    )
  })
}

type Row = readonly [what: string, before: string | undefined, after: string | undefined]

function rowsOf(
  before: Resource | undefined,
  after: Resource | undefined,
  sides: VersionSides,
): readonly Row[] {
  const one = after ?? before
  if (!one) return []
  if (isKind(one.id, kinds.HelmRelease)) {
    const [first, second] = [chartOf(before, sides.before), chartOf(after, sides.after)]
    if (first && second && first.name !== second.name)
      return [["chart", chartText(first), chartText(second)]]
    return [[`chart ${(second ?? first)?.name ?? ""}`.trim(), first?.version, second?.version]]
  }
  if (isKind(one.id, kinds.HelmChart)) {
    const at = ["spec", "version"]
    const name = stringAt(one.manifest, ["spec", "chart"]) ?? ""
    return [[`chart ${name}`, stringAt(before?.manifest, at), stringAt(after?.manifest, at)]]
  }
  if (!before || !after || !sources.some((kind) => isKind(one.id, kind))) return []
  return fields.map(([what, path]) => [what, textAt(before, path), textAt(after, path)])
}

function textAt({ manifest }: Resource, path: FieldPath): string | undefined {
  const value = valueAt(manifest, path)
  return value === undefined || value === null ? undefined : String(value)
}

interface Chart {
  readonly name: string
  readonly version: string | undefined
}

/** What the release asks for, and the version that this is now, where that is another text: `6.x (6.5.0)`. */
function chartOf(release: Resource | undefined, cluster: Cluster | undefined): Chart | undefined {
  if (!release) return undefined
  const use = cluster?.releases.find(
    (one) => applierKey(one.release) === applierKey(release),
  )?.chart
  const name = stringAt(release.manifest, ["spec", "chart", "spec", "chart"]) ?? use?.name
  if (name === undefined) return undefined
  const asked = stringAt(release.manifest, ["spec", "chart", "spec", "version"])
  const found = use?.from.kind === "folder" ? use.from.version : use?.version
  const version =
    found === undefined || found === asked
      ? asked
      : asked === undefined
        ? found
        : `${asked} (${found})`
  return { name, version }
}

function chartText({ name, version }: Chart): string {
  return version === undefined ? name : `${name} ${version}`
}
