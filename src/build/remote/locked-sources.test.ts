import { afterEach, describe, expect, test } from "vitest"
import type { TestServer } from "../../host/fetch/testdata/server.ts"
import { formatLock, type Lock, type LockEntry, lockKey, parseLock } from "./lock.ts"
import { lockedSources } from "./locked-sources.ts"
import type { RemoteChartRequest } from "./remote-sources.ts"
import { memoryCache, run, type Served, serveFiles, sha256 } from "./testdata/remote.ts"

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const entry = (version: string): string =>
  `  - version: ${version}\n    urls: [podinfo-${version}.tgz]\n`

async function serve() {
  const files: Record<string, Served> = {
    "/index.yaml": `entries:\n  podinfo:\n${entry("6.0.0")}`,
    "/podinfo-6.0.0.tgz": "first",
    "/podinfo-6.1.0.tgz": "second",
  }
  const server = await serveFiles(() => files)
  servers.push(server)
  const request: RemoteChartRequest = {
    source: {
      ...{ kind: "repository", access: {}, passCredentials: false },
      url: `http://me:word@charts.example:${server.port}/`,
    },
    ...{ name: "HelmRepository apps/podinfo", chart: "podinfo", version: "6.x", offline: false },
  }
  return { server, files, request }
}

async function ask(request: RemoteChartRequest, lock: Lock = new Map(), cache = memoryCache()) {
  const fetched = new Map<string, LockEntry>()
  const onFetched = (one: LockEntry) => void fetched.set(lockKey(one), one)
  const sources = lockedSources(run(cache), { lock, cache, digest: sha256, onFetched })
  return { found: await sources.find(request), fetched }
}

describe("a lock", () => {
  test("is what sources have given, and is read as it is written", async () => {
    const { request, server } = await serve()
    const { fetched } = await ask(request)
    const text = formatLock(fetched)
    expect(text.split("\n").slice(2)).toEqual([
      "sources:",
      `  - source: "http://charts.example:${server.port}/"`,
      '    chart: "podinfo"',
      '    asks: "6.x"',
      '    version: "6.0.0"',
      `    digest: sha256:${sha256("first")}`,
      "",
    ])
    expect(parseLock(text)).toEqual(fetched)
    expect(parseLock(formatLock(new Map()))).toEqual(new Map())
  })

  test("holds a range to its version after the range has moved on", async () => {
    const { request, files } = await serve()
    const { fetched } = await ask(request)
    files["/index.yaml"] = `entries:\n  podinfo:\n${entry("6.1.0")}${entry("6.0.0")}`
    expect((await ask(request)).found).toMatchObject({ version: "6.1.0" })
    expect((await ask(request, fetched)).found).toMatchObject({ version: "6.0.0" })
  })

  test("needs no connection when the cache has what it names", async () => {
    const { request, server } = await serve()
    const cache = memoryCache()
    const { fetched } = await ask(request, new Map(), cache)
    const before = server.requests.length
    for (const offline of [false, true])
      expect((await ask({ ...request, offline }, fetched, cache)).found).toMatchObject({
        status: "found",
        version: "6.0.0",
      })
    expect(server.requests).toHaveLength(before)
  })

  test.each<readonly [string, Record<string, Served>, string]>([
    ["changed", { "/podinfo-6.0.0.tgz": "another" }, "has changed"],
    ["taken away", { "/index.yaml": `entries:\n  podinfo:\n${entry("6.1.0")}` }, "is gone"],
  ])("is not held to what was %s: that is said", async (_title, changes, what) => {
    const { request, files } = await serve()
    const { fetched } = await ask(request)
    Object.assign(files, changes)
    expect((await ask(request, fetched)).found).toEqual({
      status: "unavailable",
      reason: `version 6.0.0 ${what} since sluice.lock was written: run \`sluice lock\``,
    })
  })
})

test.each([
  ["", "its `version` is not 1"],
  ["version: 2\n", "its `version` is not 1"],
  ["version: 1\nsources: [{ source: a }]\n", "`sources[0]` is not whole"],
  [
    "version: 1\nsources: [{ source: a, asks: b, version: c, digest: sha256:d }]\n",
    "`sources[0]` is not whole",
  ],
])("%j is no lock", (text, error) => {
  expect(parseLock(text)).toEqual({ error })
})
