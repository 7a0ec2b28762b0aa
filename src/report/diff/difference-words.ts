import type {
  Action,
  ApplierChange,
  Danger,
  DangerCategory,
  Difference,
  ImageChange,
  ObjectChange,
  Uncompared,
  VersionChange,
} from "../../diff/difference.ts"
import { describe, groupBy, type ResourceId } from "../../model/index.ts"
import { count, grouped } from "../pretty/count.ts"

/** The categories of danger, the worst first, with what people call them. */
export const dangerNames: Readonly<Record<DangerCategory, string>> = {
  "data-loss": "data loss",
  immutable: "immutable",
  pruned: "pruned",
  rbac: "RBAC growth",
  access: "node access",
}

const order = Object.keys(dangerNames)

/** A danger and the object that it is one of. */
export interface ObjectDanger extends Danger {
  readonly object: ObjectChange
}

/** All dangers, the worst category first; those of several clusters are several. */
export function dangersOf({ objects }: Difference): readonly ObjectDanger[] {
  const all = objects.flatMap((object) =>
    object.dangers.map(({ place = object.place, ...danger }) => ({
      ...danger,
      ...(place && { place }),
      object,
    })),
  )
  return all.sort((left, right) => order.indexOf(left.category) - order.indexOf(right.category))
}

/** Kustomizations and HelmReleases that the change keeps from being built. */
function brokenBy({ uncompared }: Difference): number {
  return uncompared.filter(({ failed, side }) => failed && side === "after").length
}

/** Whether a person has to look at it: there is a danger, or something does not build any more. */
export function isAlarming(difference: Difference): boolean {
  return brokenBy(difference) > 0 || dangersOf(difference).length > 0
}

/** What no longer builds, then `danger (1 data loss)`, or that there is none; one line, which comes first. */
export function verdictOf(difference: Difference): string {
  const broken = brokenBy(difference)
  const failing = `${count(broken, "build")} ${broken === 1 ? "fails" : "fail"} by the change; `
  return broken === 0 ? changesOf(difference) : failing + changesOf(difference)
}

function changesOf(difference: Difference): string {
  const dangers = dangersOf(difference)
  const { objects, images, versions, uncompared } = difference
  const unknown =
    uncompared.length === 0
      ? ""
      : `, but ${count(uncompared.length, "thing")} could not be compared`
  if (objects.length + images.length + versions.length === 0) return `nothing changes${unknown}`
  if (dangers.length === 0) return `${changes(objects)}, and no danger was found${unknown}`
  const kinds = [...groupBy(dangers, ({ category }) => category)].map(
    ([category, some]) => `${grouped(some.length)} ${dangerNames[category]}`,
  )
  return `danger (${kinds.join(", ")}): ${changes(objects)}${unknown}`
}

const words: Readonly<Record<Action, readonly [one: string, many: string]>> = {
  changed: ["changes", "change"],
  created: ["is created", "are created"],
  moved: ["moves", "move"],
  deleted: ["is deleted", "are deleted"],
  left: ["is left behind", "are left behind"],
}

const actions = Object.keys(words) as readonly Action[] // the keys of a record of them

/** `3 objects change, 1 is created`. */
function changes(objects: readonly ObjectChange[]): string {
  const counts = { changed: 0, created: 0, moved: 0, deleted: 0, left: 0 }
  for (const { action } of objects) counts[action]++
  return countWords(counts, 0) || "no object changes"
}

/** What becomes of how many objects, in words. */
function countWords(counts: Readonly<Record<Action, number>>, noise: number): string {
  const parts = actions
    .filter((action) => counts[action] > 0)
    .map((action, index) => {
      const number = counts[action]
      const noun = index === 0 ? ` object${number === 1 ? "" : "s"}` : ""
      return `${grouped(number)}${noun} ${words[action][number === 1 ? 0 : 1]}`
    })
  const quiet = noise === 0 ? [] : [`${grouped(noise)} in labels of the version alone`]
  return [...parts, ...quiet].join(", ")
}

/** `2 of 5 Kustomizations and 1 of 3 HelmReleases change`; undefined when none does. */
export function scopeOf({ appliers, counts }: Difference): string | undefined {
  if (appliers.length === 0) return undefined
  const of = (kind: string): number => appliers.filter(({ id }) => id.kind === kind).length
  const rows = [
    ["Kustomization", counts.kustomizations],
    ["HelmRelease", counts.releases],
  ] as const
  const parts = rows.flatMap(([kind, all]) =>
    of(kind) === 0 ? [] : [`${grouped(of(kind))} of ${count(Math.max(all, of(kind)), kind)}`],
  )
  return `${parts.join(" and ")} ${appliers.length === 1 ? "changes" : "change"}`
}

/** What becomes of the objects of a Kustomization or HelmRelease, and of itself. */
function applierWords({ state, counts, noise, restarts, suspended }: ApplierChange): string {
  const own = { created: "is new", deleted: "is deleted", left: "is left behind", changed: "" }[
    state
  ]
  const parts = [
    own,
    countWords(counts, noise),
    restarts === 0 ? "" : `the Pods of ${grouped(restarts)} are replaced`,
    suspended ? "suspended: nothing of it is applied until it is resumed" : "",
  ].filter((part) => part !== "")
  return parts.join("; ")
}

