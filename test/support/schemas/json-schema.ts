import type { CrdVersion } from "../../../src/schema/crd-versions.ts"
import { objectMeta } from "../../../src/schema/object-meta.ts"
import {
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  type MutableJsonObject,
  valueAt,
} from "../../../src/yaml/json.ts"

/**
 * The JSON Schema of a custom resource. It is as strict as server-side apply, with which Flux applies: a field that is
 * not declared is refused, unless the definition preserves unknown fields there. The API server replaces what a
 * definition says of `metadata` by its own ObjectMeta.
 */
export function jsonSchemaOf({ group, kind, version, schema }: CrdVersion): JsonObject {
  const { properties, required, ...rest } = closed(schema) as JsonObject
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: kind,
    ...rest,
    properties: {
      ...(isObject(properties) ? properties : {}),
      apiVersion: { type: "string", enum: [`${group}/${version}`] },
      kind: { type: "string", enum: [kind] },
      metadata: { ...objectMeta } as JsonObject,
    },
    required: [
      ...new Set(["apiVersion", "kind", "metadata", ...(isList(required) ? required : [])]),
    ],
  }
}

/** A structural schema in the words of JSON Schema: Kubernetes' own keywords go, and with them what they mean stays. */
function closed(schema: JsonValue): JsonValue {
  if (!isObject(schema)) return schema
  const result: MutableJsonObject = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword.startsWith("x-kubernetes-")) continue
    if (keyword === "properties" && isObject(value)) result[keyword] = eachClosed(value)
    else if (keyword === "items" || keyword === "additionalProperties" || keyword === "not")
      result[keyword] = closed(value)
    else if (isList(value) && ["allOf", "anyOf", "oneOf"].includes(keyword))
      result[keyword] = value.map(closed)
    else result[keyword] = value
  }
  const preserves = schema["x-kubernetes-preserve-unknown-fields"] === true
  const isClosed = result.properties !== undefined && result.additionalProperties === undefined
  if (isClosed && !preserves) result.additionalProperties = false
  if (schema["x-kubernetes-int-or-string"] === true) result.type = ["integer", "string"]
  const asked = askedFor(schema)
  if (asked.length > 0) result.required = asked
  else delete result.required
  return result
}

/** The API server sets defaults before it validates: what has one is not missing. */
function askedFor({ required, properties }: JsonObject): readonly JsonValue[] {
  if (!isList(required)) return []
  return required.filter((name) => valueAt(properties, [String(name), "default"]) === undefined)
}

function eachClosed(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, closed(property)]),
  )
}
