import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { remoteSchema } from "../../src/build/remote/remote-schema.ts"
import {
  memoryCache,
  type Served,
  serveFiles,
  sha256,
} from "../../src/build/remote/testdata/remote.ts"
import { createWasmEngine } from "../../src/host/engine/wasm-engine.ts"
import { guardedNetwork, type NetworkOptions } from "../../src/host/fetch/guarded-network.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { type Checked, checkFiles, sync } from "./check-files.ts"

const engine = createWasmEngine({ concurrency: 1, timeoutMs: 120_000 })
let server: TestServer
let served: Record<string, Served> = {}

beforeAll(() => engine.start())
afterAll(() => engine.close())
beforeEach(async () => {
  served = { "/values.json": '{"properties": {"replicas": {"type": "integer"}}}' }
  server = await serveFiles(() => served)
})
afterEach(() => server.close())

interface Asking {
  /** What the chart's `values.schema.json` refers to. */
  readonly references?: readonly string[]
  readonly replicas?: string
  readonly offline?: boolean
  readonly cache?: ReturnType<typeof memoryCache>
  readonly network?: Partial<NetworkOptions>
  /** Without: the host fetches nothing. */
  readonly fetches?: boolean
}

/** A cluster with a release of a chart in Git. */
function repository({ references = ["values.json"], replicas = "2" }: Asking) {
  const allOf = references.map((path) => ({
    $ref: `http://schemas.example:${server.port}/${path}`,
  }))
  return {
    ...sync,
    "charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
    "charts/web/values.schema.json": JSON.stringify({ allOf }),
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
  values:
    replicas: ${replicas}
`,
  }
}

function check(asking: Asking = {}): Promise<Checked> {
  const { offline = false, cache = memoryCache(), fetches = true } = asking
  const network = guardedNetwork({
    toolVersion: "test",
    allowPrivateHosts: true,
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    timing: { pauseMs: 1 },
    ...asking.network,
  })
  return checkFiles(repository(asking), {
    engine,
    offline,
    ...(fetches && {
      fetchSchema: (url: string) => remoteSchema({ network, cache, digest: sha256, offline }, url),
    }),
  })
}

const what = "checking the values of HelmRelease flux-system/web"

describe("values whose schema refers to others by URL", () => {
  test("are checked by them", async () => {
    const { findings, skipped } = await check({ replicas: "many" })
    expect(findings).toMatchObject([{ rule: "hr-values-schema" }])
    expect(skipped).toEqual([])
  })

  test("are fine when they fit", async () => {
    const { release, findings, skipped } = await check()
    expect(release?.status).toBe("rendered")
    expect([findings, skipped]).toEqual([[], []])
  })

  test("are checked by what those refer to, and what these do", async () => {
    served["/values.json"] = '{"properties": {"replicas": {"$ref": "deep/a.json#/$defs/count"}}}'
    served["/deep/a.json"] = '{"$defs": {"count": {"$ref": "b.json"}}}'
    served["/deep/b.json"] = '{"type": "integer"}'
    const { findings, skipped } = await check({ replicas: "many" })
    expect(findings).toMatchObject([{ rule: "hr-values-schema" }])
    expect(skipped).toEqual([])
    expect(server.requests).toHaveLength(3)
  })

  test("are checked however long the chain is, and a circle ends", async () => {
    for (let step = 0; step < 12; step++)
      served[`/s${step}.json`] = JSON.stringify({ allOf: [{ $ref: `s${(step + 1) % 13}.json` }] })
    served["/s12.json"] =
      '{"properties": {"replicas": {"type": "integer"}, "more": {"$ref": "s0.json"}}}'
    const { findings } = await check({ references: ["s0.json"], replicas: "many" })
    expect(findings).toMatchObject([{ rule: "hr-values-schema" }])
    expect(server.requests).toHaveLength(13)
  })

  test("need nothing that only looks like a reference", async () => {
    served["/values.json"] =
      '{"properties": {"replicas": {"type": "integer"}}, "$defs": {"unused": {"$ref": "gone.json"}}}'
    const { findings, skipped } = await check()
    expect([findings, skipped]).toEqual([[], []])
  })

  test("are not checked when one of several schemas is not there: half of them prove nothing", async () => {
    const { findings, skipped } = await check({
      references: ["values.json", "gone.json"],
      replicas: "many",
    })
    expect(findings).toEqual([])
    const reason = `its values.schema.json refers to schemas that could not be fetched: http://schemas.example:${server.port}/gone.json is not there`
    expect(skipped).toEqual([{ what, reason, kind: "incomplete" }])
  })

  test("are not checked by what is no JSON", async () => {
    served["/values.json"] = "<html>sign in</html>"
    const { findings, skipped } = await check({ replicas: "many" })
    expect(findings).toEqual([])
    expect(skipped).toMatchObject([
      { what, reason: expect.stringContaining("values.json is no JSON"), kind: "incomplete" },
    ])
  })

  test("are not checked when there are more schemas than a chart may ask for", async () => {
    const references = Array.from({ length: 65 }, (_, index) => `s${index}.json`)
    for (const path of references) served[`/${path}`] = "{}"
    served["/all.json"] = JSON.stringify({ allOf: references.map((path) => ({ $ref: path })) })
    const { skipped } = await check({ references: ["all.json"] })
    expect(skipped).toMatchObject([
      { what, reason: expect.stringContaining("more than 64 schemas"), kind: "incomplete" },
    ])
    expect(server.requests).toHaveLength(64)
  })

  const untouched: readonly [string, Asking, string][] = [
    ["offline", { offline: true }, ": --offline"],
    ["when nothing is fetched", { fetches: false }, ""],
    [
      "when --allow-host does not name the host, as with --untrusted",
      { network: { allowHosts: [], untrusted: true } },
      ": --allow-host does not name schemas.example",
    ],
  ]
  test.each(untouched)("are not checked %s, by choice", async (_when, asking, why) => {
    const { findings, skipped } = await check({ ...asking, replicas: "many" })
    expect(findings).toEqual([])
    const url = `http://schemas.example:${server.port}/values.json`
    const reason = `web: values.schema.json refers to ${url}, which was not fetched${why}`
    expect(skipped).toEqual([{ what, reason, kind: "chosen" }])
    expect(server.connections()).toBe(0)
  })

  test("are not checked by a schema in one's own network", async () => {
    const { skipped } = await check({ network: { allowPrivateHosts: false } })
    expect(skipped).toMatchObject([
      { what, reason: expect.stringContaining("--allow-private-hosts") },
    ])
    expect(server.connections()).toBe(0)
  })

  test("are checked offline after a run that had the network", async () => {
    const cache = memoryCache()
    await check({ cache })
    const before = server.connections()
    const { findings, skipped } = await check({ cache, offline: true, replicas: "many" })
    expect(findings).toMatchObject([{ rule: "hr-values-schema" }])
    expect(skipped).toEqual([])
    expect(server.connections()).toBe(before)
  })
})
