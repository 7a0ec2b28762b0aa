import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { gunzipSync } from "node:zlib"
import { UsageError } from "../model/errors.ts"
import type { AjvValidator } from "../schema/ajv-violations.ts"
import type { KubernetesDefinitions } from "../schema/kubernetes-schemas.ts"
import type { Schema } from "../schema/schema.ts"
import type { SchemaStore } from "../schema/schema-store.ts"
import type { JsonObject } from "../yaml/json.ts"
import { packageFolder } from "./package-files.ts"

/** The schemas in the package's `schemas` folder; each is read once. */
export const packageSchemas: SchemaStore = createPackageSchemas()

function createPackageSchemas(): SchemaStore {
  const known = new Map<string, Schema>()
  const schemaIn = (path: string): Schema => {
    const schema = known.get(path) ?? (JSON.parse(readText(path)) as Schema)
    known.set(path, schema)
    return schema
  }
  const structural = new Map<string, JsonObject | undefined>()
  let kubernetes: KubernetesDefinitions | undefined
  return {
    validator: async (file) => {
      const { href } = pathToFileURL(join(packageFolder(), "schemas/flux", `${file}.js`))
      // The module is our own, generated from the CRDs.
      const { validate }: { readonly validate: AjvValidator } = await import(href)
      return validate
    },
    fluxSchema: (file) => schemaIn(`flux/${file}.json`),
    structuralSchema: (file) => {
      if (!structural.has(file))
        structural.set(file, readStructural(`flux/${file}.structural.json`))
      return structural.get(file)
    },
    kustomizationFile: () => schemaIn("kustomize/kustomization.json"),
    fileAt: readOwnSchema,
    kubernetes: () => {
      kubernetes ??= readKubernetes()
      return kubernetes
    },
  }
}

function readKubernetes(): KubernetesDefinitions {
  const packed = readFileSync(schemaPath("kubernetes/definitions.json.gz"))
  // The file is our own, written by scripts/vendor-kubernetes.mjs.
  return JSON.parse(gunzipSync(packed).toString("utf8")) as KubernetesDefinitions
}

function readStructural(path: string): JsonObject | undefined {
  // Only kinds whose definitions hold more than a JSON Schema have such a file; it is our own.
  return existsSync(schemaPath(path)) ? (JSON.parse(readText(path)) as JsonObject) : undefined
}

/** A schema that the user has named. */
function readOwnSchema(path: string): Schema | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return undefined
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Schema
  } catch (cause) {
    throw new UsageError(`The schema \`${path}\` is no JSON.`, {
      cause,
      help: "Correct the file, or leave its folder out of `--schema-location`.",
    })
  }
}

function readText(path: string): string {
  return readFileSync(schemaPath(path), "utf8")
}

function schemaPath(path: string): string {
  return join(packageFolder(), "schemas", path)
}
