import { emptyObject, isList, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"
import { alignLists } from "./align-lists.ts"
import type { FieldDifference } from "./difference.ts"
import type { Step } from "./field-steps.ts"
import { nameElements } from "./list-keys.ts"
import { isSameValue } from "./same-value.ts"

/** A field that differs, with the way to it. */
export interface ValueDifference extends Omit<FieldDifference, "path"> {
  readonly steps: readonly Step[]
}

/** What differs between two values, field by field, in the order of the fields. Elements of lists are compared by name where they have one. */
export function diffValues(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  steps: readonly Step[] = [],
): readonly ValueDifference[] {
  if (isSameValue(before, after)) return []
  const open = opened(before, after, steps)
  if (isObject(open.before) && isObject(open.after))
    return diffObjects(open.before, open.after, steps)
  if (before === undefined) return after === undefined ? [] : [{ steps, kind: "added", after }]
  if (after === undefined) return [{ steps, kind: "removed", before }]
  if (isList(before) && isList(after)) return diffLists(before, after, steps)
  return [{ steps, kind: "changed", before, after }]
}

/** Labels and annotations are told apart one by one, also where there were none: some of them are noise. */
function opened(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  steps: readonly Step[],
): { readonly before: JsonValue | undefined; readonly after: JsonValue | undefined } {
  const last = steps.at(-1)
  if (last !== "metadata" && last !== "labels" && last !== "annotations") return { before, after }
  return { before: before ?? emptyObject(), after: after ?? emptyObject() }
}

function diffObjects(
  before: JsonObject,
  after: JsonObject,
  steps: readonly Step[],
): readonly ValueDifference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].flatMap((key) => diffValues(own(before, key), own(after, key), [...steps, key]))
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function diffLists(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  steps: readonly Step[],
): readonly ValueDifference[] {
  const field = steps.findLast((step) => typeof step === "string") ?? ""
  const named = nameElements(field, before, after)
  if (!named) {
    return alignLists(before, after).flatMap((aligned) => {
      const index = aligned.after?.index ?? aligned.before?.index ?? 0
      return diffValues(aligned.before?.value, aligned.after?.value, [...steps, index])
    })
  }
  const names = new Set([...named.before.keys(), ...named.after.keys()])
  return [
    ...orderOf(named, steps),
    ...[...names].flatMap((name) =>
      diffValues(named.before.get(name), named.after.get(name), [...steps, { name }]),
    ),
  ]
}

/** The order of what both lists have: Pods run their `initContainers` in it. */
function orderOf(
  {
    before,
    after,
  }: {
    readonly before: ReadonlyMap<string, unknown>
    readonly after: ReadonlyMap<string, unknown>
  },
  steps: readonly Step[],
): readonly ValueDifference[] {
  const first = [...before.keys()].filter((name) => after.has(name))
  const second = [...after.keys()].filter((name) => before.has(name))
  return isSameValue(first, second)
    ? []
    : [{ steps, kind: "reordered", before: first, after: second }]
}
