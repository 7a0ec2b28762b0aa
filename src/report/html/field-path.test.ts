import { fc } from "@fast-check/vitest"
import { expect, test } from "vitest"
import { type FieldPath, formatFieldPath } from "../../yaml/json.ts"
import { parseFieldPath } from "./field-path.ts"

test.each<readonly [FieldPath]>([
  [["spec", "dependsOn", 0, "name"]],
  [["metadata", "annotations", "reconcile.fluxcd.io/requestedAt"]],
  [["data", "a b.yaml", 3]],
  [["x]y", "z"]],
])("the path %j is read back from what is shown of it", (path) => {
  expect(parseFieldPath(formatFieldPath(path))).toEqual(path)
})

test("a text that is no path is none, and takes no time", () => {
  expect(parseFieldPath("spec..name")).toBeUndefined()
  expect(parseFieldPath("a b")).toBeUndefined()
  expect(parseFieldPath(`["${'"]["'.repeat(20_000)}`)).toBeUndefined()
})

test("every path of plain keys and numbers is read back", () => {
  const step = fc.oneof(fc.stringMatching(/^[\w-]+$/u), fc.nat())
  fc.assert(
    fc.property(fc.array(step, { minLength: 1 }), (path) => {
      const text = formatFieldPath(path)
      expect(parseFieldPath(text)).toEqual(path)
    }),
  )
})
