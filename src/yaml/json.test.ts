import { describe, expect, test } from "vitest"
import {
  emptyObject,
  type FieldPath,
  formatFieldPath,
  isList,
  isObject,
  type JsonValue,
  listAt,
  stringAt,
  valueAt,
} from "./json.ts"

const release: JsonValue = {
  kind: "HelmRelease",
  spec: { dependsOn: [{ name: "redis" }], suspend: false, note: null },
}

describe("a value at a path", () => {
  test.each<[FieldPath, unknown]>([
    [[], release],
    [["kind"], "HelmRelease"],
    [["spec", "dependsOn", 0, "name"], "redis"],
    [["spec", "dependsOn", 1], undefined],
    [["spec", "dependsOn", "name"], undefined],
    [["spec", 0], undefined],
    [["spec", "note"], null],
    [["spec", "note", "x"], undefined],
    [["toString"], undefined],
  ])("%j", (path, expected) => {
    expect(valueAt(release, path)).toEqual(expected)
  })

  test("is a string or a list only where it is one", () => {
    expect(stringAt(release, ["kind"])).toBe("HelmRelease")
    expect(stringAt(release, ["spec"])).toBeUndefined()
    expect(listAt(release, ["spec", "dependsOn"])).toHaveLength(1)
    expect(listAt(release, ["kind"])).toEqual([])
  })
})

test.each<[JsonValue | undefined, boolean, boolean]>([
  [{}, true, false],
  [[], false, true],
  [null, false, false],
  ["x", false, false],
  [undefined, false, false],
])("%j: is an object %s, is a list %s", (value, object, list) => {
  expect(isObject(value)).toBe(object)
  expect(isList(value)).toBe(list)
})

test("an empty object inherits nothing and can be filled with any key", () => {
  const object = emptyObject()
  expect("constructor" in object).toBe(false)
  for (const key of ["__proto__", "constructor", "toString"]) object[key] = key
  expect(Object.keys(object)).toEqual(["__proto__", "constructor", "toString"])
  expect(JSON.parse(JSON.stringify(object))).toHaveProperty("toString", "toString")
})

test.each<[FieldPath, string]>([
  [[], ""],
  [["spec", "dependsOn", 0, "name"], "spec.dependsOn[0].name"],
  [["data", "values.yaml"], 'data["values.yaml"]'],
  [["metadata", "labels", "app.kubernetes.io/name"], 'metadata.labels["app.kubernetes.io/name"]'],
  [[0, "kind"], "[0].kind"],
])("%j is shown as %s", (path, expected) => {
  expect(formatFieldPath(path)).toBe(expected)
})
