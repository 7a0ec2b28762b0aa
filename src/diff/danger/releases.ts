import { type Cluster, describe, kinds, type ReleaseBuild } from "../../model/index.ts"
import { stringAt } from "../../yaml/json.ts"
import { applierKey, isRelease, isSuspended } from "../applier-states.ts"
import { isChartDefinition, isHook, isKeptByHelm } from "../flux-metadata.ts"
import { lossOf } from "./data-loss.ts"
import type { FoundDanger, ObjectPair } from "./object-pair.ts"

/** The clusters' releases on both sides. */
export interface ReleaseSides {
  readonly before: Cluster | undefined
  readonly after: Cluster | undefined
}

/**
 * A HelmRelease whose release becomes another one is uninstalled first (`flux-semantics.md` 2.4: storage namespace, name,
 * namespace, and the chart's name unless `upgrade.chartNameChangeStrategy` is `InPlaceUpdate`); one that goes, while
 * another takes over its release, uninstalls what the other has.
 */
export function releaseDangers(pair: ObjectPair, sides: ReleaseSides): readonly FoundDanger[] {
  const { before, after, action } = pair
  if (!before || !isRelease(before)) return []
  const old = releaseOf(sides.before, before)
  if (!old || isSuspended(before)) return []
  if (action === "deleted") return adopted(old, sides)
  const now = after && releaseOf(sides.after, after)
  const what = now && pair.unapplied === undefined ? newIdentity(old, now) : undefined
  if (!what) return []
  const message = `${describe(before.id)} ${what}: Flux uninstalls the release with ${objectsOf(old)}, and installs a new one.`
  return [{ category: "pruned", message, at: ["spec"] }, ...lostWith(old, message)]
}

function releaseOf(
  cluster: Cluster | undefined,
  release: ReleaseBuild["release"],
): ReleaseBuild | undefined {
  const key = applierKey(release)
  return cluster?.releases.find((one) => applierKey(one.release) === key)
}

function newIdentity(before: ReleaseBuild, after: ReleaseBuild): string | undefined {
  const fields = [
    ["release", before.releaseName, after.releaseName],
    ["namespace", before.releaseNamespace, after.releaseNamespace],
    ["storage namespace", before.storageNamespace, after.storageNamespace],
  ] as const
  const other = fields.find(([, first, second]) => first !== second)
  if (other) return `changes its ${other[0]} from \`${other[1]}\` to \`${other[2]}\``
  const [first, second] = [before.chart?.name, after.chart?.name]
  const strategy = stringAt(after.release.manifest, ["spec", "upgrade", "chartNameChangeStrategy"])
  return first !== undefined &&
    second !== undefined &&
    first !== second &&
    strategy !== "InPlaceUpdate"
    ? `changes its chart from \`${first}\` to \`${second}\``
    : undefined
}

function objectsOf({ status, objects }: ReleaseBuild): string {
  return status === "rendered" ? `the ${objects.length} objects of it` : "all objects of it"
}

function lostWith({ objects }: ReleaseBuild, because: string): readonly FoundDanger[] {
  const lost = objects.filter(
    (object) =>
      lossOf(object) !== undefined &&
      !isKeptByHelm(object) &&
      !isHook(object) &&
      !isChartDefinition(object),
  )
  if (lost.length === 0) return []
  const names = lost.map(({ id }) => describe(id)).join(", ")
  return [
    {
      category: "data-loss",
      message: `${because} With it ${names} ${lost.length === 1 ? "is" : "are"} deleted.`,
      at: ["spec"],
    },
  ]
}

function adopted(old: ReleaseBuild, { after, before }: ReleaseSides): readonly FoundDanger[] {
  const known = new Set(before?.releases.map(({ release }) => applierKey(release)))
  const heir = after?.releases.find(
    (one) =>
      !known.has(applierKey(one.release)) &&
      one.release.server === old.release.server &&
      one.releaseName === old.releaseName &&
      one.storageNamespace === old.storageNamespace,
  )
  if (!heir) return []
  const message = `${describe(old.release.id)} goes, and ${kinds.HelmRelease.kind} ${heir.release.id.namespace ?? ""}/${heir.release.id.name} takes over its Helm release \`${old.releaseName}\`: Flux uninstalls with the former what the latter has.`
  return [{ category: "pruned", message }, ...lostWith(old, message)]
}