/** What stands behind the name of an object: where it goes, what is to be known of it. */
export function objectWords(change: ObjectChange): string {
  const { action, formerOwner, formerName, note, owner, restarts, server } = change
  const parts = [
    action === "deleted" ? "is deleted" : "",
    action === "left" ? "is applied no more, and stays" : "",
    action === "created" ? "is new" : "",
    formerOwner && owner ? `moves from ${describe(formerOwner)} to ${describe(owner)}` : "",
    formerName === undefined ? "" : `was \`${formerName}\``,
    restarts ? "its Pods are replaced" : "",
    server === "" ? "" : `on the cluster of ${server}`,
    note ?? "",
  ]
  return parts.filter((part) => part !== "").join("; ")
}

/** The sign before an object, as in a patch. */
export const signs: Readonly<Record<Action, string>> = {
  ...{ created: "+", changed: "~", deleted: "-", moved: ">", left: "?" },
}

/** `podinfo:6.5.0 → podinfo:6.6.0`; the name of the image once where it stays. */
export function imageWords({ before, after }: Pick<ImageChange, "before" | "after">): string {
  if (before === undefined) return `${after ?? ""} (new)`
  if (after === undefined) return `${before} (no longer run)`
  const [first, second] = [before, after].map(splitImage)
  return first?.name === second?.name && second
    ? `${before} → ${second.version}`
    : `${before} → ${after}`
}

/** A colon after the last slash begins a tag; an `@` a digest. */
function splitImage(image: string): { readonly name: string; readonly version: string } {
  const at = image.indexOf("@")
  const colon = image.indexOf(":", image.lastIndexOf("/") + 1)
  const end = colon >= 0 && (at < 0 || colon < at) ? colon : at
  return end < 0
    ? { name: image, version: "" }
    : { name: image.slice(0, end), version: image.slice(end).replace(/^:/u, "") }
}

/** `chart podinfo 6.5.0 → 6.6.0`. */
export function versionWords({ what, before, after }: VersionChange): string {
  if (before === undefined) return `${what} ${after ?? ""} (new)`
  return after === undefined ? `${what} ${before} (gone)` : `${what} ${before} → ${after}`
}

/** `the work tree`, for what could not be compared. */
export const sideNames = {
  before: " (before the change)",
  after: " (after the change)",
  both: "",
} as const

/** Several things that could not be compared for one reason. */
export interface UncomparedGroup extends Omit<Uncompared, "what"> {
  /** `what HelmRelease apps/a applies, what HelmRelease apps/b applies and 12 more`. */
  readonly what: string
}

const namesShown = 3

/** What could not be compared, by reason; first what only one side lacks, since that is the change's doing. */
export function uncomparedGroups({ uncompared }: Difference): readonly UncomparedGroup[] {
  const groups = groupBy(uncompared, ({ cluster, reason, side }) =>
    JSON.stringify([cluster ?? 0, reason, side]),
  )
  return [...groups.values()]
    .map((group): UncomparedGroup => {
      const shown = group.slice(0, namesShown).map(({ what }) => what)
      const more = group.length - shown.length
      return {
        ...group[0],
        what: shown.join(", ") + (more > 0 ? ` and ${grouped(more)} more` : ""),
      }
    })
    .sort((left, right) => Number(left.side === "both") - Number(right.side === "both"))
}

/** `compared with 1a2b3c4d5e6f, where the branch left origin/main`. */
export function baseWords({ commit, why }: Difference["base"]): string {
  return commit === undefined ? why : `${commit.slice(0, 12)}, ${why}`
}

/** What stands under one heading: the objects of a Kustomization or HelmRelease, and what is said of it. */
export interface OwnerGroup {
  readonly cluster: string
  readonly name: string
  readonly words: string
  /** Empty for one of which nothing but noise changes. */
  readonly objects: readonly ObjectChange[]
}

/** All objects by what applies them, in order; then who has nothing but noise. */
export function ownerGroups({ objects, appliers }: Difference): readonly OwnerGroup[] {
  const keyOf = (cluster: string, id: ResourceId): string => `${cluster} ${describe(id)}`
  const byKey = new Map(appliers.map((applier) => [keyOf(applier.cluster, applier.id), applier]))
  const groups = groupBy(objects, ({ cluster, owner }) => (owner ? keyOf(cluster, owner) : cluster))
  const changed = [...groups].map(([key, group]): OwnerGroup => {
    const [{ owner, cluster }] = group
    const applier = byKey.get(key)
    const name = owner ? describe(owner) : "Applied by nothing in this repository"
    return { cluster, name, words: applier ? applierWords(applier) : "", objects: group }
  })
  const quiet = [...byKey]
    .filter(([key, { noise }]) => noise > 0 && !groups.has(key))
    .map(([, applier]): OwnerGroup => {
      const { cluster, id } = applier
      return { cluster, name: describe(id), words: applierWords(applier), objects: [] }
    })
  return [...changed, ...quiet]
}

/** Whether names of clusters tell anything. */
export function hasClusters({ objects, uncompared, images, versions }: Difference): boolean {
  const names = [...objects, ...uncompared, ...images, ...versions].map(({ cluster }) => cluster)
  return new Set(names.filter((name) => name !== undefined)).size > 1
}
