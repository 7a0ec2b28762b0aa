import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { Artifacts, serveRegistry } from "../../src/build/remote/testdata/registry.ts"
import { run } from "../../src/build/remote/testdata/remote.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { type Checked, checkFiles, sync } from "./check-files.ts"

const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })
const archive = readFileSync(join(fixturesFolder, "helm-repository/mirror/podinfo-6.9.2.tgz"))
const mediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"
let server: TestServer

beforeAll(async () => {
  engine.start()
  const artifacts = new Artifacts()
  artifacts.add("6.9.2", [[mediaType, archive]])
  server = await serveRegistry({ "charts/podinfo": artifacts })
})

afterAll(async () => {
  await engine.close()
  await server.close()
})

function check(path: string, ref: string): Promise<Checked> {
  const podinfo = `apiVersion: v1
kind: Namespace
metadata: { name: apps }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: podinfo, namespace: apps }
spec:
  interval: 1h
  insecure: true
  url: oci://registry.example:${server.port}/${path}
  ref: ${ref}
  layerSelector: { mediaType: ${mediaType}, operation: copy }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: podinfo, namespace: apps }
spec:
  interval: 1h
  chartRef: { kind: OCIRepository, name: podinfo }
`
  const files = { ...sync, "clusters/production/podinfo.yaml": podinfo }
  return checkFiles(files, { engine, remote: run() })
}

test.each(["{ tag: 6.9.2 }", "{ semver: 6.x }"])("a release of %s is rendered", async (ref) => {
  const { release, skipped, findings } = await check("charts/podinfo", ref)
  expect(release).toMatchObject({ status: "rendered" })
  expect(skipped).toEqual([])
  expect(findings).toEqual([])
})

test.each([
  [
    "charts/podinfo",
    "{ tag: 6.9.9 }",
    "hr-version-unsatisfied",
    12,
    "Set `spec.ref.tag` to `6.9.2`, the newest known.",
  ],
  [
    "charts/podinfo",
    "{ semver: 9.x }",
    "hr-version-unsatisfied",
    12,
    "Set `spec.ref.semver` to `6.9.2`, the newest known.",
  ],
  ["charts/podinfo", "{}", "hr-chart-not-found", 11, "Correct `spec.url` or `spec.ref`."],
  [
    "charts/podinfoo",
    "{ tag: 6.9.2 }",
    "hr-chart-not-found",
    11,
    "Correct `spec.url` or `spec.ref`.",
  ],
])("%s with %s is %s", async (path, ref, rule, line, help) => {
  const { findings } = await check(path, ref)
  const [finding] = findings.filter((one) => one.rule.startsWith("hr-"))
  expect(finding).toMatchObject({ rule, severity: "error", help })
  expect((finding?.location.range.start.line ?? 0) + 1).toBe(line)
})
