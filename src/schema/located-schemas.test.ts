import { expect, test } from "vitest"
import { violationsOf } from "./check-value.ts"
import { locatedSchemas } from "./located-schemas.ts"
import type { Schema } from "./schema.ts"
import type { SchemaStore } from "./schema-store.ts"

const backup: Schema = {
  type: "object",
  properties: { spec: { $ref: "#/definitions/spec" } },
  ...{
    definitions: {
      spec: {
        type: ["object", "null"],
        properties: { schedule: { type: "string" } },
        additionalProperties: false,
      },
    },
  },
}

const asked: string[] = []
const store: Pick<SchemaStore, "fileAt"> = {
  fileAt: (path) => {
    asked.push(path)
    return path === "/second/k8up.io/backup_v1.json" ? backup : undefined
  },
}

test("the first location that has the kind is taken, and asked once", () => {
  const find = locatedSchemas(["/first", "/second"], "1.35", store as SchemaStore)
  const found = find({ group: "k8up.io", kind: "Backup" }, "v1")
  expect(found?.status).toBe("whole")
  expect(asked).toEqual([
    "/first/k8up.io/backup_v1.json",
    "/first/v1.35.0-standalone-strict/backup-k8up-v1.json",
    "/second/k8up.io/backup_v1.json",
  ])
  find({ group: "k8up.io", kind: "Backup" }, "v1")
  expect(asked).toHaveLength(3)
})

test("what a schema refers to in its own file is judged", () => {
  const find = locatedSchemas(["/second"], "1.35", store as SchemaStore)
  const found = find({ group: "k8up.io", kind: "Backup" }, "v1")
  const object = { spec: { shedule: "@daily", schedule: 1 }, more: true }
  const violations =
    found?.status === "whole"
      ? violationsOf(object, found.schema, found.resolve, "stated")
      : undefined
  expect(violations?.map(({ path, problem }) => `${path.join(".")} ${problem.kind}`)).toEqual([
    "spec.shedule unknown",
    "spec.schedule type",
  ])
})
