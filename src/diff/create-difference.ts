import { compareText } from "../check/merge-findings.ts"
import { type Cluster, type ResourceId, resourceKey, type Workspace } from "../model/index.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"
import { type ClusterPair, compareCluster } from "./compare-cluster.ts"
import type { BaseCommit, Difference, ObjectChange } from "./difference.ts"
import { uncomparedOf } from "./uncompared.ts"

/** Hides what Secrets hold, so that a change of it is still seen. */
export interface Masking {
  manifest(manifest: JsonObject): JsonObject
  text(text: string): string
}

/** Both sides of a change. */
export interface DifferenceInput {
  readonly base: BaseCommit
  readonly before: Workspace
  readonly after: Workspace
  readonly mask: Masking
}

/** Compares what Flux would apply before and after a change. Equal input gives an equal difference. */
export function createDifference({ base, before, after, mask }: DifferenceInput): Difference {
  const clusters = pairClusters(before.clusters, after.clusters)
  const compared = clusters.map((pair) => compareCluster(pair, mask.manifest))
  const kustomizations = after.clusters.flatMap(({ builds }) => builds).length
  const releases = after.clusters.flatMap((cluster) => cluster.releases).length
  const difference: Difference = {
    base,
    appliers: compared.flatMap(({ appliers }) =>
      appliers.toSorted((left, right) => compareText(rankOf(left.id), rankOf(right.id))),
    ),
    counts: { kustomizations, releases },
    objects: compared.flatMap(({ objects }) => objects.toSorted(byOwner)),
    images: compared.flatMap(({ images }) => images),
    versions: compared.flatMap(({ versions }) => versions),
    uncompared: uncomparedOf(before, after),
  }
  return maskTexts(difference, mask)
}

/** Kustomizations first, then the HelmReleases that they apply; objects of one stay in the order of the build. */
function byOwner(left: ObjectChange, right: ObjectChange): number {
  return compareText(rankOf(left.owner), rankOf(right.owner))
}

function rankOf(applier: ResourceId | undefined): string {
  if (!applier) return ""
  return `${applier.kind === "Kustomization" ? 1 : 2} ${resourceKey(applier)}`
}

function pairClusters(
  before: readonly Cluster[],
  after: readonly Cluster[],
): readonly ClusterPair[] {
  const names = new Set([...before, ...after].map(({ name }) => name))
  const find = (clusters: readonly Cluster[], name: string): Cluster | undefined =>
    clusters.find((cluster) => cluster.name === name)
  return [...names]
    .sort(compareText)
    .map((name) => ({ name, before: find(before, name), after: find(after, name) }))
}

/** Names and messages may hold what a Secret holds too: a variable of one may stand in any field. */
function maskTexts(difference: Difference, { text }: Masking): Difference {
  const walk = (value: JsonValue): JsonValue => {
    if (typeof value === "string") return text(value)
    if (isList(value)) return value.map(walk)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child)]))
  }
  // A difference is plain data, and stays of the same form.
  return walk(difference as unknown as JsonValue) as unknown as Difference
}

/** Whether anything changes: noise does not count, and what could not be compared neither. */
export function isSameEverywhere({ objects, images, versions }: Difference): boolean {
  return objects.length + images.length + versions.length === 0
}
