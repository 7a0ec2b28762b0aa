import { describe, type Resource } from "../model/index.ts"
import { type JsonObject, stringAt, valueAt } from "../yaml/json.ts"
import { applierKey, isRelease } from "./applier-states.ts"
import { type DangerWorld, dangersOf, placeOf } from "./danger/dangers-of.ts"
import type { ObjectPair } from "./danger/object-pair.ts"
import { diffValues, type ValueDifference } from "./diff-values.ts"
import type { ObjectChange } from "./difference.ts"
import { formatSteps, type Step } from "./field-steps.ts"
import { isChartDefinition, saysToFlux } from "./flux-metadata.ts"
import { isNoise, replacesPods } from "./noise.ts"
import type { Pair } from "./pair-objects.ts"
import { type Removal, removalOf } from "./removal.ts"
import { isSameValue } from "./same-value.ts"

/** What is needed to compare the objects of a cluster. */
export interface CompareWorld extends DangerWorld {
  readonly cluster: string
  /** HelmReleases whose charts change without that Flux sees it; why. */
  readonly unseen: ReadonlyMap<string, string>
  /** The manifest without what Secrets hold. */
  masked(manifest: JsonObject): JsonObject
}

/** What has become of an object; `noise` when nothing but noise differs, and undefined when nothing does, or nobody can tell. */
export type Compared =
  | { readonly kind: "change"; readonly change: ObjectChange }
  | { readonly kind: "noise"; readonly resource: Resource; readonly restarts: boolean }
  | undefined

/** Compares an object with what it was. */
export function compareObject(pair: Pair, world: CompareWorld): Compared {
  const { before, after } = pair
  if (before && after) return compareBoth(before, after, world)
  return before ? compareRemoved(before, world) : compareCreated(pair.after, world)
}

function compareCreated(after: Resource, world: CompareWorld): Compared {
  // A root is nobody's to apply: what a cluster begins with is not made by the change.
  const note = world.unseen.get(applierKey(after.owner))
  const pair: ObjectPair = {
    ...{ after, action: "created", forced: false, mayBePruned: false },
    ...(note !== undefined && { unapplied: note }),
  }
  return changed(pair, world, {
    fields: [],
    restarts: false,
    ...(note !== undefined && { note }),
    manifest: world.masked(after.manifest),
  })
}

function compareRemoved(before: Resource, world: CompareWorld): Compared {
  const unseen = world.unseen.get(applierKey(before.owner))
  const removal: Removal =
    unseen === undefined ? removalOf(before, world) : { fate: "left", why: unseen }
  if (removal.fate === "unknown") return undefined
  const action = removal.fate === "deleted" ? "deleted" : "left"
  const pair: ObjectPair = { before, action, forced: false, mayBePruned: false }
  const note = removal.fate === "left" ? removal.why : undefined
  return changed(pair, world, { fields: [], restarts: false, ...(note !== undefined && { note }) })
}

function compareBoth(before: Resource, after: Resource, world: CompareWorld): Compared {
  const isMoved = ownerText(before) !== ownerText(after)
  if (!isMoved && before.id.name === after.id.name && isSameValue(before.manifest, after.manifest))
    return undefined
  const differences = diffValues(
    world.masked(before.manifest),
    world.masked(after.manifest),
  ).filter(({ steps }) => !saysNothing(steps))
  const { kind } = after.id
  const restarts = differences.some(({ steps }) => replacesPods(kind, steps))
  const mayBePruned = isMoved && removalOf(before, world).fate === "deleted"
  const unapplied = world.unseen.get(applierKey(after.owner)) ?? unappliedBecause(after)
  const pair: ObjectPair = {
    ...{ before, after, mayBePruned },
    action: isMoved ? "moved" : "changed",
    forced: isForced(after),
    ...(unapplied !== undefined && { unapplied }),
  }
  const fields = differences.filter((difference) => !isNoise(difference))
  const dangers = dangersOf(pair, world)
  if (!isMoved && fields.length === 0 && dangers.length === 0 && before.id.name === after.id.name)
    return differences.length === 0
      ? undefined
      : {
          kind: "noise",
          resource: after,
          restarts: restarts && unapplied === undefined,
        }
  const note = noteOf(pair)
  return changed(pair, world, {
    fields,
    restarts: restarts && unapplied === undefined,
    ...(note !== undefined && { note }),
  })
}

