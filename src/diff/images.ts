import { compareText } from "../check/merge-findings.ts"
import { groupBy, type Resource, type ResourceId, resourceKey } from "../model/index.ts"
import { stringAt } from "../yaml/json.ts"
import type { ImageChange } from "./difference.ts"
import type { Pair } from "./pair-objects.ts"
import { containersOf, podSpecs } from "./pod-specs.ts"

/** The image of each container of an object, by the container. */
function imagesOf(resource: Resource | undefined): ReadonlyMap<string, string> {
  const containers = resource ? podSpecs(resource.manifest).flatMap(containersOf) : []
  return new Map(
    containers.map(({ key, container }) => [key, stringAt(container, ["image"]) ?? ""]),
  )
}

interface Use {
  readonly before?: string
  readonly after?: string
  readonly id: ResourceId
}

/**
 * Container images that are not as before: in a container that stays, from one to the other; else those that the cluster
 * did not run at all before, or runs no more.
 */
export function imageChanges(cluster: string, pairs: readonly Pair[]): readonly ImageChange[] {
  const ran = new Set(pairs.flatMap(({ before }) => [...imagesOf(before).values()]))
  const runs = new Set(pairs.flatMap(({ after }) => [...imagesOf(after).values()]))
  const uses = pairs.flatMap(usesOf).filter(({ before, after }) => {
    if (before !== undefined && after !== undefined) return before !== after
    return before === undefined ? !ran.has(after ?? "") : !runs.has(before)
  })
  const groups = groupBy(uses, ({ before, after }) => JSON.stringify([before ?? 0, after ?? 0]))
  return [...groups.values()]
    .map((group) => {
      const [{ before, after }] = group
      const byKey = new Map(group.map(({ id }) => [resourceKey(id), id]))
      return {
        cluster,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        objects: [...byKey.values()],
      }
    })
    .sort(
      (left, right) =>
        rank(left) - rank(right) ||
        compareText(left.after ?? left.before ?? "", right.after ?? right.before ?? ""),
    )
}

/** What changes first, then what is new, then what goes. */
function rank({ before, after }: Pick<ImageChange, "before" | "after">): number {
  if (before !== undefined && after !== undefined) return 0
  return after !== undefined ? 1 : 2
}

function usesOf({ before, after }: Pair): readonly Use[] {
  const [first, second] = [imagesOf(before), imagesOf(after)]
  const id = (after ?? before)?.id
  if (!id) return []
  return [...new Set([...first.keys(), ...second.keys()])].map((key) => {
    const [old, now] = [first.get(key), second.get(key)]
    return {
      id,
      ...(old !== undefined && { before: old }),
      ...(now !== undefined && { after: now }),
    }
  })
}
