import { describe, expect, test } from "vitest"
import type { JsonValue } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"
import { needsServer } from "./server-checks.ts"
import { readsUnseen } from "./unseen.ts"

const ruled: Schema = {
  type: "object",
  "x-kubernetes-validations": [{ rule: "has(self.a)" }],
}
const schema: Schema = {
  type: "object",
  properties: {
    plain: { type: "string" },
    ruled,
    byDefault: { ...ruled, default: {} },
    set: { type: "array", items: { type: "string" }, "x-kubernetes-list-type": "set" },
    list: { type: "array", items: { type: "object", properties: { ruled } } },
    map: { type: "object", additionalProperties: ruled },
    child: { type: "object", "x-kubernetes-embedded-resource": true },
  },
}

describe("an object needs the API server's code", () => {
  const { byDefault: _, ...properties } = schema.properties ?? {}
  test.each<readonly [string, JsonValue, boolean]>([
    ["when a rule looks at a field of it", { ruled: {} }, true],
    ["when a rule looks at an entry of a list", { list: [{}, { ruled: {} }] }, true],
    ["when a rule looks at a value of a map", { map: { a: {} } }, true],
    ["when a set has two entries", { set: ["a", "b"] }, true],
    ["when it embeds another", { child: {} }, true],
    ["not when it has none of that", { plain: "a", list: [{}], map: {}, set: ["a"] }, false],
    ["not when the field is null", { ruled: null }, false],
  ])("%s", (_title, value, expected) => {
    expect(needsServer(value, { ...schema, properties })).toBe(expected)
  })

  test("when a rule looks at a default", () => {
    expect(needsServer({}, schema)).toBe(true)
  })
})

describe("a rule may have read what is not known", () => {
  const self = { seen: "a", open: "${DOMAIN}", deep: { encrypted: "ENC[AES256_GCM,data:x]" } }
  test.each([
    ["has(self.seen) && self.seen == 'a'", false],
    ["self.seen == self.open", true],
    ["self.deep.other == 1", true],
    ["self.all(key, key != 'a')", true],
    ["size(self) > 1", true],
    ["self.se__dash__en == 1", true],
    ["self.?seen.orValue('') == ''", true],
    ["true", false],
  ])("%s: %s", (rule, expected) => {
    expect(readsUnseen(rule, self)).toBe(expected)
  })

  test("not where all is known", () => {
    expect(readsUnseen("size(self) > 1", { a: "b" })).toBe(false)
  })
})