/**
 * What says nothing: objects that are compared are in one namespace, whether a chart writes it or not, and the API server
 * fills `status` and `creationTimestamp`, whatever a manifest says.
 */
function saysNothing(steps: readonly Step[]): boolean {
  const [first, second] = steps
  if (first === "metadata" && second === "namespace" && steps.length === 2) return true
  return first === "status" || (steps.includes("metadata") && steps.at(-1) === "creationTimestamp")
}

function ownerText({ owner }: Resource): string {
  return owner ? `${owner.server} ${describe(owner.id)}` : ""
}

/** Why Flux does nothing of what changes: the object says so, or Helm leaves the definitions of charts alone. */
function unappliedBecause(after: Resource): string | undefined {
  const { owner } = after
  if (!owner) return undefined
  if (!isRelease(owner)) {
    if (saysToFlux(after, "reconcile", "disabled"))
      return "`kustomize.toolkit.fluxcd.io/reconcile: disabled`: Flux does not apply the change"
    const mode = ["IfNotPresent", "Ignore"].find((one) => saysToFlux(after, "ssa", one))
    return mode === undefined
      ? undefined
      : `\`kustomize.toolkit.fluxcd.io/ssa: ${mode}\`: Flux does not apply the change`
  }
  const policy = stringAt(owner.manifest, ["spec", "upgrade", "crds"]) ?? "Skip"
  return isChartDefinition(after) && policy !== "CreateReplace"
    ? `\`upgrade.crds\` of ${describe(owner.id)} is \`${policy}\`: Helm does not change the definition`
    : undefined
}

function isForced(after: Resource): boolean {
  const { owner } = after
  if (!owner || isRelease(owner)) return false
  return (
    valueAt(owner.manifest, ["spec", "force"]) === true || saysToFlux(after, "force", "enabled")
  )
}

function noteOf({ before, unapplied, mayBePruned }: ObjectPair): string | undefined {
  if (unapplied !== undefined) return unapplied
  return mayBePruned && before?.owner
    ? `where ${describe(before.owner.id)} is first, it is deleted and made anew`
    : undefined
}

/** The way to the first field that changes, as far as it is keys alone: a patch may have set it, far from its object. */
function pathOfFirst([first]: readonly ValueDifference[]): readonly string[] {
  const steps = first?.steps ?? []
  const end = steps.findIndex((step) => typeof step !== "string")
  return steps.slice(0, end < 0 ? steps.length : end).map(String)
}

function changed(
  pair: ObjectPair,
  world: CompareWorld,
  parts: {
    readonly fields: readonly ValueDifference[]
    readonly restarts: boolean
    readonly note?: string
    readonly manifest?: JsonObject
  },
): Compared {
  const { before, after, action } = pair
  const resource = after ?? before
  if (!resource) return undefined
  const { id, apiVersion, owner, server } = resource
  const former =
    before && after && ownerText(before) !== ownerText(after) ? before.owner : undefined
  return {
    kind: "change",
    change: {
      ...{ cluster: world.cluster, id, server, apiVersion, action, owner: owner?.id },
      ...(former && { formerOwner: former.id }),
      ...(before && before.id.name !== id.name && { formerName: before.id.name }),
      fields: parts.fields.map(({ steps, ...field }) => ({ path: formatSteps(steps), ...field })),
      ...(parts.manifest && { manifest: parts.manifest }),
      ...(parts.note !== undefined && { note: parts.note }),
      restarts: parts.restarts,
      dangers: dangersOf(pair, world),
      place: placeOf(resource, pathOfFirst(parts.fields)),
    },
  }
}
