import { describe, expect, test } from "vitest"
import type { JsonValue } from "../yaml/json.ts"
import { violationsOf } from "./check-value.ts"
import { linkedSchema } from "./linked-schema.ts"
import type { Schema } from "./schema.ts"

/** As kubeconform's schemas of a Kubernetes version that do not stand alone. */
const files: Readonly<Record<string, JsonValue>> = {
  "v1.35.0/backup-k8up-v1.json": { $ref: "_definitions.json#/definitions/io.k8up.v1.Backup" },
  "v1.35.0/_definitions.json": {
    definitions: {
      "io.k8up.v1.Backup": {
        type: "object",
        properties: {
          spec: { $ref: "#/definitions/io.k8up.v1.BackupSpec" },
          backend: { $ref: "../shared/backend.json" },
        },
      },
      "io.k8up.v1.BackupSpec": {
        type: "object",
        properties: {
          schedule: { $ref: "#/definitions/schedule~1text" },
          next: { $ref: "#/definitions/io.k8up.v1.BackupSpec" },
        },
        additionalProperties: false,
      },
      "schedule/text": { type: "string" },
    },
  },
  "shared/backend.json": {
    type: "object",
    properties: {
      bucket: { $ref: "#/definitions/name" },
      $ref: { type: "integer" },
      default: { $ref: "#/definitions/text" },
    },
    default: { $ref: "no schema" },
    definitions: { name: { $ref: "#/definitions/text" }, text: { type: "string" } },
  },
}

function read(path: string): Schema | undefined {
  return files[path] as unknown as Schema | undefined
}

function problems(value: JsonValue): readonly string[] {
  const linked = linkedSchema("v1.35.0/backup-k8up-v1.json", read)
  if (linked?.status !== "whole") throw new Error(linked?.reason)
  return violationsOf(value, linked.schema, linked.resolve, "stated").map(
    ({ path, problem }) => `${path.join(".")} ${problem.kind}`,
  )
}

describe("a schema that refers to others", () => {
  test.each<[string, JsonValue, readonly string[]]>([
    ["in a file beside it", { spec: 7 }, ["spec type"]],
    ["from there in that file", { spec: { schedule: 7 } }, ["spec.schedule type"]],
    [
      "to itself",
      { spec: { next: { next: { shedule: "@daily" } } } },
      ["spec.next.next.shedule unknown"],
    ],
    ["in another folder of the location", { backend: "s3" }, ["backend type"]],
    ["through another reference", { backend: { bucket: 7 } }, ["backend.bucket type"]],
    ["in a field called as a keyword", { backend: { default: 7 } }, ["backend.default type"]],
    ["by nothing that is only called so", { backend: { $ref: "text" } }, ["backend.$ref type"]],
  ])("%s", (_, value, expected) => {
    expect(problems(value)).toEqual(expected)
    expect(problems({})).toEqual([])
  })

  test("is whole where references go round in circles", () => {
    const round = { a: { $ref: "#/b" }, b: { $ref: "#/a" }, $ref: "#/a" } as unknown as Schema
    const linked = linkedSchema("round.json", () => round)
    expect(linked?.status === "whole" && linked.resolve("round.json#/a")).toBeUndefined()
  })
})

test.each([
  ["https://example.com/spec.json#/spec", "no reference to an address is followed"],
  ["//example.com/spec.json", "no reference to an address is followed"],
  ["/etc/spec.json", "no reference to an address is followed"],
  ["../spec.json", "which lies outside of that location"],
  ["kinds/../../spec.json", "which lies outside of that location"],
  ["spec.json#/definitions/spec", "which is not there"],
  ["#/definitions/spec", "which is not there"],
  ["#spec", "which is not there"],
])("a schema that refers to %s is not used, and why", (reference, reason) => {
  const schema: Schema = { properties: { spec: { $ref: reference } } }
  const linked = linkedSchema("backup.json", (path) =>
    path === "backup.json" ? schema : undefined,
  )
  expect(linked).toEqual({ status: "broken", reason: expect.stringContaining(reason) })
})
