import type { JsonObject } from "../yaml/json.ts"
import type { AjvValidator } from "./ajv-violations.ts"
import type { KubernetesDefinitions } from "./kubernetes-schemas.ts"
import type { Schema } from "./schema.ts"

/** The schemas that come with sluice. `src/host` reads them from the package. */
export interface SchemaStore {
  /** The compiled validator `schemas/flux/FILE.js`. */
  validator(file: string): Promise<AjvValidator>
  /** The JSON Schema `schemas/flux/FILE.json`. */
  fluxSchema(file: string): Schema
  /**
   * What an API server is given for `schemas/flux/FILE.json`, from `schemas/flux/FILE.structural.json`: undefined where it
   * asks no more than that schema (see server-checks.ts).
   */
  structuralSchema(file: string): JsonObject | undefined
  /** The JSON Schema of kustomization files, from kustomize's own types. */
  kustomizationFile(): Schema
  /** The JSON Schema in a file of the user's (`--schema-location`); undefined where there is none. */
  fileAt(path: string): Schema | undefined
  /** The definitions of Kubernetes' own kinds, all versions of them. */
  kubernetes(): KubernetesDefinitions
}
