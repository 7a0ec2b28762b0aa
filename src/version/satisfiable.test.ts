import { expect, test } from "vitest"
import { parseConstraint } from "./constraint.ts"
import { beginsAbove, isSatisfiable } from "./satisfiable.ts"
import { parseVersion } from "./version.ts"

const constraintOf = (
  text: string,
): Exclude<ReturnType<typeof parseConstraint>, { error: string }> => {
  const constraint = parseConstraint(text)
  if ("error" in constraint) throw new Error(constraint.error)
  return constraint
}

test.each([
  [">2.0.0 <1.0.0", false],
  ["1.2.3 1.2.4", false],
  ["1,2", false],
  [">=1.0.0 <1.0.0", false],
  [">1.0.0 <1.0.1", false],
  [">1.0.0 <1.0.2", true],
  ["<1.0.0", true],
  ["*", true],
  [">=999.0.0", true],
  ["!=1.2.3", true],
  [">2.0.0 <1.0.0 || 3.x", true],
  ["^1.2.0 <1.1.0", false],
])("a version lies in %s: %s", (text, expected) => {
  expect(isSatisfiable(constraintOf(text))).toBe(expected)
})

test.each([
  [">=999.0.0", "6.14.0", true],
  ["69.x", "88.3.0", false],
  [">=6.0.0", "6.14.0", false],
  ["^7", "6.14.0", true],
  ["5.x || ^7", "6.14.0", false],
])("%s begins above %s: %s", (text, newest, expected) => {
  const version = parseVersion(newest)
  expect(version && beginsAbove(constraintOf(text), version)).toBe(expected)
})
