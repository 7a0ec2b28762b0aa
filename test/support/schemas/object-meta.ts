import type { JsonObject } from "../../../src/yaml/json.ts"

const text = { type: "string" }
const texts = { type: "object", additionalProperties: text }

/** What the API server knows of `metadata`, whatever the kind (`apimachinery: pkg/apis/meta/v1/types.go`, ObjectMeta). */
export const objectMeta: JsonObject = {
  type: "object",
  properties: {
    name: text,
    generateName: text,
    namespace: text,
    labels: texts,
    annotations: texts,
    finalizers: { type: "array", items: text },
    ownerReferences: { type: "array", items: { type: "object" } },
    managedFields: { type: "array", items: { type: "object" } },
    creationTimestamp: text,
    deletionTimestamp: text,
    deletionGracePeriodSeconds: { type: "integer" },
    generation: { type: "integer" },
    resourceVersion: text,
    selfLink: text,
    uid: text,
  },
  additionalProperties: false,
}
