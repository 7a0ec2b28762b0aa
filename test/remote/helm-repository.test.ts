import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { RemoteSources } from "../../src/build/remote/remote-sources.ts"
import { memoryCache, run, serveFiles } from "../../src/build/remote/testdata/remote.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { type Checked, checkFiles, sync } from "./check-files.ts"

const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })
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
    ...sync,
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
  { chart = "podinfo", version = ">=1.0.0", offline = false },
  remote: RemoteSources = run(),
): Promise<Checked> {
  return await checkFiles(repository(chart, version), { engine, remote, offline })
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
        reason: "--offline, and chart podinfo >=1.0.0 is in no cache or mirror",
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
    const remote: RemoteSources = {
      find: async () => ({ status: "unavailable", reason: "charts.example has no address" }),
      artifact: async () => ({ status: "unavailable", reason: "not asked for" }),
      mirror: async () => ({ status: "unavailable", reason: "not asked for" }),
    }
    const { findings, skipped } = await check({}, remote)
    expect(findings).toEqual([])
    expect(skipped).toEqual([
      {
        what: "rendering HelmRelease apps/podinfo",
        reason: "chart podinfo >=1.0.0 could not be fetched: charts.example has no address",
        kind: "incomplete",
      },
    ])
  })
})

describe("a chart in Git whose dependency is in a repository on the network", () => {
  const files = (version: string): Readonly<Record<string, string>> => ({
    ...sync,
    "charts/web/Chart.yaml": `apiVersion: v2
name: web
version: 1.0.0
dependencies:
  - name: podinfo
    version: ${version}
    repository: http://charts.example:${server.port}
`,
    "charts/web/templates/own.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: own }\n",
    "clusters/production/web.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: web, namespace: flux-system }
spec:
  interval: 1h
  chart:
    spec:
      chart: ./charts/web
      sourceRef: { kind: GitRepository, name: flux-system }
`,
  })

  test("is rendered with it", async () => {
    const { release } = await checkFiles(files("6.x"), { engine, remote: run() })
    expect(release?.status).toBe("rendered")
    expect(release?.objects.map(({ id }) => id.name)).toContain("own")
    expect(release?.objects.length).toBeGreaterThan(1)
  })

  test("is skipped when it cannot be had", async () => {
    const { skipped } = await checkFiles(files("99.x"), { engine, remote: run() })
    expect(skipped).toMatchObject([
      {
        kind: "incomplete",
        reason:
          "its dependency podinfo could not be fetched: no 'podinfo' chart with version matching '99.x' found",
      },
    ])
    const offline = await checkFiles(files("6.x"), { engine, remote: run(), offline: true })
    expect(offline.skipped).toMatchObject([
      { kind: "chosen", reason: "its dependency podinfo is neither vendored nor in a mirror" },
    ])
  })
})

describe("a HelmChart of its own whose chart is in a repository on the network", () => {
  const helmChart = (more: string): Readonly<Record<string, string>> => ({
    ...sync,
    "clusters/production/chart.yaml": `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts, namespace: flux-system }
spec: { interval: 1h, url: "http://charts.example:${server.port}" }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmChart
metadata: { name: podinfo, namespace: flux-system }
spec:
  interval: 1h
  chart: podinfo
  version: 6.9.2
  sourceRef: { kind: HelmRepository, name: charts }
  valuesFiles:
    - values.yaml
    - values-production.yaml
${more}`,
  })

  test("names a values file that the chart does not have", async () => {
    const { findings, skipped } = await checkFiles(helmChart(""), { engine, remote: run() })
    expect(findings).toMatchObject([
      {
        ...{ rule: "hr-render-failed", severity: "error" },
        location: { range: { start: { line: 15 } } },
        message:
          "HelmChart flux-system/podinfo has no values: no values file found at path 'values-production.yaml'.",
      },
    ])
    expect(skipped).toEqual([])
  })

  test("may have it missing", async () => {
    const files = helmChart("  ignoreMissingValuesFiles: true\n")
    expect((await checkFiles(files, { engine, remote: run() })).findings).toEqual([])
  })
})
