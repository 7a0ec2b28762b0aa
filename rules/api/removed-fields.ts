import {
  type FieldPath,
  formatFieldPath,
  isList,
  type JsonValue,
  type Resource,
  type ResourceId,
  valueAt,
} from "#rule"

/** A field that the newest version of a kind does not have any more (`flux-semantics.md` 1.3); `*` stands for every list element. */
interface RemovedField {
  readonly kind: string
  readonly path: readonly string[]
  readonly advice: string
}

const toPatches = "move its patches to `patches`"

const removedFields: readonly RemovedField[] = [
  {
    kind: "HelmRelease",
    path: ["spec", "chart", "spec", "valuesFile"],
    advice: "write it as the first of `valuesFiles`",
  },
  {
    kind: "HelmRelease",
    path: ["spec", "postRenderers", "*", "kustomize", "patchesStrategicMerge"],
    advice: toPatches,
  },
  {
    kind: "HelmRelease",
    path: ["spec", "postRenderers", "*", "kustomize", "patchesJson6902"],
    advice: toPatches,
  },
  { kind: "Provider", path: ["spec", "interval"], advice: "delete it" },
  {
    kind: "HelmChart",
    path: ["spec", "valuesFile"],
    advice: "write it as the first of `valuesFiles`",
  },
  { kind: "Kustomization", path: ["spec", "patchesStrategicMerge"], advice: toPatches },
  { kind: "Kustomization", path: ["spec", "patchesJson6902"], advice: toPatches },
  { kind: "Kustomization", path: ["spec", "validation"], advice: "delete it" },
  { kind: "GitRepository", path: ["spec", "gitImplementation"], advice: "delete it" },
  ...["GitRepository", "HelmChart", "Bucket"].map((kind) => ({
    kind,
    path: ["spec", "accessFrom"],
    advice: "delete it",
  })),
]

/** What else has to change when an object moves to the newest version of its kind, one sentence a field. */
export function adviseOnFields({ id, manifest }: Resource): readonly string[] {
  return removedFields
    .filter(({ kind }) => kind === id.kind)
    .flatMap(({ path, advice }) => {
      const [found] = findField(manifest, path)
      return found ? [`\`${formatFieldPath(found)}\` is gone: ${advice}.`] : []
    })
}

/** What to do with a field that its kind has lost. */
export function adviceOnField({ kind }: ResourceId, path: FieldPath): string {
  const removed = removedFields.find((field) => field.kind === kind && isPath(field.path, path))
  const advice = removed?.advice ?? "delete it"
  return `${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`
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
