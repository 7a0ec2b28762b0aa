import { describe, expect, test } from "vitest"
import type { JsonValue } from "../yaml/json.ts"
import { violationsOf } from "./check-value.ts"
import type { Schema } from "./schema.ts"

function kinds(value: JsonValue, schema: Schema): readonly string[] {
  const resolve = (): Schema => ({ type: "string" })
  return violationsOf(value, schema, resolve).map(({ path, problem }) =>
    `${path.join(".")} ${problem.kind}`.trim(),
  )
}

const spec: Schema = {
  type: "object",
  required: ["replicas", "protocol"],
  properties: {
    protocol: { type: "string", default: "TCP" },
    replicas: { type: "integer", minimum: 1 },
    port: { "x-kubernetes-int-or-string": true },
    memory: { type: "quantity" },
    labels: { type: "object", additionalProperties: { type: "string" } },
    values: { type: "object", "x-kubernetes-preserve-unknown-fields": true, properties: {} },
    template: {
      type: "object",
      "x-kubernetes-embedded-resource": true,
      properties: { spec: { type: "object" } },
    },
    mode: { type: "string", enum: ["Active", "Passive"], nullable: true },
    names: { type: "array", maxItems: 2, items: { type: "string", maxLength: 3 } },
    owner: { $ref: "#/definitions/Owner" },
  },
}

test.each<[string, JsonValue, readonly string[]]>([
  ["an object that fits", { replicas: 2, port: "http", memory: "1Gi" }, []],
  ["a missing field; one with a default is not missing", {}, ["replicas missing"]],
  ["null stands for a missing field", { replicas: null }, ["replicas missing"]],
  ["null where null is allowed", { replicas: 1, mode: null }, []],
  ["a field that is not declared", { replicas: 1, replica: 2 }, ["replica unknown"]],
  ["any field where unknown ones are kept", { replicas: 1, values: { any: 1 } }, []],
  ["any key of a mapping", { replicas: 1, labels: { team: "web" } }, []],
  ["a number in a mapping of texts", { replicas: 1, labels: { team: 1 } }, ["labels.team type"]],
  [
    "what every embedded object has",
    { replicas: 1, template: { apiVersion: "v1", kind: "Pod", metadata: {}, spec: {} } },
    [],
  ],
  ["a fraction for an integer", { replicas: 1.5 }, ["replicas type"]],
  ["a whole number with a point", { replicas: 2.0 }, []],
  ["too small a number", { replicas: 0 }, ["replicas bound"]],
  ["a boolean as a port", { replicas: 1, port: true }, ["port type"]],
  ["a number as a quantity", { replicas: 1, memory: 0.5 }, []],
  ["a text that is no quantity", { replicas: 1, memory: "1 GB" }, ["memory type"]],
  ["a value that is not listed", { replicas: 1, mode: "active" }, ["mode enum"]],
  [
    "too long a list and an entry too long, counted in characters",
    { replicas: 1, names: ["abcd", "🙂🙂🙂", "c"] },
    ["names bound", "names.0 bound"],
  ],
  ["a value below a reference", { replicas: 1, owner: 1 }, ["owner type"]],
])("%s", (_title, value, expected) => {
  expect(kinds(value, spec)).toEqual(expected)
})

describe("combinations", () => {
  const either: Schema = {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "string" } },
    oneOf: [{ required: ["a"] }, { required: ["b"] }],
  }

  test.each<[JsonValue, readonly string[]]>([
    [{ a: "1" }, []],
    [{ a: "1", b: "2" }, ["combination"]],
    [{}, ["combination"]],
  ])("oneOf judges %j as %j, and its branches declare no fields", (value, expected) => {
    expect(kinds(value, either)).toEqual(expected)
  })

  test("a schema that forbids what it does not name forbids it, one that says nothing does not", () => {
    const open: Schema = { type: "object", properties: { a: {} } }
    const judge = (schema: Schema) =>
      violationsOf({ b: 1 }, schema, () => undefined, "stated").map(({ problem }) => problem.kind)
    expect(judge(open)).toEqual([])
    expect(judge({ ...open, additionalProperties: false })).toEqual(["unknown"])
  })
})
