import {
  type FieldChange,
  type FileEntry,
  type Fix,
  isList,
  isObject,
  type JsonValue,
  type KustomizationFile,
  type LogicalLocation,
  listAt,
  valueAt,
  type Workspace,
} from "#rule"
import { closureOf } from "./closure.ts"

/** The changes that put a deprecated field into the form of today; undefined where the build might give something else. */
type Successor = (
  file: KustomizationFile,
  workspace: Workspace,
) => readonly FieldChange[] | undefined

const successors: Readonly<Record<string, Successor>> = {
  // kustomize itself appends the one to the other when it reads the file (`FixKustomization`).
  bases: (file) => appended(file, "bases", "resources"),
  imageTags: (file) => appended(file, "imageTags", "images"),
  commonLabels: labels,
  patchesStrategicMerge: mergePatches,
  patchesJson6902: jsonPatches,
}

/** What takes the place of a deprecated field, where it surely does the same. */
export function successorFix(
  file: KustomizationFile,
  field: string,
  workspace: Workspace,
): Fix | undefined {
  const changes = successors[field]?.(file, workspace)
  return changes && { title: `Replace \`${field}\``, applicability: "safe", changes }
}

function renamed(
  { document }: KustomizationFile,
  from: string,
  to: string,
): readonly FieldChange[] | undefined {
  if (document.has([to]) || !document.has([from])) return undefined
  return [{ op: "rename", at: { document, path: [from], part: "key" }, key: to }]
}

function appended(
  file: KustomizationFile,
  from: string,
  to: string,
): readonly FieldChange[] | undefined {
  const { document } = file
  if (!document.has([to])) return renamed(file, from, to)
  return [{ op: "join", at: { document, path: [from], part: "key" }, key: to }]
}

/** Equal as long as no configuration of the file says which fields `labels` goes to. */
function labels(file: KustomizationFile): readonly FieldChange[] | undefined {
  const { document } = file
  const pairs = valueAt(document.content, ["commonLabels"])
  const rename = document.has(["configurations"])
    ? undefined
    : renamed(file, "commonLabels", "labels")
  if (!rename || !isObject(pairs)) return undefined
  const at: LogicalLocation = { document, path: ["commonLabels"], part: "value" }
  return [...rename, { op: "set", at, value: [{ pairs, includeSelectors: true }] }]
}

/** Strategic merge patches come first in both forms; only one that deletes its object is read differently. */
function mergePatches(
  file: KustomizationFile,
  workspace: Workspace,
): readonly FieldChange[] | undefined {
  const { document, entries } = file
  const field = "patchesStrategicMerge"
  const rename = document.has(["patchesJson6902"]) ? undefined : renamed(file, field, "patches")
  const list = listAt(document.content, [field])
  const sets = list.flatMap((_, index): readonly FieldChange[] => {
    const entry = entries.find(({ path }) => path[0] === field && path[1] === index)
    const value = entry && mergePatch(entry, file, workspace)
    const at: LogicalLocation = { document, path: [field, index], part: "value" }
    return value === undefined ? [] : [{ op: "set", at, value }]
  })
  return rename && sets.length === list.length ? [...rename, ...sets] : undefined
}

function mergePatch(
  { kind, text, path, target }: FileEntry,
  { document }: KustomizationFile,
  workspace: Workspace,
): JsonValue | undefined {
  if (kind !== "file" && kind !== "inline") return undefined
  const named = target === undefined ? undefined : workspace.file(target)
  const documents = kind === "inline" ? document.embedded(path) : (named?.documents ?? [])
  const isPlain = documents.every(
    ({ content, syntaxErrors }) =>
      syntaxErrors.length === 0 && (!isObject(content) || content.$patch === undefined),
  )
  if (documents.length === 0 || !isPlain) return undefined
  return kind === "inline" ? { patch: text } : { path: text }
}

/** What kustomize does between `patches` and `patchesJson6902`; Flux writes some of it into the file that it builds. */
const between: readonly string[] = [
  "namespace",
  "namePrefix",
  "nameSuffix",
  "labels",
  "commonLabels",
  "commonAnnotations",
]
const betweenOfFlux: readonly string[] = ["patches", "targetNamespace", "namePrefix", "nameSuffix"]

function jsonPatches(
  file: KustomizationFile,
  workspace: Workspace,
): readonly FieldChange[] | undefined {
  const { document, folder } = file
  const others = [...between, "patchesStrategicMerge"]
  if (others.some((field) => document.has([field]))) return undefined
  const isChanged = workspace.clusters
    .flatMap(({ builds }) => builds)
    .some(
      (build) =>
        closureOf(workspace, build)?.folder === folder &&
        betweenOfFlux.some(
          (field) => valueAt(build.kustomization.manifest, ["spec", field]) !== undefined,
        ),
    )
  const isSound = isList(valueAt(document.content, ["patchesJson6902"]))
  return isChanged || !isSound ? undefined : renamed(file, "patchesJson6902", "patches")
}
