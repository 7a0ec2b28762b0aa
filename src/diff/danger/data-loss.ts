import { describe, type Resource } from "../../model/index.ts"
import { type FieldPath, type JsonObject, stringAt, valueAt } from "../../yaml/json.ts"
import { nameOf } from "../applier-states.ts"
import { immutableChanges } from "./immutable-fields.ts"
import {
  type AppliedChange,
  appliedChange,
  type FoundDanger,
  type ObjectPair,
} from "./object-pair.ts"
import { quantity } from "./quantity.ts"

/** What is lost when such an object is deleted; undefined where nothing is lost that Flux does not make anew. */
export function lossOf({ id, manifest }: Resource): string | undefined {
  switch (`${id.group}/${id.kind}`) {
    case "/PersistentVolumeClaim":
      return "and with it what its volume holds, unless the volume is kept (`Retain`)"
    case "/PersistentVolume":
      return "and whoever uses the volume loses it"
    case "/Namespace":
      return "and with it all that is in it"
    case "apiextensions.k8s.io/CustomResourceDefinition":
      return `and with it every ${stringAt(manifest, ["spec", "names", "kind"]) ?? "object of its kind"} of the cluster`
    case "apps/StatefulSet":
      return retention(manifest, "whenDeleted") === "Delete"
        ? "and with it the claims of its Pods and what they hold (`whenDeleted: Delete`)"
        : undefined
    default:
      return undefined
  }
}

/** Data that goes with an object, with a change of it, or while it is made anew. */
export function dataLosses(pair: ObjectPair): readonly FoundDanger[] {
  const { before, after, action } = pair
  const loss = before && lossOf(before)
  if (before && loss !== undefined && action === "deleted")
    return [{ category: "data-loss", message: `${describe(before.id)} is deleted, ${loss}.` }]
  const found: FoundDanger[] = []
  if (before && after && loss !== undefined && pair.mayBePruned && before.owner && after.owner) {
    const message = `${describe(before.id)} moves from ${nameOf(before.owner)} to ${nameOf(after.owner)}: where the former is first, it is deleted, ${loss}.`
    found.push({ category: "data-loss", message })
  }
  if (before && loss !== undefined && pair.forced && immutableChanges(pair).length > 0)
    found.push({
      category: "data-loss",
      message: `${describe(before.id)} is deleted and made anew, ${loss}.`,
    })
  const change = appliedChange(pair)
  return change ? [...found, ...changesThatLose(change, pair.forced)] : found
}

function changesThatLose(change: AppliedChange, forced: boolean): readonly FoundDanger[] {
  const { group, kind } = change.after.id
  switch (`${group}/${kind}`) {
    case "/PersistentVolumeClaim":
      return shrunk(change, forced)
    case "/PersistentVolume":
      return becomesDelete(
        change,
        ["spec", "persistentVolumeReclaimPolicy"],
        "when its claim is deleted, so is the volume with what it holds",
      )
    case "storage.k8s.io/StorageClass":
      return forced
        ? becomesDelete(
            change,
            ["reclaimPolicy"],
            "volumes that it makes from now on are deleted with their claims",
          )
        : []
    case "snapshot.storage.k8s.io/VolumeSnapshotClass":
      return becomesDelete(
        change,
        ["deletionPolicy"],
        "snapshots that it makes from now on are deleted with their objects",
      )
    case "snapshot.storage.k8s.io/VolumeSnapshotContent":
      return becomesDelete(
        change,
        ["spec", "deletionPolicy"],
        "the snapshot is deleted with its object",
      )
    case "apps/StatefulSet":
      return claimsGo(change)
    default:
      return []
  }
}

/** Before the default of a field is known the API server's own is: of a volume that a person has written it is `Retain`. */
function becomesDelete(
  { first, second, name }: AppliedChange,
  at: FieldPath,
  what: string,
): readonly FoundDanger[] {
  if (stringAt(first, at) === "Delete" || stringAt(second, at) !== "Delete") return []
  if (at.at(-1) === "reclaimPolicy" && stringAt(first, at) === undefined) return []
  return [{ category: "data-loss", message: `${name} gets \`${at.at(-1)}: Delete\`: ${what}.`, at }]
}

function shrunk({ first, second, name }: AppliedChange, forced: boolean): readonly FoundDanger[] {
  const at = ["spec", "resources", "requests", "storage"]
  const sizes = [valueAt(first, at), valueAt(second, at)]
  const [before, after] = sizes.map(quantity)
  if (before === undefined || after === undefined || after >= before) return []
  const outcome = forced
    ? "no volume shrinks, so that Flux deletes the claim with what it holds and makes it anew (`force`)"
    : "no volume shrinks, and the API server refuses it"
  return [
    {
      category: "data-loss",
      message: `${name} asks for less storage, ${String(sizes[1])} instead of ${String(sizes[0])}: ${outcome}.`,
      at,
    },
  ]
}

function claimsGo({ first, second, name }: AppliedChange): readonly FoundDanger[] {
  const at = ["spec", "persistentVolumeClaimRetentionPolicy"]
  const become = (["whenDeleted", "whenScaled"] as const)
    .filter((when) => retention(second, when) === "Delete" && retention(first, when) !== "Delete")
    .map((when): FoundDanger => {
      const occasion = when === "whenDeleted" ? "it is deleted" : "it is scaled down"
      const message = `${name} gets \`${when}: Delete\`: when ${occasion}, the claims of its Pods go with what they hold.`
      return { category: "data-loss", message, at: [...at, when] }
    })
  const [before, after] = [first, second].map((one) =>
    quantity(valueAt(one, ["spec", "replicas"]) ?? 1),
  )
  const isScaledDown = before !== undefined && after !== undefined && after < before
  if (!isScaledDown || retention(second, "whenScaled") !== "Delete") return become
  const message = `${name} is scaled down from ${before} to ${after}, and the claims of the Pods that go are deleted with what they hold (\`whenScaled: Delete\`).`
  return [...become, { category: "data-loss", message, at: ["spec", "replicas"] }]
}

function retention(manifest: JsonObject, when: "whenDeleted" | "whenScaled"): string | undefined {
  return stringAt(manifest, ["spec", "persistentVolumeClaimRetentionPolicy", when])
}
