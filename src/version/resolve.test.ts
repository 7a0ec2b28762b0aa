import { expect, test } from "vitest"
import { resolveChartTag, resolveChartVersion, resolveTag, toTag } from "./resolve.ts"

const podinfo = [
  { version: "6.7.0", created: "2024-06-01T10:00:00Z" },
  { version: "6.8.0-rc.1", created: "2025-03-01T10:00:00Z" },
  { version: "6.7.1", created: "2024-12-01T10:00:00Z" },
  { version: "5.2.1", created: "2022-02-01T10:00:00Z" },
  { version: "nightly" },
  { version: "7.0", created: "2025-04-01T10:00:00Z" },
]

test.each([
  ["", "6.7.1"],
  ["*", "6.7.1"],
  ["5.x", "5.2.1"],
  [">=6.0.0-0", "6.8.0-rc.1"],
  ["nightly", "nightly"],
  ["7.0", "7.0"],
  ["v6.7.0", "6.7.0"],
])("chart version %j takes %s from the index", (constraint, expected) => {
  expect(resolveChartVersion(constraint, podinfo)).toMatchObject({
    status: "resolved",
    chosen: { version: expected },
  })
})

test.each([
  ["8.x", { status: "no-match" }],
  ["7", { status: "no-match" }],
  ["stable", { status: "invalid-constraint", message: 'improper constraint: "stable"' }],
])("chart version %j takes nothing from the index", (constraint, expected) => {
  expect(resolveChartVersion(constraint, podinfo)).toEqual(expected)
})

test("of two versions that differ in build metadata the newest wins, to the nanosecond", () => {
  const builds = [
    { version: "1.0.0+a", created: "2024-01-01T00:00:00.000000002Z" },
    { version: "1.0.0+b", created: "2024-01-01T01:00:00.000000001+01:00" },
    { version: "1.0.0+c" },
  ]
  expect(resolveChartVersion("1.x", builds)).toEqual({
    status: "resolved",
    chosen: builds[0],
    ties: [],
  })
})

test("two versions of the same moment are told as a tie", () => {
  const builds = [{ version: "1.0.0+a" }, { version: "1.0.0+b" }]
  expect(resolveChartVersion("1.x", builds)).toEqual({
    status: "resolved",
    chosen: builds[1],
    ties: [builds[0]],
  })
})

test.each([
  ["6.7.0", [], { status: "resolved", chosen: "6.7.0", ties: [] }],
  ["v6.7.0", ["6.7.0"], { status: "resolved", chosen: "v6.7.0", ties: [] }],
  [
    "6.x",
    ["6.7.0", "6.8.0_build.1", "v6.9.0", "6.10"],
    { status: "resolved", chosen: "6.8.0+build.1", ties: [] },
  ],
  ["", ["6.7.0", "7.0.0-rc.1"], { status: "resolved", chosen: "6.7.0", ties: [] }],
  [
    "latest",
    ["latest"],
    { status: "invalid-constraint", message: 'improper constraint: "latest"' },
  ],
  ["7.x", ["6.7.0"], { status: "no-match" }],
])("an OCI HelmRepository takes for %j of %j: %j", (constraint, tags, expected) => {
  expect(resolveChartTag(constraint, tags)).toEqual(expected)
})

test.each([
  ["6.x", ["6.7.0", "v6.9.0", "6.10"], "other", { status: "resolved", chosen: "v6.9.0", ties: [] }],
  ["6.x", ["6.7.0", "6.8.0_build.1"], "other", { status: "resolved", chosen: "6.7.0", ties: [] }],
  [
    "6.x",
    ["6.7.0", "6.8.0_build.1"],
    "chart",
    { status: "resolved", chosen: "6.8.0_build.1", ties: [] },
  ],
  ["6.x", ["v6.7.0", "6.7.0"], "other", { status: "resolved", chosen: "v6.7.0", ties: ["6.7.0"] }],
  ["", ["6.7.0"], "other", { status: "invalid-constraint", message: 'improper constraint: ""' }],
] as const)(
  "OCIRepository semver %j of the tags %j (%s layer): %j",
  (constraint, tags, layer, expected) => {
    expect(resolveTag(constraint, tags, layer)).toEqual(expected)
  },
)

test("a version becomes a tag by writing `_` for `+`", () => {
  expect(toTag("6.8.0+build.1")).toBe("6.8.0_build.1")
})
