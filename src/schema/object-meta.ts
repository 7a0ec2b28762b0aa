import type { FieldProblem, Violation } from "../model/verdict.ts"
import { type FieldPath, isObject, type JsonObject, type JsonValue } from "../yaml/json.ts"
import { violationsOf } from "./check-value.ts"
import type { Schema } from "./schema.ts"

const text: Schema = { type: "string" }
const texts: Schema = { type: "object", additionalProperties: text }

/** What the API server knows of `metadata`, whatever the kind (`apimachinery: pkg/apis/meta/v1/types.go`, ObjectMeta). */
export const objectMeta: Schema = {
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

const namePart = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/u
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u

const keyRule =
  "an optional prefix that is a DNS name and a slash, then at most 63 letters, digits, `-`, `_` and `.`, the first and last of them a letter or digit"
const valueRule =
  "at most 63 letters, digits, `-`, `_` and `.`, the first and last of them a letter or digit"

/** What the API server says against an object's `metadata`: its fields, and the form of its labels and annotations. */
export function metadataViolations(manifest: JsonObject): readonly Violation[] {
  const { metadata } = manifest
  if (metadata === undefined || metadata === null) return []
  const below = (violation: Violation): Violation => ({
    ...violation,
    path: ["metadata", ...violation.path],
  })
  const fields = violationsOf(metadata, objectMeta, () => undefined)
  return [...fields, ...labelViolations(metadata)].map(below)
}

/** `apimachinery: pkg/apis/meta/v1/validation`, ValidateLabels and ValidateAnnotations. */
function labelViolations(metadata: JsonValue): readonly Violation[] {
  if (!isObject(metadata)) return []
  const labels = entriesOf(metadata.labels).flatMap(([key, value]): readonly Violation[] => {
    const path = ["labels", key]
    if (!isQualifiedName(key)) return [named(path, keyRule)]
    return typeof value === "string" && !isLabelValue(value) ? [named(path, valueRule)] : []
  })
  // Keys of annotations may be written in any case.
  const annotations = entriesOf(metadata.annotations)
    .filter(([key]) => !isQualifiedName(key.toLowerCase()))
    .map(([key]) => named(["annotations", key], keyRule))
  return [...labels, ...annotations]
}

function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : []
}

function named(path: FieldPath, rule: string): Violation {
  const problem: FieldProblem = { kind: "name", rule }
  return { path, problem }
}

function isLabelValue(value: string): boolean {
  return value === "" || (value.length <= 63 && namePart.test(value))
}

function isQualifiedName(key: string): boolean {
  const [name = "", prefix, ...rest] = key.split("/").reverse()
  if (rest.length > 0 || name.length > 63 || !namePart.test(name)) return false
  return prefix === undefined || (prefix.length <= 253 && subdomain.test(prefix))
}
