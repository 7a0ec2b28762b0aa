import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "../yaml/index.ts"

/** A version of a kind that a CustomResourceDefinition serves. */
export interface CrdVersion {
  readonly group: string
  readonly kind: string
  readonly version: string
  readonly deprecated: boolean
  /** `spec.versions[].schema.openAPIV3Schema` */
  readonly schema: JsonObject
}

/** The versions that an `apiextensions.k8s.io/v1` definition serves; none for one that does not say what it defines. */
export function crdVersions(definition: JsonValue | undefined): readonly CrdVersion[] {
  const group = stringAt(definition, ["spec", "group"])
  const kind = stringAt(definition, ["spec", "names", "kind"])
  if (group === undefined || kind === undefined) return []
  return listAt(definition, ["spec", "versions"]).flatMap((entry): readonly CrdVersion[] => {
    const version = stringAt(entry, ["name"])
    const schema = valueAt(entry, ["schema", "openAPIV3Schema"])
    if (version === undefined || valueAt(entry, ["served"]) !== true || !isObject(schema)) return []
    const deprecated = valueAt(entry, ["deprecated"]) === true
    return [{ group, kind, version, deprecated, schema }]
  })
}
