import { holdsStandIn } from "../../build/stand-in.ts"
import { describe, type Resource } from "../../model/index.ts"
import { formatFieldPath, stringAt, valueAt } from "../../yaml/json.ts"
import { isRelease } from "../applier-states.ts"
import { isHook } from "../flux-metadata.ts"
import { type ImmutableField, immutableFields } from "./immutable-rows.ts"
import {
  type AppliedChange,
  appliedChange,
  type FoundDanger,
  type ObjectPair,
} from "./object-pair.ts"

/** Fields that change and that Kubernetes does not let change; nothing rests on a value that nobody could see. */
export function immutableChanges(pair: ObjectPair): readonly ImmutableField[] {
  const change = appliedChange(pair)
  // Helm deletes a hook of an earlier run before it makes it anew.
  if (!change || isHook(change.after)) return []
  const { before, after, first, second } = change
  const fields = immutableFields[`${after.id.group}/${after.id.kind}`] ?? []
  const isSeen = ({ path }: ImmutableField): boolean =>
    !before.uncertain && !after.uncertain
      ? true
      : ![first, second].some((one) => holdsStandIn(JSON.stringify(valueAt(one, path)) ?? ""))
  return fields.filter((field) => field.differs(first, second) && isSeen(field))
}

/** Says what comes of each: the API server refuses it, or Flux makes the object anew. */
export function immutableDangers(pair: ObjectPair): readonly FoundDanger[] {
  const change = appliedChange(pair)
  if (!change) return []
  return immutableChanges(pair).map(({ path }) => ({
    category: "immutable",
    message: `${change.name} changes \`${formatFieldPath(path)}\`, which cannot be changed: ${outcome(change, pair.forced)}.`,
    at: path,
  }))
}

function outcome({ after, second }: AppliedChange, forced: boolean): string {
  if (forced) return "Flux deletes the object and makes it anew (`force`)"
  const until = expires(after.id.kind, second) ? " while the Job of before is still there" : ""
  const { owner } = after
  if (!owner) return `the API server refuses it${until}`
  return `the API server refuses it${until}, and ${describe(owner.id)} ${failure(owner)}`
}

function failure(owner: Resource): string {
  if (!isRelease(owner)) return "fails"
  return valueAt(owner.manifest, ["spec", "upgrade", "force"]) === true
    ? "fails, or has the object made anew (`upgrade.force`)"
    : "fails to upgrade"
}

/** A Job that is cleared away when it has ended is made anew then. */
function expires(kind: string, manifest: AppliedChange["second"]): boolean {
  return (
    kind === "Job" &&
    (valueAt(manifest, ["spec", "ttlSecondsAfterFinished"]) !== undefined ||
      stringAt(manifest, ["metadata", "generateName"]) !== undefined)
  )
}
