import { describe, type Resource } from "../../model/index.ts"
import type { FieldPath, JsonObject } from "../../yaml/json.ts"
import type { Action, DangerCategory } from "../difference.ts"

/** An object before and after, and what becomes of it: what dangers are found in. */
export interface ObjectPair {
  readonly before?: Resource
  readonly after?: Resource
  readonly action: Action
  /** Why Flux does not apply what changes, if that is so. */
  readonly unapplied?: string
  /** An immutable field that changes has it deleted and made anew. */
  readonly forced: boolean
  /** For `moved`: what has applied it before deletes it, if it is first. */
  readonly mayBePruned: boolean
}

/** A danger with the field that it is about, as the manifest has it. */
export interface FoundDanger {
  readonly category: DangerCategory
  readonly message: string
  readonly at?: FieldPath
}

/** An object that is there before and after, and to which Flux applies what changes. */
export interface AppliedChange {
  readonly before: Resource
  readonly after: Resource
  readonly first: JsonObject
  readonly second: JsonObject
  readonly name: string
}

/** The change of an object that stays; undefined for one that comes, goes, or to which Flux applies nothing. */
export function appliedChange({ before, after, unapplied }: ObjectPair): AppliedChange | undefined {
  if (!before || !after || unapplied !== undefined) return undefined
  return { before, after, first: before.manifest, second: after.manifest, name: describe(after.id) }
}
