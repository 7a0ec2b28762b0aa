import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { rules } from "../../rules/index.ts"
import type { RemoteCharts } from "../../src/build/remote/remote-charts.ts"
import { memoryCache, run, serveFiles } from "../../src/build/remote/testdata/remote.ts"
import { checkWorkspace } from "../../src/check/check-workspace.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { createWasmEngine } from "../../src/host/engine/wasm-engine.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { noCache } from "../../src/host/folder-cache.ts"
import { memoryFiles } from "../../src/host/memory-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { openWorkspace } from "../../src/lint.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { fixtureOptions } from "../support/fixtures-flags.ts"

const engine = createWasmEngine({ concurrency: 1, timeoutMs: 120_000 })
const mirror = join(fixturesFolder, "helm-repository/mirror")
let server: TestServer

beforeAll(async () => {
  engine.start()
  const names = ["index.yaml", ...archives()]
  const files = Object.fromEntries(
    names.map((name) => [`/${name}`, readFileSync(join(mirror, name))]),
  )
  server = await serveFiles(() => files)
})

afterAll(async () => {
  await engine.close()
  await server.close()
})

function archives(): readonly string[] {
  const index = readFileSync(join(mirror, "index.yaml"), "utf8")
  return [...index.matchAll(/[\w.-]+\.tgz/gu)].map(([name]) => name)
}

/** A cluster with one release of podinfo from the served repository. */
function repository(chart: string, version: string): Readonly<Record<string, string>> {
  return {
    "clusters/production/flux-system/gotk-sync.yaml": `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: flux-system, namespace: flux-system }
spec: { interval: 1m, url: https://github.com/example/fleet }
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: flux-system, namespace: flux-system }
spec:
  interval: 10m
  path: ./clusters/production
  prune: true
  sourceRef: { kind: GitRepository, name: flux-system }
`,
    "clusters/production/podinfo.yaml": `apiVersion: v1
kind: Namespace
metadata: { name: apps }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts, namespace: apps }
spec: { interval: 1h, url: "http://charts.example:${server.port}" }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: podinfo, namespace: apps }
spec:
  interval: 1h
  chart:
    spec:
      chart: ${chart}
      version: "${version}"
      sourceRef: { kind: HelmRepository, name: charts }
`,
  }
}

async function check(
  { chart = "podinfo", version = "*", offline = false },
  remote: RemoteCharts = run(),
) {
  const host = {
    ...{ engine, cache: noCache, schemas: packageSchemas, digest: sha256, now: () => 0, remote },
    files: memoryFiles(repository(chart, version)),
  }
  const options = { ...fixtureOptions([], (path) => path), offline }
  const workspace = await openWorkspace({ root: "", options }, host)
  const { findings } = checkWorkspace(workspace, rules, {
    settings: defaultSettings,
    digest: sha256,
  })
  const [release] = workspace.clusters[0]?.releases ?? []
  return {
    release,
    skipped: workspace.skipped.map(({ what, reason, kind }) => ({ what, reason, kind })),
    findings: findings.map(({ rule, severity, message, help }) => ({
      rule,
      severity,
      message,
      help,
    })),
  }
}

describe("a release whose chart is in a repository on the network", () => {
  test("is rendered", async () => {
    const { release, skipped } = await check({})
    expect(release).toMatchObject({ status: "rendered", chart: { name: "podinfo" } })
    expect(release?.objects.length).toBeGreaterThan(0)
    expect(skipped).toEqual([])
  })

  test("asks for a version that the repository does not have", async () => {
    const { findings, skipped } = await check({ version: "99.x" })
    expect(findings).toMatchObject([{ rule: "hr-version-unsatisfied", severity: "error" }])
    expect(skipped).toEqual([])
  })

  test("asks for a chart that the repository does not have", async () => {
    const { findings } = await check({ chart: "podinfoo" })
    expect(findings).toMatchObject([
      {
        rule: "hr-chart-not-found",
        message:
          "HelmRelease apps/podinfo has no chart: HelmRepository apps/charts has no chart `podinfoo`.",
        help: "Write `podinfo`.",
      },
    ])
  })

  test("is skipped offline, by choice, without a connection", async () => {
    const before = server.connections()
    const { skipped } = await check({ offline: true })
    expect(skipped).toEqual([
      {
        what: "rendering HelmRelease apps/podinfo",
        reason: "--offline, and chart podinfo * is in no cache or mirror",
        kind: "chosen",
      },
    ])
    expect(server.connections()).toBe(before)
  })

  test("is rendered offline after a run that had the network", async () => {
    const cache = memoryCache()
    await check({}, run(cache))
    const { release, skipped } = await check({ offline: true }, run(cache))
    expect(release?.status).toBe("rendered")
    expect(skipped).toEqual([])
  })

  test("leaves the run incomplete when the repository cannot be reached", async () => {
    const remote: RemoteCharts = {
      find: async () => ({ status: "unavailable", reason: "charts.example has no address" }),
    }
    const { findings, skipped } = await check({}, remote)
    expect(findings).toEqual([])
    expect(skipped).toEqual([
      {
        what: "rendering HelmRelease apps/podinfo",
        reason: "chart podinfo * could not be fetched: charts.example has no address",
        kind: "incomplete",
      },
    ])
  })
})
