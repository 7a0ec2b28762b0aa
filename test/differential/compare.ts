import { isDeepStrictEqual } from "node:util"
import type { JsonObject, JsonValue } from "../../src/yaml/json.ts"
import { describe, differencesOf, identityOf } from "./canonical.ts"

/** An object of a build or a render, and the template that it comes from where there is one. */
export interface ComparedObject {
  readonly source?: string
  readonly manifest: JsonValue
}

/** How two lists of objects are compared. */
export interface Comparison {
  /** How far the order of the objects counts: each in its place, or each kind of each template. */
  readonly order: "objects" | "kinds"
}

/** What differs between two lists of objects, a line each; empty when they are the same. */
export function compareObjects(
  expected: readonly ComparedObject[],
  actual: readonly ComparedObject[],
  comparison: Comparison,
): readonly string[] {
  const left = withKeys(expected)
  const right = withKeys(actual)
  const lines: string[] = []
  for (const key of left.keys()) if (!right.has(key)) lines.push(`${key}: missing`)
  for (const key of right.keys()) if (!left.has(key)) lines.push(`${key}: not expected`)
  for (const [key, manifest] of left) {
    const other = right.get(key)
    if (other === undefined || isDeepStrictEqual(manifest, other)) continue
    lines.push(...differencesOf(manifest, other).map((found) => describe(key, found)))
  }
  if (lines.length === 0) {
    const name = comparison.order === "objects" ? (key: string) => key : withoutName
    lines.push(...orderDifference([...left.keys()].map(name), [...right.keys()].map(name)))
  }
  return lines
}

/** Objects by source and identity; a second one of the same identity gets a number, so that none is lost. */
function withKeys(objects: readonly ComparedObject[]): ReadonlyMap<string, JsonValue> {
  const keyed = new Map<string, JsonValue>()
  for (const { source, manifest } of objects) {
    const identity = `${source === undefined ? "" : `${source}: `}${identityOf(manifest)}`
    let key = identity
    for (let count = 2; keyed.has(key); count++) key = `${identity} #${count}`
    keyed.set(key, manifest)
  }
  return keyed
}

// `app-template/templates/common.yaml: Service apps/podinfo (v1)` → `app-template/templates/common.yaml: Service (v1)`
function withoutName(key: string): string {
  return key.replace(/ \S+ (\([^)]*\))(?: #\d+)?$/, " $1")
}

function orderDifference(
  expected: readonly string[],
  actual: readonly string[],
): readonly string[] {
  const index = expected.findIndex((key, position) => key !== actual[position])
  return index === -1
    ? []
    : [`order: object ${index + 1} is expected to be ${expected[index]}, but is ${actual[index]}`]
}

/** Manifests as compared objects without a source. */
export function plain(manifests: readonly JsonObject[]): readonly ComparedObject[] {
  return manifests.map((manifest) => ({ manifest }))
}
