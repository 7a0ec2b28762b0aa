import {
  type FieldChange,
  type FieldPath,
  isList,
  isObject,
  type JsonValue,
  type LogicalLocation,
  type Resource,
  sourceText,
  stringAt,
  valueAt,
} from "#rule"
import { type Migration, removedFieldsIn } from "./removed-fields.ts"

/** What becomes of the fields that an object has and another version of its kind has not. */
export interface FieldChanges {
  readonly changes: readonly FieldChange[]
  /**
   * Some of them get another place and work from then on. A Flux that stores the newer version has dropped them in
   * silence, so that the cluster gets more than it had.
   */
  readonly isMove: boolean
}

/** The changes that an object needs besides its `apiVersion`; undefined where one of them has to be made by hand. */
export function changesOfFields(resource: Resource, version: string): FieldChanges | undefined {
  const removed = removedFieldsIn({ kind: resource.id.kind, manifest: resource.manifest }, version)
  const changes = removed.map(({ path, migration }) => changesOfField(resource, path, migration))
  if (changes.some((change) => change === undefined)) return undefined
  return {
    changes: changes.flatMap((change) => change ?? []),
    isMove: removed.some(({ migration }) => migration !== "delete"),
  }
}

/** The changes that put a field into the shape of today; undefined where that is not certain. */
export function changesOfField(
  resource: Resource,
  path: FieldPath,
  migration: Migration,
): readonly FieldChange[] | undefined {
  const at = resource.at(path)
  // A field that a variable, a list or a JSON patch makes has no place of its own.
  if (!at.document.has(at.path) || at.path.at(-1) !== path.at(-1)) return undefined
  switch (migration) {
    case "delete":
      return [{ op: "remove", at }]
    case "values-file":
      return valuesFiles(at, resource, path)
    case "merge-patches":
      return patches(at, (patch) => setText(patch, isObject, (text) => ({ patch: text })))
    case "json-patches":
      return patches(at, (patch) => setText(fieldOf(patch, "patch"), isList, (text) => text))
  }
}

/** Flux merged `valuesFile` before `valuesFiles` (`flux-semantics.md` 1.3). */
function valuesFiles(
  at: LogicalLocation,
  { manifest }: Resource,
  path: FieldPath,
): readonly FieldChange[] | undefined {
  const file = stringAt(at.document.content, at.path)
  if (file === undefined) return undefined
  const key = "valuesFiles"
  const own = siblingOf(at, key)
  const listed = valueAt(own.document.content, own.path)
  const isElsewhere = valueAt(manifest, [...path.slice(0, -1), key]) !== undefined
  if (listed === undefined) {
    return isElsewhere
      ? undefined
      : [
          { op: "rename", at, key },
          { op: "set", at, value: [file] },
        ]
  }
  if (!isList(listed)) return undefined
  if (listed.includes(file)) return [{ op: "remove", at }]
  if (listed.length === 0) return undefined
  return [
    { op: "insert", at: fieldOf(own, 0), value: file },
    { op: "remove", at },
  ]
}

/** A list of patches becomes `patches`. With another list beside it, their order would have to be decided. */
function patches(
  at: LogicalLocation,
  toPatch: (patch: LogicalLocation) => FieldChange | undefined,
): readonly FieldChange[] | undefined {
  const fields = ["patches", "patchesStrategicMerge", "patchesJson6902"]
  const lists = fields.filter((field) => at.document.has(siblingOf(at, field).path))
  const list = valueAt(at.document.content, at.path)
  if (lists.length !== 1 || !isList(list)) return undefined
  const changes = list.flatMap((_, index) => toPatch(fieldOf(at, index)) ?? [])
  if (changes.length < list.length) return undefined
  return [{ op: "rename", at, key: "patches" }, ...changes]
}

/** A patch that is written as YAML so far becomes text, with its comments. */
function setText(
  at: LogicalLocation,
  accepts: (value: JsonValue | undefined) => boolean,
  toValue: (text: string) => JsonValue,
): FieldChange | undefined {
  const text = accepts(valueAt(at.document.content, at.path)) ? sourceText(at) : undefined
  return text === undefined ? undefined : { op: "set", at, value: toValue(text) }
}

function siblingOf(at: LogicalLocation, field: string): LogicalLocation {
  return { ...at, path: [...at.path.slice(0, -1), field] }
}

function fieldOf(at: LogicalLocation, step: string | number): LogicalLocation {
  return { ...at, path: [...at.path, step] }
}
