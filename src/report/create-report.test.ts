import { expect, test } from "vitest"
import { sampleWorkspace } from "../check/testdata/sample-workspace.ts"
import type { Cluster, Skip, Workspace } from "../model/index.ts"
import { createReport } from "./create-report.ts"
import type { Report } from "./report.ts"
import { brokenReference, undefinedVariable } from "./testdata/sample-report.ts"

const tool = { name: "sluice", version: "0.1.0" }

function reportOf(workspace: Workspace, findings: Report["findings"] = []): Report {
  return createReport({ tool, workspace, result: { findings, crashes: [] }, rules: [] })
}

test("findings are counted by severity, suppressed ones apart", () => {
  const suppressedBy = { kind: "config" } as const
  const findings = [brokenReference, { ...brokenReference, suppressedBy }, undefinedVariable]
  const { summary } = reportOf(
    sampleWorkspace({ "a.yaml": "kind: ConfigMap\n---\nkind: Secret\n---\nfoo: 1\n" }),
    findings,
  )
  expect(summary).toMatchObject({
    files: 1,
    documents: 3,
    resources: 2,
    errors: 1,
    warnings: 1,
    infos: 0,
    suppressed: 1,
  })
})

test("clusters of different versions are all named", () => {
  const workspace = sampleWorkspace({}, ["staging", "production"])
  const clusters = workspace.clusters.map(
    (cluster, index): Cluster => ({
      ...cluster,
      target: { flux: index === 0 ? "2.8" : "2.9", kubernetes: "1.35" },
    }),
  )
  const report = reportOf({ ...workspace, clusters })
  expect(report.target).toEqual({ flux: "2.8, 2.9", kubernetes: "1.35" })
  expect(report.clusters).toEqual(["production", "staging"])
})

test("equal skips of several clusters become one, in reading order", () => {
  const skip = (path: string, cluster: string): Skip => ({
    path,
    what: "rendering",
    reason: "no chart",
    clusters: [cluster],
    kind: "chosen",
  })
  const skipped = [
    skip("b.yaml", "staging"),
    skip("a.yaml", "staging"),
    skip("b.yaml", "production"),
  ]
  expect(reportOf({ ...sampleWorkspace({}), skipped }).skipped).toEqual([
    {
      path: "a.yaml",
      what: "rendering",
      reason: "no chart",
      kind: "chosen",
      clusters: ["staging"],
    },
    {
      path: "b.yaml",
      what: "rendering",
      reason: "no chart",
      kind: "chosen",
      clusters: ["production", "staging"],
    },
  ])
})

test("a rule that threw is named with its cluster", () => {
  const crashes = [{ rule: "ks-path-missing", cluster: "production", error: new Error("boom") }]
  const report = createReport({
    tool,
    workspace: sampleWorkspace({}),
    result: { findings: [], crashes },
    rules: [],
  })
  expect(report.crashes).toEqual([
    { rule: "ks-path-missing", message: "boom (cluster production)" },
  ])
})
