import type { Document, ParsedFile, ResourceId } from "../model/index.ts"
import { groupOf } from "../model/index.ts"
import {
  type FieldPath,
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  stringAt,
} from "../yaml/index.ts"

/** A Kubernetes object as it stands in a file, before any build. */
export interface WrittenObject {
  readonly document: Document
  /** Empty, or `["items", 2]` inside a List. */
  readonly path: FieldPath
  readonly manifest: JsonObject
  readonly apiVersion: string
  readonly id: ResourceId
}

/** The objects of a document; those inside a List count one by one. */
export function writtenObjects(document: Document): readonly WrittenObject[] {
  const { content } = document
  if (!isObject(content)) return []
  if (stringAt(content, ["kind"])?.endsWith("List") && Array.isArray(content.items)) {
    return listAt(content, ["items"]).flatMap((item, index) =>
      objectOf(document, ["items", index], item),
    )
  }
  return objectOf(document, [], content)
}

function objectOf(
  document: Document,
  path: FieldPath,
  manifest: JsonValue,
): readonly WrittenObject[] {
  const id = idOf(manifest)
  const apiVersion = stringAt(manifest, ["apiVersion"])
  return id && apiVersion !== undefined && isObject(manifest)
    ? [{ document, path, manifest, apiVersion, id }]
    : []
}

/** What an API server would know the object by; undefined without apiVersion, kind or name. */
export function idOf(manifest: JsonValue): ResourceId | undefined {
  const apiVersion = stringAt(manifest, ["apiVersion"])
  const kind = stringAt(manifest, ["kind"])
  const name = stringAt(manifest, ["metadata", "name"])
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined
  const namespace = stringAt(manifest, ["metadata", "namespace"])
  return { group: groupOf(apiVersion), kind, ...(namespace ? { namespace } : {}), name }
}

/** Finds objects by what they are called in their files. */
export interface WrittenIndex {
  readonly all: readonly WrittenObject[]
  /** The object of a file with that kind and name; the namespace decides between several. */
  inFile(
    path: string,
    sought: { kind: string; name: string; namespace?: string },
  ): WrittenObject | undefined
}

/** Indexes the objects of all files that are not templates, patches or values. */
export function indexWritten(files: readonly ParsedFile[]): WrittenIndex {
  const byFile = new Map(
    files.map((file) => [file.source.path, file.documents.flatMap(writtenObjects)] as const),
  )
  const manifests = files.filter(({ role }) => role === "manifest")
  return {
    all: manifests.flatMap(({ source }) => byFile.get(source.path) ?? []),
    inFile(path, { kind, name, namespace }) {
      const same = (byFile.get(path) ?? []).filter(({ id }) => id.kind === kind && id.name === name)
      return same.find(({ id }) => id.namespace === namespace) ?? same[0]
    },
  }
}
