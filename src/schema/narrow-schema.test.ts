import { describe, expect, test } from "vitest"
import type { JsonObject } from "../yaml/json.ts"
import { narrowSchema } from "./narrow-schema.ts"
import type { Schema } from "./schema.ts"

const text: Schema = { type: "string" }
const ruled: Schema = {
  type: "object",
  properties: { low: { type: "integer" }, high: { type: "integer" }, other: text },
  "x-kubernetes-validations": [{ rule: "self.low < self.high" }],
}
const plain: Schema = { type: "object", properties: { low: { type: "integer" } } }

describe("a definition, as far as it says anything of an object", () => {
  test.each<readonly [string, Schema, JsonObject, Schema]>([
    [
      "loses fields that the object does not have, and words",
      { type: "object", description: "A thing.", properties: { a: text, b: ruled } } as Schema,
      { a: "x" },
      { type: "object", properties: { a: text } },
    ],
    [
      "keeps fields that a rule names",
      ruled,
      {},
      {
        type: "object",
        properties: { low: { type: "integer" }, high: { type: "integer" } },
        "x-kubernetes-validations": [{ rule: "self.low < self.high" }],
      },
    ],
    [
      "keeps fields that a rule far above names, by their escaped names, without their own rules",
      {
        properties: { "a-b": { properties: { c: ruled, unnamed: text } } },
        "x-kubernetes-validations": [{ rule: "has(self.a__dash__b.c.low)" }],
      },
      {},
      {
        properties: { "a-b": { properties: { c: plain } } },
        "x-kubernetes-validations": [{ rule: "has(self.a__dash__b.c.low)" }],
      },
    ],
    [
      "keeps what a default fills in, and the rules that look at it",
      { properties: { a: { ...ruled, default: {} }, b: { properties: { c: { default: 1 } } } } },
      {},
      { properties: { a: { ...narrowSchema(ruled, [{}]), default: {} } } },
    ],
    [
      "keeps the rules that look at entries of lists and maps",
      {
        properties: {
          list: { type: "array", items: ruled },
          map: { type: "object", additionalProperties: ruled },
          emptyList: { type: "array", items: ruled },
          emptyMap: { type: "object", additionalProperties: ruled },
        },
      },
      { list: [{ other: "x" }], map: { a: {} }, emptyList: [], emptyMap: {} },
      {
        properties: {
          list: { type: "array", items: ruled },
          map: { type: "object", additionalProperties: narrowSchema(ruled, [{}]) },
          emptyList: { type: "array", items: { type: "object", properties: {} } },
          emptyMap: { type: "object", additionalProperties: { type: "object", properties: {} } },
        },
      },
    ],
    [
      "keeps what is asked of a null and of fields that have to be there",
      { required: ["b"], properties: { a: { ...ruled, nullable: true }, b: text } },
      { a: null },
      { required: ["b"], properties: { a: { type: "object", properties: {}, nullable: true } } },
    ],
    [
      "stays whole where a rule stands below allOf",
      { allOf: [ruled], properties: { a: text } },
      {},
      { allOf: [ruled], properties: { a: text } },
    ],
  ])("%s", (_title, schema, object, expected) => {
    expect(narrowSchema(schema, [object])).toEqual(expected)
  })

  test("is that of all objects together", () => {
    const schema: Schema = { properties: { a: text, b: text, c: text } }
    const values = [{ a: "x" }, { b: "y" }]
    expect(narrowSchema(schema, values)).toEqual({ properties: { a: text, b: text } })
  })
})
