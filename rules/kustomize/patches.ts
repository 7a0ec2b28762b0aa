import {
  type Document,
  type FieldPath,
  isObject,
  type JsonObject,
  joinPath,
  type KustomizationBuild,
  type KustomizationFile,
  type LogicalLocation,
  listAt,
  stringAt,
  valueAt,
  type Workspace,
} from "#rule"
import type { Closure } from "./closure.ts"

/** A patch of a kustomization file, or of a Flux Kustomization's `spec.patches`. */
export interface PatchUse {
  /** The folder of the kustomization file; undefined for `spec.patches`. */
  readonly folder: string | undefined
  readonly target: JsonObject | undefined
  /** A field of the target, where a person would edit it. */
  targetAt(field?: string): LogicalLocation
  /** The YAML documents of the patch. */
  readonly documents: readonly Document[]
}

/** The patches of a kustomization file in the order in which kustomize applies them. */
export function patchesOfFile(file: KustomizationFile, workspace: Workspace): readonly PatchUse[] {
  const { document } = file
  const use = (path: FieldPath, documents: readonly Document[]): PatchUse => {
    const target = valueAt(document.content, [...path, "target"])
    return {
      folder: file.folder,
      target: isObject(target) ? target : undefined,
      targetAt: (field) => ({
        document,
        path: [...path, "target", ...(field === undefined ? [] : [field])],
        part: "value",
      }),
      documents,
    }
  }
  const read = (text: string | undefined, inline: FieldPath): readonly Document[] => {
    const path = text === undefined ? undefined : joinPath(file.folder, text)
    const named = path === undefined ? undefined : workspace.file(path)
    return named?.documents ?? document.embedded(inline)
  }
  const merges = listAt(document.content, ["patchesStrategicMerge"]).map((text, index) => {
    const path = ["patchesStrategicMerge", index]
    return use(path, read(typeof text === "string" ? text : undefined, path))
  })
  const others = ["patches", "patchesJson6902"].flatMap((field) =>
    listAt(document.content, [field]).map((patch, index) => {
      const path = [field, index]
      return use(path, read(stringAt(patch, ["path"]), [...path, "patch"]))
    }),
  )
  return [...merges, ...others]
}

/** `spec.patches` of a Flux Kustomization. */
export function patchesOfKustomization({ kustomization }: KustomizationBuild): readonly PatchUse[] {
  return listAt(kustomization.manifest, ["spec", "patches"]).map((patch, index) => {
    const path = ["spec", "patches", index]
    const target = valueAt(patch, ["target"])
    const at = kustomization.at([...path, "patch"])
    return {
      folder: undefined,
      target: isObject(target) ? target : undefined,
      targetAt: (field) =>
        kustomization.at([...path, "target", ...(field === undefined ? [] : [field])]),
      documents: at.document.has(at.path) ? at.document.embedded(at.path) : [],
    }
  })
}

/** The patches that are applied where the kustomization file of `folder` is built. */
export function patchesIn(
  folder: string | undefined,
  closure: Closure,
  workspace: Workspace,
  build: KustomizationBuild,
): readonly PatchUse[] {
  const files = closure.kustomizationFiles.filter((file) => file.folder === folder)
  const own = files.flatMap((file) => patchesOfFile(file, workspace))
  return folder === closure.folder ? [...own, ...patchesOfKustomization(build)] : own
}
