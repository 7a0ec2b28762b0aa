import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import type { KubernetesDefinition } from "../../src/schema/kubernetes-schemas.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../../src/yaml/json.ts"
import { jsonSchemaOf } from "../support/schemas/json-schema.ts"
import type { JudgedObject } from "./judged-corpus.ts"

const prefix = "#/definitions/"

/** How kubeconform is told where the files of {@link writeSchema} are. */
export const schemaLocation = "{{.Group}}_{{.ResourceAPIVersion}}_{{.ResourceKind}}.json"

/** Writes the JSON Schema of an object's kind into a folder, once; false where Kubernetes has none. */
export function writeSchema(folder: string, object: JudgedObject): boolean {
  const { id, apiVersion } = object.resource
  const version = apiVersion.split("/").at(-1) ?? ""
  // kubeconform takes the whole of `v1` for a group.
  const name = `${id.group === "" ? version : id.group}_${version}_${id.kind.toLowerCase()}.json`
  const file = join(folder, name)
  if (existsSync(file)) return true
  const schema = schemaOf(object, version)
  if (!schema) return false
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(schema))
  return true
}

function schemaOf(
  { definition, resource, target }: JudgedObject,
  version: string,
): JsonObject | undefined {
  if (definition) return inDraftSeven(jsonSchemaOf(definition)) as JsonObject
  const definitions = definitionsAt(target.kubernetes)
  const { group, kind } = resource.id
  const found = [...definitions].find(([, definition]) =>
    definition["x-kubernetes-group-version-kind"]?.some(
      (one) => one.group === group && one.version === version && one.kind === kind,
    ),
  )
  return found && standalone(found[0], definitions)
}

type Definitions = ReadonlyMap<string, KubernetesDefinition>

function definitionsAt(kubernetes: string): Definitions {
  const { minors, definitions } = packageSchemas.kubernetes()
  const number = (minor: string): number => Number(minor.split(".")[1])
  const index = minors.findIndex((minor) => number(minor) >= number(kubernetes))
  return new Map(
    Object.entries(definitions).flatMap(([name, changes]) => {
      const definition = changes.findLast(([since]) => since <= index)?.[1]
      return definition ? [[name, definition] as const] : []
    }),
  )
}

/** A definition with all that it refers to, as strict as kubeconform's own files (openapi2jsonschema, `--strict`). */
function standalone(name: string, definitions: Definitions): JsonObject {
  const needed: Record<string, JsonValue> = {}
  const add = (one: string): void => {
    if (one in needed) return
    // A definition is JSON; its type here says less.
    const definition = definitions.get(one) as unknown as JsonValue
    needed[one] = readAs[one] ?? strict(definition)
    for (const reference of referencesIn(definition)) add(reference.slice(prefix.length))
  }
  add(name)
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $ref: `${prefix}${name}`,
    definitions: needed,
  }
}

/** Types that OpenAPI describes more narrowly than the API server reads them: openapi2jsonschema corrects these, too. */
const readAs: Readonly<Record<string, JsonValue>> = {
  "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: ["string", "number"] },
  "io.k8s.apimachinery.pkg.util.intstr.IntOrString": { type: ["string", "integer"] },
}

function* referencesIn(schema: JsonValue): Iterable<string> {
  if (isList(schema)) for (const part of schema) yield* referencesIn(part)
  if (!isObject(schema)) return
  for (const [keyword, part] of Object.entries(schema)) {
    if (keyword === "$ref" && typeof part === "string") yield part
    else yield* referencesIn(part)
  }
}

function strict(schema: JsonValue): JsonValue {
  if (isList(schema)) return schema.map(strict)
  if (!isObject(schema)) return schema
  const parts = Object.entries(schema)
    .filter(([keyword]) => !keyword.startsWith("x-kubernetes-"))
    .map(([keyword, part]) => [keyword, keyword === "properties" ? eachStrict(part) : strict(part)])
  const isClosed = isObject(schema.properties) && schema.additionalProperties === undefined
  return Object.fromEntries(isClosed ? [...parts, ["additionalProperties", false]] : parts)
}

function eachStrict(properties: JsonValue): JsonValue {
  if (!isObject(properties)) return properties
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, strict(part)]))
}

/** In OpenAPI, `exclusiveMinimum` is a boolean beside `minimum`; in the draft that kubeconform reads it is the number. */
function inDraftSeven(schema: JsonValue): JsonValue {
  if (isList(schema)) return schema.map(inDraftSeven)
  if (!isObject(schema)) return schema
  const parts = Object.entries(schema).map(([keyword, part]) => [keyword, inDraftSeven(part)])
  const converted: Record<string, JsonValue> = Object.fromEntries(parts)
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (typeof converted[exclusive] !== "boolean") continue
    const { [bound]: limit = null, [exclusive]: isExclusive } = converted
    delete converted[exclusive]
    if (isExclusive !== true) continue
    delete converted[bound]
    converted[exclusive] = limit
  }
  return converted
}
