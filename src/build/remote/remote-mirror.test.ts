import { afterEach, expect, test } from "vitest"
import type { TestServer } from "../../host/fetch/testdata/server.ts"
import { memoryFiles } from "../../host/memory-files.ts"
import { loadMirrors } from "../load-mirrors.ts"
import { memoryCache, run, serveFiles, sha256 } from "./testdata/remote.ts"

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const index = `entries:
  podinfo:
  - version: 6.1.0
    urls: [podinfo-6.1.0.tgz]
    digest: ${sha256("archive")}
  - version: 6.0.0
    urls: [podinfo-6.0.0.tgz]
`

async function serve(): Promise<TestServer> {
  const server = await serveFiles(() => ({ "/index.yaml": index, "/podinfo-6.1.0.tgz": "archive" }))
  servers.push(server)
  return server
}

const hostOf = (remote = run()) => ({
  ...{ files: memoryFiles({}), cache: memoryCache(), digest: sha256, remote },
})

test("a repository on the network is a mirror, and its login is not shown", async () => {
  const { port } = await serve()
  const mirrors = [`http://me:word@mirror.example:${port}/`]
  const loaded = await loadMirrors(hostOf(), { mirrors, offline: false })
  expect(loaded.skipped).toEqual([])
  const [mirror] = loaded.mirrors
  expect(mirror?.place).toBe(`http://mirror.example:${port}/`)
  const [newest, older] = (await mirror?.entries("podinfo")) ?? []
  expect(newest).toMatchObject({ name: "podinfo", version: "6.1.0", digest: sha256("archive") })
  expect(newest && (await mirror?.read(newest))).toEqual(new TextEncoder().encode("archive"))
  await expect(older && mirror?.read(older)).rejects.toThrow("podinfo-6.0.0.tgz is not there")
  expect(await mirror?.entries("redis")).toEqual([])
})

test("one that cannot be reached is said, and leaves the run incomplete unless it is offline", async () => {
  const { port } = await serve()
  const mirrors = [`http://me:word@mirror.example:${port}/absent`]
  const place = `http://mirror.example:${port}/absent`
  const load = (offline: boolean) => loadMirrors(hostOf(), { mirrors, offline })
  expect(await load(false)).toEqual({
    mirrors: [],
    skipped: [
      {
        ...{ path: place, what: `the chart mirror ${place}`, kind: "incomplete" },
        reason: `${place}/index.yaml is not there (404)`,
      },
    ],
  })
  expect((await load(true)).skipped).toMatchObject([{ reason: "--offline", kind: "chosen" }])
})

test("a registry that cannot be reached has no chart", async () => {
  const mirrors = ["oci://mirror.example:1/charts"]
  const loaded = await loadMirrors(hostOf(), { mirrors, offline: false })
  expect(await loaded.mirrors[0]?.entries("podinfo")).toEqual([])
})
