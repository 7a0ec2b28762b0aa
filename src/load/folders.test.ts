import { expect, test } from "vitest"
import { clampInside, folderOf, foldersOf, isInside, joinInside } from "./folders.ts"

test.each([
  ["apps/base", "../../infrastructure", "infrastructure"],
  ["apps/base", ".", "apps/base"],
  ["", "./apps/", "apps"],
  ["apps", "..", ""],
  ["apps", "../..", undefined],
  ["apps", "/etc", undefined],
  ["apps", "..hidden", "apps/..hidden"],
])("from %j, %j leads to %j", (folder, path, expected) => {
  expect(joinInside(folder, path)).toBe(expected)
})

test.each([
  ["./clusters/production", "clusters/production"],
  ["/apps/", "apps"],
  ["../../apps", "apps"],
  ["", ""],
  [".", ""],
  ["./", ""],
])("spec.path %j is %j inside the artifact", (path, expected) => {
  expect(clampInside(path)).toBe(expected)
})

test("a folder is inside itself, its name as a prefix is not", () => {
  expect(isInside("apps", "apps")).toBe(true)
  expect(isInside("apps/base", "apps")).toBe(true)
  expect(isInside("apps-old/base", "apps")).toBe(false)
  expect(isInside("anything", "")).toBe(true)
})

test("every folder above a file is known, the root included", () => {
  expect([...foldersOf(["apps/base/podinfo/release.yaml", "README.md"])].sort()).toEqual([
    "",
    "apps",
    "apps/base",
    "apps/base/podinfo",
  ])
  expect(folderOf("README.md")).toBe("")
})
