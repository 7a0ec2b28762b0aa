import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { guardedNetwork } from "../../host/fetch/guarded-network.ts"
import type { TestServer } from "../../host/fetch/testdata/server.ts"
import type { FetchedSchema } from "../../schema/fetched-schemas.ts"
import type { Cache } from "../cache.ts"
import { remoteSchema } from "./remote-schema.ts"
import { memoryCache, type Served, serveFiles, sha256 } from "./testdata/remote.ts"

let server: TestServer
let files: Record<string, Served> = {}

beforeEach(async () => {
  files = { "/k8up.io/backup_v1.json": '{"type":"object"}' }
  server = await serveFiles(() => files)
})
afterEach(() => server.close())

interface Asking {
  readonly cache?: Cache
  readonly offline?: boolean
  readonly allowPrivateHosts?: boolean
}

function fetch(path: string, asking: Asking = {}): Promise<FetchedSchema> {
  const { cache = memoryCache(), offline = false, allowPrivateHosts = true } = asking
  const network = guardedNetwork({
    toolVersion: "test",
    allowPrivateHosts,
    loginFor: async () => undefined,
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    timing: { pauseMs: 1 },
  })
  const url = `http://schemas.example:${server.port}${path}`
  return remoteSchema({ network, cache, digest: sha256, offline }, url)
}

const backup = "/k8up.io/backup_v1.json"

describe("a schema at an address", () => {
  test("is fetched, and offline taken from an earlier run", async () => {
    const cache = memoryCache()
    const schema = { status: "ok", text: '{"type":"object"}' }
    expect(await fetch(backup, { cache })).toEqual(schema)
    const before = server.connections()
    expect(await fetch(backup, { cache, offline: true })).toEqual(schema)
    expect(server.connections()).toBe(before)
  })

  test("that its server does not have is none", async () => {
    expect(await fetch("/k8up.io/other_v1.json")).toEqual({ status: "absent" })
  })

  test("is not had offline without one", async () => {
    expect(await fetch(backup, { offline: true })).toEqual({
      status: "unavailable",
      reason: "--offline",
      chosen: true,
    })
    expect(server.connections()).toBe(0)
  })

  test("that asks for a login is said to do so", async () => {
    files[backup] = (_request, response) => void response.writeHead(401).end()
    expect(await fetch(backup)).toMatchObject({
      status: "unavailable",
      reason: expect.stringContaining("asks for a login (401)"),
      chosen: false,
    })
  })

  test("is not fetched from an address of one's own network", async () => {
    expect(await fetch(backup, { allowPrivateHosts: false })).toMatchObject({
      status: "unavailable",
    })
    expect(server.connections()).toBe(0)
  })
})
