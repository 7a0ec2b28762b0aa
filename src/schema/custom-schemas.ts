import { isKind, type Kind, type Resource } from "../model/index.ts"
import type { JsonObject } from "../yaml/json.ts"
import { crdVersions } from "./crd-versions.ts"
import type { Schema } from "./schema.ts"

const definitionKind: Kind = { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" }

/** What a definition says of a version of its kind. */
export interface DefinedSchema {
  /** With what every object has, declared or not. */
  readonly schema: Schema
  /** As it is written: what an API server is given. */
  readonly structural: JsonObject
}

/** The schemas of a kind in a version; "unserved" when its definition has other versions only. */
export type CustomSchemas = (kind: Kind, version: string) => readonly DefinedSchema[] | "unserved"

/** What the CustomResourceDefinitions among `resources` say of their own kinds. Several may define the same one. */
export function customSchemas(resources: readonly Resource[]): CustomSchemas {
  const schemas = new Map<string, DefinedSchema[]>()
  const kinds = new Set<string>()
  for (const { manifest } of resources.filter(({ id }) => isKind(id, definitionKind))) {
    for (const { group, kind, version, schema } of crdVersions(manifest)) {
      const key = `${group}/${kind}/${version}`
      kinds.add(`${group}/${kind}`)
      const defined = { schema: wholeObject(schema), structural: schema }
      schemas.set(key, [...(schemas.get(key) ?? []), defined])
    }
  }
  return ({ group, kind }, version) => {
    const found = schemas.get(`${group}/${kind}/${version}`)
    return found ?? (kinds.has(`${group}/${kind}`) ? "unserved" : [])
  }
}

/** A definition need not declare what every object has; what is written into `status` is ignored. */
export function wholeObject(schema: JsonObject): Schema {
  // The API server accepts structural schemas alone; a keyword of another form is passed over when it is checked.
  const structural = schema as unknown as Schema
  if (!structural.properties) return structural
  const text: Schema = { type: "string" }
  return {
    ...structural,
    properties: {
      apiVersion: text,
      kind: text,
      metadata: { type: "object" },
      ...structural.properties,
      status: {},
    },
  }
}
