import { locate } from "../../check/locate.ts"
import { describe, isKind, kinds, type Resource } from "../../model/index.ts"
import { type FieldPath, formatFieldPath } from "../../yaml/json.ts"
import { applierKey, isSuspended } from "../applier-states.ts"
import type { Danger, Place } from "../difference.ts"
import { type RemovalWorld, removalOf } from "../removal.ts"
import { nodeAccess } from "./access.ts"
import { dataLosses } from "./data-loss.ts"
import { immutableDangers } from "./immutable-fields.ts"
import type { FoundDanger, ObjectPair } from "./object-pair.ts"
import { rbacGrowth } from "./rbac.ts"
import { type ReleaseSides, releaseDangers } from "./releases.ts"

/** What dangers are judged by beside the object. */
export interface DangerWorld extends RemovalWorld {
  readonly sides: ReleaseSides
}

/** All dangers of an object, the worst first. */
export function dangersOf(pair: ObjectPair, world: DangerWorld): readonly Danger[] {
  const found = [
    ...dataLosses(pair),
    ...pruned(pair, world),
    ...releaseDangers(pair, world.sides),
    ...immutableDangers(pair),
    ...rbacGrowth(pair),
    ...nodeAccess(pair),
  ]
  const resource = pair.after ?? pair.before
  const owner = resource?.owner && world.now(resource.owner)
  // Nothing of what is said happens before.
  const when = owner && isSuspended(owner) ? `, once ${describe(owner.id)} is resumed.` : "."
  return found.map(({ category, message: sentence, at }) => {
    const message = sentence.replace(/\.$/u, when)
    const place = at && placeOf(resource, at)
    return { category, message, ...(at && { field: formatFieldPath(at) }), ...(place && { place }) }
  })
}

/** What is deleted with the Kustomization or HelmRelease that has applied it is counted there. */
function pruned(pair: ObjectPair, world: DangerWorld): readonly FoundDanger[] {
  const { before, action } = pair
  if (!before || action !== "deleted" || dataLosses(pair).length > 0) return []
  const { id, owner } = before
  if (isKind(id, kinds.Kustomization) || isKind(id, kinds.HelmRelease))
    return [
      { category: "pruned", message: `${describe(id)} is deleted${goesWith(before, world)}.` },
    ]
  if (!owner || !world.now(owner)) return []
  return [
    {
      category: "pruned",
      message: `${describe(id)} is deleted: ${describe(owner.id)} applies it no more.`,
    },
  ]
}

function goesWith(applier: Resource, world: DangerWorld): string {
  const key = applierKey(applier)
  if (world.knowledge.before.get(key)?.known === "nothing")
    return ", and with it what it has applied, which is not known here"
  const going = (world.sides.before?.resources ?? []).filter(
    (resource) =>
      resource !== applier &&
      applierKey(resource.owner) === key &&
      !world.now(resource) &&
      removalOf(resource, world).fate === "deleted",
  ).length
  if (going === 0) return ""
  return `, and with it ${going === 1 ? "the object" : `the ${going} objects`} that it has applied`
}

/** The line that one would edit. */
export function placeOf(resource: Resource | undefined, at: FieldPath): Place | undefined {
  if (!resource) return undefined
  const { path, range } = locate(resource.at(at))
  return { path, line: range.start.line + 1 }
}
