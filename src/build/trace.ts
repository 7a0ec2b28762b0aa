import type {
  Document,
  FieldPart,
  KustomizationFile,
  LogicalLocation,
  ParsedFile,
  Resource,
  Span,
  ViaStep,
} from "../model/index.ts"
import { type FieldPath, type JsonValue, stringAt, valueAt } from "../yaml/index.ts"
import { fieldInPatch, mayTouch, type PatchSource, patchesOf } from "./patches.ts"

/** What is known of how a Kustomization's objects came to be. */
export interface BuildTrace {
  readonly kustomization: Resource
  /** Kustomization files that the build has read, innermost last. */
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly fileAt: (path: string) => ParsedFile | undefined
  /** Where a substitution variable gets its value. */
  readonly variableAt: (name: string) => LogicalLocation | undefined
  /** All patches of the build; computed on first use. */
  patches?: readonly PatchSource[]
}

/** A place in a document, before it is known to belong to an object. */
export interface Place {
  readonly document: Document
  readonly path: FieldPath
}

/**
 * The field of a built object, where a person would edit it: in the document itself, in the last patch that set it, or
 * in what gives the object its namespace. Whoever set a field is found by comparing values.
 */
export function traceField(
  resource: Resource,
  source: Place,
  trace: BuildTrace,
  sought: { readonly path: FieldPath; readonly part: FieldPart; readonly span?: Span },
): LogicalLocation {
  const { path, part, span } = sought
  const own: LogicalLocation = {
    document: source.document,
    path: [...source.path, ...path],
    part,
    ...(span ? { span } : {}),
    resource,
    field: path,
  }
  const wanted = valueAt(resource.manifest, path)
  const accepts = (value: JsonValue | undefined): boolean =>
    value !== undefined && explains(value, wanted)
  const written = valueAt(source.document.content, own.path)
  if (accepts(written)) return withVariable(own, written, trace)
  const patched = findInPatches(resource, trace, path, accepts)
  if (patched) return { ...own, ...patched, via: [declaredAt(source, resource)] }
  const setter = namespaceSetter(resource, trace, path)
  return setter ? { ...own, ...setter, via: [declaredAt(source, resource)] } : own
}

/** Whether a written value can be what became `wanted`: equal, or still to be substituted. */
function explains(written: JsonValue, wanted: JsonValue | undefined): boolean {
  if (typeof written === "object" && written !== null)
    return typeof wanted === "object" && wanted !== null
  return written === wanted || (typeof written === "string" && written.includes("${"))
}

function findInPatches(
  resource: Resource,
  trace: BuildTrace,
  path: FieldPath,
  accepts: (value: JsonValue | undefined) => boolean,
): Place | undefined {
  trace.patches ??= patchesOf(trace.kustomization, trace.kustomizationFiles, trace.fileAt)
  for (let index = trace.patches.length - 1; index >= 0; index--) {
    const patch = trace.patches[index]
    const found =
      patch && mayTouch(patch, resource) ? fieldInPatch(patch, path, accepts) : undefined
    if (patch && found) return { document: patch.document, path: found }
  }
  return undefined
}

/** `targetNamespace` wins over the kustomization files' `namespace` (`flux-semantics.md` 5.3). */
function namespaceSetter(
  resource: Resource,
  trace: BuildTrace,
  path: FieldPath,
): Place | undefined {
  if (path.join(".") !== "metadata.namespace") return undefined
  const target = ["spec", "targetNamespace"]
  if (stringAt(trace.kustomization.manifest, target) === resource.id.namespace)
    return trace.kustomization.at(target)
  const file = trace.kustomizationFiles.find(
    ({ document }) => stringAt(document.content, ["namespace"]) === resource.id.namespace,
  )
  return file && { document: file.document, path: ["namespace"] }
}

function declaredAt({ document, path }: Place, resource: Resource): ViaStep {
  return {
    document,
    path,
    part: "value",
    message: `${resource.id.kind} ${resource.id.name} is declared here`,
  }
}

function withVariable(
  own: LogicalLocation,
  written: JsonValue | undefined,
  trace: BuildTrace,
): LogicalLocation {
  const name = typeof written === "string" ? /\$\{#?(\w+)/u.exec(written)?.[1] : undefined
  const definition = name === undefined ? undefined : trace.variableAt(name)
  if (!definition) return own
  const { document, path, part } = definition
  return { ...own, via: [{ document, path, part, message: `\`${name}\` is set here` }] }
}
