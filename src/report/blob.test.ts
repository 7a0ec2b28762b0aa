import { expect, test } from "vitest"
import { reportBlob } from "./blob.ts"
import type { GraphNode } from "./graph/flux-graph.ts"
import { sampleCluster, sampleEdge, sampleNode } from "./graph/testdata/sample-graph.ts"
import { mergeBlobs } from "./merge-blobs.ts"
import { objectKey, type ReportedObject } from "./reported-object.ts"
import { brokenReference, sampleReport, undefinedVariable } from "./testdata/sample-report.ts"

/** A node with all that one can have. */
const full: Required<GraphNode> = {
  ...sampleNode("podinfo"),
  ...{
    namespace: "apps",
    server: "Secret apps/kubeconfig",
    state: "uncertain",
    outcome: "skipped",
  },
  ...{ reason: "--offline", path: "./apps", version: "6.x" },
  chart: { name: "podinfo", constraint: "6.x", version: "6.7.0" },
  place: { path: "apps/podinfo.yaml", line: 3 },
}

const cluster = {
  ...sampleCluster([full, sampleNode("apps")], [sampleEdge("apps", "applies", "podinfo")]),
  blindSpots: ["HelmRelease apps/podinfo is not rendered"],
}

const rendered = {
  ...{ apiVersion: "apps/v1", kind: "Deployment", namespace: "apps", name: "podinfo" },
  field: "spec.replicas",
}
const findings = [{ ...brokenReference, rendered }, undefinedVariable]
const key = findings.map(objectKey)[0] ?? ""
const object: ReportedObject = {
  ...{ key, cluster: "production", title: "Deployment apps/podinfo", yaml: "kind: Deployment\n" },
  ...{ uncertain: true, cut: 2 },
  origin: [{ text: "rendered from chart podinfo", path: "a.yaml", line: 1 }, { text: "applied" }],
}

test("the object of a chart that shows what is wrong goes before the one to edit", () => {
  expect(key).toBe("production |apps/Deployment/apps/podinfo")
  expect(objectKey(brokenReference)).toContain("Kustomization/flux-system/apps")
  expect(objectKey(undefinedVariable)).toBeUndefined()
})

test("a blob carries the graphs, and the objects that findings are about", () => {
  const report = sampleReport({
    findings,
    graphs: () => [cluster],
    objectOf: (finding) => (objectKey(finding) === key ? object : undefined),
  })
  const merged = mergeBlobs([{ name: "1.json", text: reportBlob(report) }], [])
  expect(merged.graphs?.()).toEqual([cluster])
  expect(merged.findings.map((finding) => merged.objectOf?.(finding))).toEqual([object, undefined])
})

test("a blob whose graph is none is refused", () => {
  const text = reportBlob(sampleReport({ graphs: () => [cluster] }))
  const forged = text.replace('"state":"uncertain"', '"state":"uncertain","onclick":"x"')
  expect(forged).not.toBe(text)
  expect(() => mergeBlobs([{ name: "1.json", text: forged }], [])).toThrow("`1.json` is no report")
})
