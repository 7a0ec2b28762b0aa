import {
  type FieldPath,
  formatFieldPath,
  isList,
  type JsonValue,
  type Resource,
  type ResourceId,
  valueAt,
} from "#rule"

/** How a field that is gone is put right. */
export type Migration = "delete" | "values-file" | "merge-patches" | "json-patches"

/** A field that a newer version of a kind does not have any more (`flux-semantics.md` 1.3); `*` stands for every list element. */
interface RemovedField {
  readonly kind: string
  readonly path: readonly string[]
  /** The first version without it; none where it has come back since, to be ignored. */
  readonly goneIn?: string
  readonly migration: Migration
}

const advice: Readonly<Record<Migration, string>> = {
  delete: "delete it",
  "values-file": "write it as the first of `valuesFiles`",
  "merge-patches": "move its patches to `patches`",
  "json-patches": "move its patches to `patches`",
}

const postRenderer = ["spec", "postRenderers", "*", "kustomize"]

const removedFields: readonly RemovedField[] = [
  ...removed("HelmRelease", "v2", "values-file", [["spec", "chart", "spec", "valuesFile"]]),
  ...removed("HelmRelease", "v2", "merge-patches", [[...postRenderer, "patchesStrategicMerge"]]),
  ...removed("HelmRelease", "v2", "json-patches", [[...postRenderer, "patchesJson6902"]]),
  ...removed("HelmChart", "v1", "values-file", [["spec", "valuesFile"]]),
  ...removed("HelmChart", "v1", "delete", [["spec", "accessFrom"]]),
  ...removed("Kustomization", "v1", "merge-patches", [["spec", "patchesStrategicMerge"]]),
  ...removed("Kustomization", "v1", "json-patches", [["spec", "patchesJson6902"]]),
  ...removed("Kustomization", "v1", "delete", [["spec", "validation"]]),
  ...removed("GitRepository", "v1", "delete", [
    ["spec", "gitImplementation"],
    ["spec", "accessFrom"],
  ]),
  ...removed("Bucket", "v1", "delete", [["spec", "accessFrom"]]),
  // Flux 2.2 refused it in v1beta3; later ones take it again and ignore it.
  { kind: "Provider", path: ["spec", "interval"], migration: "delete" },
]

function removed(
  kind: string,
  goneIn: string,
  migration: Migration,
  paths: readonly (readonly string[])[],
): readonly RemovedField[] {
  return paths.map((path) => ({ kind, goneIn, migration, path }))
}

/** A field of an object that another version of its kind does not have. */
export interface FoundField {
  readonly path: FieldPath
  readonly migration: Migration
}

/** The fields that an object has and `version` of its kind has not. */
export function removedFieldsIn(
  { kind: own, manifest }: { readonly kind: string; readonly manifest: JsonValue },
  version: string,
): readonly FoundField[] {
  return removedFields
    .filter(({ kind, goneIn }) => kind === own && goneIn === version)
    .flatMap(({ path, migration }) =>
      findField(manifest, path).map((found) => ({ path: found, migration })),
    )
}

/** What else has to change when an object moves to another version of its kind, one sentence a field. */
export function adviseOnFields({ id, manifest }: Resource, version: string): readonly string[] {
  return removedFieldsIn({ kind: id.kind, manifest }, version).map(
    ({ path, migration }) => `\`${formatFieldPath(path)}\` is gone: ${advice[migration]}.`,
  )
}

/** How a field that its kind has lost is put right; undefined where nothing is known of it but that it is gone. */
export function migrationOf({ kind }: ResourceId, path: FieldPath): Migration | undefined {
  return removedFields.find((field) => field.kind === kind && isPath(field.path, path))?.migration
}

/** What to do with a field that its kind has lost. */
export function adviceOnField(id: ResourceId, path: FieldPath): string {
  const words = advice[migrationOf(id, path) ?? "delete"]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function isPath(pattern: readonly string[], path: FieldPath): boolean {
  return (
    pattern.length === path.length &&
    pattern.every((step, index) => (step === "*" ? true : step === path[index]))
  )
}

function findField(manifest: JsonValue, path: readonly string[]): readonly FieldPath[] {
  const wildcard = path.indexOf("*")
  if (wildcard < 0) return valueAt(manifest, path) === undefined ? [] : [path]
  const before = path.slice(0, wildcard)
  const list = valueAt(manifest, before)
  if (!isList(list)) return []
  return list.flatMap((element, index) =>
    findField(element, path.slice(wildcard + 1)).map((rest) => [...before, index, ...rest]),
  )
}
