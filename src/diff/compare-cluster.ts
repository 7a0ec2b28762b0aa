import { type Cluster, isKind, kinds, type Resource, resourceKey } from "../model/index.ts"
import type { JsonObject } from "../yaml/json.ts"
import { applierKey, applierStates, isSuspended } from "./applier-states.ts"
import { type Compared, type CompareWorld, compareObject } from "./compare-object.ts"
import type {
  Action,
  ApplierChange,
  ImageChange,
  ObjectChange,
  VersionChange,
} from "./difference.ts"
import { isHook } from "./flux-metadata.ts"
import { imageChanges } from "./images.ts"
import { type Pair, pairObjects } from "./pair-objects.ts"
import { unseenCharts } from "./unseen-charts.ts"
import { versionChanges } from "./versions.ts"

/** A cluster before and after; one side alone is new, or gone. */
export interface ClusterPair {
  readonly name: string
  readonly before: Cluster | undefined
  readonly after: Cluster | undefined
}

/** What changes in a cluster. */
export interface ClusterDifference {
  readonly appliers: readonly ApplierChange[]
  readonly objects: readonly ObjectChange[]
  readonly images: readonly ImageChange[]
  readonly versions: readonly VersionChange[]
}

/** Compares what Flux applies in a cluster, object by object. */
export function compareCluster(
  { name, before, after }: ClusterPair,
  masked: (manifest: JsonObject) => JsonObject,
): ClusterDifference {
  const knowledge = { before: applierStates(before), after: applierStates(after) }
  const now = new Map(after?.resources.map((one) => [resourceKey(one.id, one.server), one]))
  const world: CompareWorld = {
    ...{ cluster: name, knowledge, masked, sides: { before, after } },
    unseen: unseenCharts(before, after),
    now: ({ id, server }) => now.get(resourceKey(id, server)),
  }
  const pairs = pairObjects({ before, after, knowledge })
  const isSeen = ({ before, after }: Pair): boolean =>
    !world.unseen.has(applierKey((after ?? before).owner))
  const compared = pairs.flatMap((pair) => {
    const result = compareObject(pair, world)
    return result && !isPassing(pair, result) ? [{ pair, result }] : []
  })
  return {
    appliers: applierChanges(name, compared),
    objects: compared.flatMap(({ result }) => (result.kind === "change" ? [result.change] : [])),
    images: imageChanges(name, pairs.filter(isSeen)),
    versions: versionChanges(name, pairs, { before, after }),
  }
}

/** Hooks come and go with each action of Helm: that one is rendered no more changes nothing in the cluster. */
function isPassing({ before, after }: Pair, result: NonNullable<Compared>): boolean {
  return !after && before !== undefined && isHook(before) && result.kind === "change"
}

interface ComparedPair {
  readonly pair: Pair
  readonly result: NonNullable<Compared>
}

const noCounts: Readonly<Record<Action, number>> = {
  ...{ created: 0, changed: 0, deleted: 0, moved: 0, left: 0 },
}

/** The Kustomizations and HelmReleases that change, or of which an object does. */
function applierChanges(
  cluster: string,
  compared: readonly ComparedPair[],
): readonly ApplierChange[] {
  const found = new Map<string, ApplierChange>()
  const known = (applier: Resource): ApplierChange =>
    found.get(applierKey(applier)) ?? {
      ...{ cluster, id: applier.id, state: "changed", suspended: isSuspended(applier) },
      ...{ counts: noCounts, noise: 0, restarts: 0 },
    }
  for (const { pair, result } of compared) {
    const resource = pair.after ?? pair.before
    const { owner } = resource
    if (owner) found.set(applierKey(owner), counted(known(owner), result))
    if (!isApplier(resource) || result.kind !== "change") continue
    const { action } = result.change
    const state = action === "moved" ? "changed" : action
    found.set(applierKey(resource), { ...known(resource), state })
  }
  return [...found.values()]
}

function isApplier({ id }: Resource): boolean {
  return isKind(id, kinds.Kustomization) || isKind(id, kinds.HelmRelease)
}

function counted(applier: ApplierChange, result: NonNullable<Compared>): ApplierChange {
  if (result.kind === "noise") {
    const restarts = applier.restarts + Number(result.restarts)
    return { ...applier, noise: applier.noise + 1, restarts }
  }
  const { action, restarts } = result.change
  return {
    ...applier,
    counts: { ...applier.counts, [action]: applier.counts[action] + 1 },
    restarts: applier.restarts + Number(restarts),
  }
}
