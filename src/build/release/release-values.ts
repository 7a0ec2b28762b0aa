import { type Document, isKind, kinds, type Resource, type ResourceId } from "../../model/index.ts"
import {
  type FieldPath,
  isObject,
  type JsonObject,
  listAt,
  stringAt,
  valueAt,
} from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { dataOf } from "../config-data.ts"
import { standIn } from "../stand-in.ts"

/** A part of the values, in the document that holds it. */
export interface ValuesPart {
  readonly document: Document
  readonly path: FieldPath
  readonly resource: Resource
}

/** Final values, or why there are none. */
export type ComposedValues =
  | {
      readonly status: "composed"
      readonly values: JsonObject
      readonly chain: readonly ValuesPart[]
      readonly uncertain: boolean
      readonly integers: readonly FieldPath[]
    }
  | {
      readonly status: "failed"
      /** A limit is sluice's own, and says nothing about the values. */
      readonly step: "values" | "limit"
      readonly message: string
      readonly chain: readonly ValuesPart[]
      readonly uncertain: boolean
    }

/** An entry of `spec.valuesFrom`; the target is always in the release's own namespace (`flux-semantics.md` 3.1). */
export interface ValuesReference {
  readonly id: ResourceId
  readonly key: string
  readonly targetPath: string | undefined
  readonly optional: boolean
}

/** The entries of `spec.valuesFrom`, in order. */
export function valuesReferences(release: Resource): readonly ValuesReference[] {
  return listAt(release.manifest, ["spec", "valuesFrom"]).flatMap((entry) => {
    const kind = stringAt(entry, ["kind"])
    const name = stringAt(entry, ["name"])
    if (name === undefined || (kind !== "ConfigMap" && kind !== "Secret")) return []
    const { namespace } = release.id
    return [
      {
        id: { ...kinds[kind], name, ...(namespace ? { namespace } : {}) },
        key: stringAt(entry, ["valuesKey"]) ?? "values.yaml",
        targetPath: stringAt(entry, ["targetPath"]),
        optional: valueAt(entry, ["optional"]) === true,
      },
    ]
  })
}

/** Composes values with fluxcd/pkg/chartutil; values that nobody can see are stood in for, and the result is uncertain. */
export async function composeValues(world: BuildWorld, release: Resource): Promise<ComposedValues> {
  const chain: ValuesPart[] = []
  const objects = new Map<
    string,
    { object: Resource | undefined; data: Map<string, string>; id: ResourceId }
  >()
  let uncertain = release.uncertain
  for (const reference of valuesReferences(release)) {
    const found = world.lookup(reference.id)
    if (found === undefined || (found === "unknown" && reference.optional)) {
      uncertain ||= found === "unknown"
      continue
    }
    const object = found === "unknown" ? undefined : found
    uncertain ||= provide(objects, reference, object)
    if (object && reference.targetPath === undefined)
      chain.push(...partsOf(world, object, reference.key))
  }
  const own = release.at(["spec", "values"])
  chain.push({ document: own.document, path: own.path, resource: release })
  const result = await world.engine.call("values", {
    release: release.manifest,
    objects: [...objects.values()].map(({ id, data }) => manifestOf(id, data)),
  })
  if (result.status === "composed") {
    const { values, integers = [] } = result
    return { status: "composed", values, integers, chain, uncertain }
  }
  const step = result.status === "limit" ? "limit" : "values"
  return { status: "failed", step, message: result.message, chain, uncertain }
}

/** Adds what is known of an object's key; tells whether the value had to be stood in for. */
function provide(
  objects: Map<string, { object: Resource | undefined; data: Map<string, string>; id: ResourceId }>,
  { id, key, targetPath }: ValuesReference,
  object: Resource | undefined,
): boolean {
  const name = `${id.kind}/${id.name}`
  const entry = objects.get(name) ?? { object, data: new Map<string, string>(), id }
  objects.set(name, entry)
  const value = object && dataOf(object).get(key)
  if (object && !value) return false
  if (value?.text !== undefined) {
    entry.data.set(key, value.text)
    return object?.uncertain ?? false
  }
  entry.data.set(key, targetPath === undefined ? "{}" : standIn(key))
  return true
}

function manifestOf(id: ResourceId, data: ReadonlyMap<string, string>): JsonObject {
  const secret = isKind(id, kinds.Secret)
  const encode = (text: string): string => {
    if (!secret) return text
    let binary = ""
    for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
    return btoa(binary)
  }
  return {
    apiVersion: "v1",
    kind: id.kind,
    metadata: { name: id.name, ...(id.namespace ? { namespace: id.namespace } : {}) },
    data: Object.fromEntries([...data].map(([key, text]) => [key, encode(text)])),
  }
}

/** The YAML inside a ConfigMap's or Secret's key: in the object itself, or in the file that a generator reads. */
function partsOf(world: BuildWorld, object: Resource, key: string): readonly ValuesPart[] {
  const value = dataOf(object).get(key)
  if (!value) return []
  const { document, path } = object.at([value.field, key])
  const generated = object.origin.via === "kustomize" && object.origin.generated
  const documents = generated ? generatedFrom(world, document, path) : document.embedded(path)
  return documents
    .filter(({ content, syntaxErrors }) => isObject(content) || syntaxErrors.length > 0)
    .map((part) => ({ document: part, path: [], resource: object }))
}

function generatedFrom(
  world: BuildWorld,
  document: Document,
  path: FieldPath,
): readonly Document[] {
  const file = world.kustomizationFiles.find((candidate) => candidate.document === document)
  const wanted = JSON.stringify(path)
  const entry = file?.entries.find((candidate) => JSON.stringify(candidate.path) === wanted)
  return entry?.target === undefined ? [] : (world.fileAt(entry.target)?.documents ?? [])
}
