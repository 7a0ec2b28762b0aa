import { type FieldPath, isList, isObject, type JsonObject, type JsonValue } from "../yaml/index.ts"
import type { PlainChange } from "./plain-change.ts"

type Step = string | number

/** What a document holds after `changes`; all paths are those of before. Undefined where a change has nothing to change. */
export function changeContent(
  content: JsonValue,
  changes: readonly PlainChange[],
): JsonValue | undefined {
  // Paths stay true while what is deeper, or further back in a list, changes first.
  const ordered = changes.toSorted(
    (left, right) => rank(left) - rank(right) || compareBackwards(left.path, right.path),
  )
  return ordered.reduce<JsonValue | undefined>(
    (changed, change) => changed && changeAt(changed, change.path, change),
    content,
  )
}

/** A list keeps its indexes until all of its elements are set, a mapping its keys until all of its fields are. */
function rank({ op }: PlainChange): number {
  return { set: 0, insert: 1, join: 2, remove: 3, rename: 4 }[op]
}

function compareBackwards(left: FieldPath, right: FieldPath): number {
  if (left.length !== right.length) return right.length - left.length
  const [first, second] = [left.at(-1), right.at(-1)]
  return typeof first === "number" && typeof second === "number" ? second - first : 0
}

function changeAt(
  value: JsonValue,
  [step, ...rest]: FieldPath,
  change: PlainChange,
): JsonValue | undefined {
  if (step === undefined) return change.op === "set" ? change.value : undefined
  if (rest.length === 0) return changeParent(value, step, change)
  const child = isList(value) ? value[Number(step)] : isObject(value) ? value[step] : undefined
  if (child === undefined) return undefined
  const changed = changeAt(child, rest, change)
  return changed === undefined ? undefined : withChild(value, step, changed)
}

function withChild(value: JsonValue, step: Step, child: JsonValue): JsonValue | undefined {
  if (isObject(value)) return { ...value, [step]: child }
  return isList(value) && typeof step === "number" && step < value.length
    ? value.with(step, child)
    : undefined
}

function changeParent(value: JsonValue, step: Step, change: PlainChange): JsonValue | undefined {
  if (change.op === "set") return withChild(value, step, change.value)
  if (change.op === "insert")
    return isList(value) && typeof step === "number"
      ? value.toSpliced(step, 0, change.value)
      : undefined
  const key = String(step)
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined
  const { [key]: field, ...others } = value
  if (change.op === "remove") return others
  if (change.op === "join") return joined(others, change.key, field)
  return field === undefined || Object.hasOwn(value, change.key)
    ? undefined
    : { ...others, [change.key]: field }
}

function joined(
  others: JsonObject,
  key: string,
  field: JsonValue | undefined,
): JsonValue | undefined {
  const list = Object.hasOwn(others, key) ? others[key] : undefined
  return isList(list) && isList(field) ? { ...others, [key]: [...list, ...field] } : undefined
}
