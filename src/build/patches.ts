import type { Document, KustomizationFile, ParsedFile, Resource } from "../model/index.ts"
import {
  type FieldPath,
  isObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "../yaml/index.ts"

/** A patch that a build applies, as a document in which fields can be found. */
export interface PatchSource {
  readonly document: Document
  /** Undefined for a strategic-merge patch without target: it names its object itself. */
  readonly target?: JsonValue
}

/** The patches of a build in the order in which they are applied: the kustomization files', then `spec.patches`. */
export function patchesOf(
  kustomization: Resource,
  kustomizationFiles: readonly KustomizationFile[],
  fileAt: (path: string) => ParsedFile | undefined,
): readonly PatchSource[] {
  return [
    ...kustomizationFiles.flatMap((file) => filePatches(file, fileAt)),
    ...listAt(kustomization.manifest, ["spec", "patches"]).flatMap((patch, index) => {
      const { document, path } = kustomization.at(["spec", "patches", index, "patch"])
      return withTarget(document.embedded(path), valueAt(patch, ["target"]))
    }),
  ]
}

function filePatches(
  { document, entries }: KustomizationFile,
  fileAt: (path: string) => ParsedFile | undefined,
): readonly PatchSource[] {
  const { content } = document
  const fromFiles = entries
    .filter(({ field }) => field === "patches")
    .flatMap(({ target, path, kind }) => {
      const documents =
        kind === "inline"
          ? document.embedded(path)
          : target === undefined
            ? []
            : (fileAt(target)?.documents ?? [])
      return withTarget(documents, valueAt(content, [...path.slice(0, 2), "target"]))
    })
  const inline = ["patches", "patchesJson6902"].flatMap((key) =>
    listAt(content, [key]).flatMap((patch, index) =>
      withTarget(document.embedded([key, index, "patch"]), valueAt(patch, ["target"])),
    ),
  )
  return [...fromFiles, ...inline]
}

function withTarget(
  documents: readonly Document[],
  target: JsonValue | undefined,
): readonly PatchSource[] {
  return documents.map((document) => ({ document, ...(target === undefined ? {} : { target }) }))
}

/**
 * Whether a patch may touch an object. Names in targets are regular expressions, so only the kind decides there; who
 * asks compares values as well. A patch without target names its object, perhaps before a prefix, a suffix or a variable.
 */
export function mayTouch({ document, target }: PatchSource, { id }: Resource): boolean {
  if (target !== undefined) {
    const kind = stringAt(target, ["kind"])
    return kind === undefined || kind === id.kind || /[^\w]/u.test(kind)
  }
  const { content } = document
  const name = stringAt(content, ["metadata", "name"]) ?? ""
  const isNamed = id.name.includes(name) || name.includes("${")
  return isObject(content) && content.kind === id.kind && isNamed
}

/** The path of a field inside a patch, when the patch sets the field to `wanted`. */
export function fieldInPatch(
  { document }: PatchSource,
  path: FieldPath,
  accepts: (value: JsonValue | undefined) => boolean,
): FieldPath | undefined {
  const { content } = document
  if (isObject(content)) return accepts(valueAt(content, path)) ? path : undefined
  const operations = listAt(content, [])
  for (let index = operations.length - 1; index >= 0; index--) {
    const rest = restOfPointer(stringAt(operations[index], ["path"]) ?? "", path)
    if (rest && accepts(valueAt(operations[index], ["value", ...rest])))
      return [index, "value", ...rest]
  }
  return undefined
}

/** What is left of `path` below a JSON pointer (RFC 6901); `-` stands for any place in a list. */
function restOfPointer(pointer: string, path: FieldPath): FieldPath | undefined {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
  if (steps.length === 0 || steps.length > path.length) return undefined
  const matches = steps.every(
    (step, index) =>
      step === String(path[index]) || (step === "-" && typeof path[index] === "number"),
  )
  return matches ? path.slice(steps.length) : undefined
}
