import { expect, test } from "vitest"
import type {
  ChartProblem,
  Cluster,
  LogicalLocation,
  ReleaseBuild,
  Resource,
  Workspace,
} from "#rule"
import { hrVersionUnsatisfied } from "./hr-version-unsatisfied.ts"

const locate = (path: readonly (string | number)[]): LogicalLocation =>
  ({ path, field: path, part: "value" }) as unknown as LogicalLocation

function release(version: string): Resource {
  const sourceRef = { kind: "HelmRepository", name: "podinfo" }
  return {
    id: {
      group: "helm.toolkit.fluxcd.io",
      kind: "HelmRelease",
      namespace: "apps",
      name: "podinfo",
    },
    manifest: { spec: { chart: { spec: { chart: "podinfo", version, sourceRef } } } },
    at: locate,
  } as unknown as Resource
}

function check(version: string, known: readonly string[], certain: boolean) {
  const chartProblem: ChartProblem = { kind: "version-unsatisfied", message: "", known, certain }
  const build = { release: release(version), chartProblem } as unknown as ReleaseBuild
  const cluster = { releases: [build], charts: [], graph: { from: () => [] } } as unknown as Cluster
  const context = { cluster, workspace: {} as Workspace, options: {}, target: cluster.target }
  return [...hrVersionUnsatisfied.check(context)]
}

test.each([
  [">=7.0.0", true],
  ["^6.7", true],
  ["7.x", true],
  ["6.6.1 - 6.9", true],
  ["5.x", false],
  ["<6.0.0", false],
  ["~6.4", false],
  ["*-rc", false],
])("a mirror that holds 6.6.0 and 6.5.0 says of %s: %s", (version, reported) => {
  expect(check(version, ["v6.6.0", "6.5.0"], false)).toHaveLength(reported ? 1 : 0)
})

test("a mirror's word is a warning, the repository's own an error", () => {
  expect(check("7.x", ["6.6.0"], false).map(({ severity }) => severity)).toEqual(["warning"])
  expect(check("5.x", ["6.6.0"], true).map(({ severity }) => severity)).toEqual([undefined])
})

test("a repository without any version gives no version to write", () => {
  expect(check("7.x", [], true).map(({ help }) => help)).toEqual([
    "Correct `spec.chart.spec.version`.",
  ])
})
