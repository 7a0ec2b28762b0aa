import { type Resource, versionOf } from "../model/index.ts"
import type { JsonObject } from "../yaml/json.ts"
import { fluxSchemaOf } from "./flux-schemas.ts"
import type { ServerSubject } from "./judge-by-server.ts"
import type { ClusterSchemas } from "./judge-object.ts"
import type { Schema } from "./schema.ts"
import type { SchemaStore } from "./schema-store.ts"
import { needsServer } from "./server-checks.ts"

/** An object as a subject for the API server's code; undefined where its definition holds nothing that needs it. */
export function serverSubject(
  resource: Resource,
  schemas: ClusterSchemas,
  store: SchemaStore,
): ServerSubject | undefined {
  const { status: _, ...manifest } = resource.manifest
  const structural = structuralSchemas(resource, schemas, store)
  // The API server accepts structural schemas alone.
  const needed = structural.some((schema) => needsServer(manifest, schema as unknown as Schema))
  return needed ? { resource, structural } : undefined
}

/** Whether there is a definition of the object's kind, which alone makes it a subject. */
export function mayNeedServer(
  { id, apiVersion }: Resource,
  { flux, custom }: ClusterSchemas,
): boolean {
  const version = versionOf(apiVersion)
  const defined = custom(id, version)
  return (
    fluxSchemaOf(id, version, flux).status === "found" ||
    (defined !== "unserved" && defined.length > 0)
  )
}

function structuralSchemas(
  { id, apiVersion }: Resource,
  { flux, custom }: ClusterSchemas,
  store: SchemaStore,
): readonly JsonObject[] {
  const version = versionOf(apiVersion)
  const own = fluxSchemaOf(id, version, flux)
  if (own.status === "unserved") return []
  if (own.status === "found") return [store.structuralSchema(own.file)].filter(isPresent)
  const defined = custom(id, version)
  return defined === "unserved" ? [] : defined.map(({ structural }) => structural)
}

function isPresent<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}
