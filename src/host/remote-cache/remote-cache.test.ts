import { afterEach, describe, expect, test } from "vitest"
import type { Cache, CacheKind } from "../../build/cache.ts"
import { listen, type TestServer } from "../fetch/testdata/server.ts"
import { openRemoteCache } from "./open-remote-cache.ts"
import { type BazelServer, listenAsBazel } from "./testdata/bazel-server.ts"

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function bazelServer(): Promise<BazelServer> {
  const server = await listenAsBazel()
  servers.push(server)
  return server
}

function memory(): Cache & { readonly entries: Map<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>()
  return {
    entries,
    get: async (kind, key) => entries.get(`${kind} ${key}`),
    put: async (kind, key, value) => void entries.set(`${kind} ${key}`, value),
  }
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (value: Uint8Array | undefined): string | undefined =>
  value && new TextDecoder().decode(value)

/** A machine with an empty cache of its own beside the shared one. */
function machine(
  port: number,
  more: { readonly readOnly?: boolean; readonly login?: string } = {},
) {
  const failures: string[] = []
  const local = memory()
  const login = more.login === undefined ? "" : `${more.login}@`
  const cache = openRemoteCache(local, {
    url: new URL(`http://${login}127.0.0.1:${port}`),
    readOnly: more.readOnly ?? false,
    toolVersion: "test",
    onFailure: (reason) => failures.push(reason),
  })
  return { cache, local, failures }
}

async function share(port: number, kind: CacheKind, key: string, value: string): Promise<void> {
  const { cache, failures } = machine(port)
  await cache.put(kind, key, bytes(value))
  await cache.settled()
  expect(failures).toEqual([])
}

describe("what one machine has rendered", () => {
  test("another one finds, and keeps", async () => {
    const { port, requests } = await bazelServer()
    await share(port, "helm", "k1", "rendered")
    const { cache, local } = machine(port)
    expect(text(await cache.get("helm", "k1"))).toBe("rendered")
    expect(await cache.get("helm", "k2")).toBeUndefined()
    expect(await cache.get("kustomize", "k1")).toBeUndefined()
    expect(text(local.entries.get("helm k1"))).toBe("rendered")
    const asked = requests.length
    expect(text(await cache.get("helm", "k1"))).toBe("rendered")
    expect(requests).toHaveLength(asked)
  })

  test("lies in /cas/ under its digest, and /ac/ leads there", async () => {
    const { port, blobs } = await bazelServer()
    await share(port, "helm", "k1", "password: hunter2")
    const [content = "", action = ""] = [...blobs.keys()]
    expect(content).toMatch(/^\/cas\/[0-9a-f]{64}$/u)
    expect(action).toMatch(/^\/ac\/[0-9a-f]{64}$/u)
    expect(blobs.get(action)?.includes(content.slice("/cas/".length))).toBe(true)
    // Who does not have the inputs reads nothing.
    for (const [path, blob] of blobs) expect(`${path} ${blob}`).not.toContain("hunter2")
  })

  test.each(["remote", "mirror", "run", "runs", "validate"] as const)(
    "notes of this machine (%s) stay here",
    async (kind) => {
      const { port, requests } = await bazelServer()
      const { cache, local } = machine(port)
      await cache.put(kind, "k1", bytes("note"))
      await cache.settled()
      expect(text(await cache.get(kind, "k1"))).toBe("note")
      expect(await cache.get(kind, "k2")).toBeUndefined()
      expect(local.entries.size).toBe(1)
      expect(requests).toEqual([])
    },
  )
})

describe("a shared cache is not believed", () => {
  const changes: readonly (readonly [string, (blob: Buffer) => Buffer])[] = [
    ["changed", (blob) => Buffer.from(blob.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
    ["cut off", (blob) => blob.subarray(0, -1)],
    ["empty", () => Buffer.alloc(0)],
  ]
  test.each(changes)("when its content was %s", async (_, change) => {
    const { port, blobs } = await bazelServer()
    await share(port, "helm", "k1", "rendered once and for all")
    const [content = ""] = [...blobs.keys()]
    blobs.set(content, change(blobs.get(content) ?? Buffer.alloc(0)))
    expect(await machine(port).cache.get("helm", "k1")).toBeUndefined()
  })

  test("when an entry leads to the content of another one", async () => {
    const { port, blobs } = await bazelServer()
    await share(port, "helm", "k1", "one")
    await share(port, "helm", "k2", "two")
    const [, first = "", , second = ""] = [...blobs.keys()]
    blobs.set(first, blobs.get(second) ?? Buffer.alloc(0))
    const { cache, local } = machine(port)
    expect(await cache.get("helm", "k1")).toBeUndefined()
    expect(local.entries.size).toBe(0)
  })

  test("when an entry is a page of a proxy", async () => {
    const { port, blobs } = await bazelServer()
    await share(port, "helm", "k1", "one")
    for (const path of blobs.keys()) blobs.set(path, Buffer.from("<html>Sign in</html>"))
    expect(await machine(port).cache.get("helm", "k1")).toBeUndefined()
  })
})

test("nothing of a stranger's repository is written", async () => {
  const { port, requests, blobs } = await bazelServer()
  await share(port, "helm", "k1", "rendered")
  const before = blobs.size
  const { cache } = machine(port, { readOnly: true })
  expect(text(await cache.get("helm", "k1"))).toBe("rendered")
  await cache.put("helm", "k2", bytes("a stranger's"))
  await cache.settled()
  expect(blobs.size).toBe(before)
  expect(requests.filter((request) => request.startsWith("PUT"))).toHaveLength(2)
})

describe("a failure of the cache is none of the run", () => {
  test("when nobody is there: said once, and not waited for again", async () => {
    const server = await bazelServer()
    await server.close()
    const { cache, local, failures } = machine(server.port, { login: "me:pa55word" })
    for (const key of ["k1", "k2", "k3"]) {
      expect(await cache.get("helm", key)).toBeUndefined()
      await cache.put("helm", key, bytes(key))
    }
    await cache.settled()
    expect(local.entries.size).toBe(3)
    expect(failures).toEqual(["127.0.0.1 refuses connections"])
  })

  test.each([401, 403, 500, 507])("when it answers %i", async (code) => {
    const server = await listen(
      (_request, response) => void response.writeHead(code, { "retry-after": "60" }).end(),
    )
    servers.push(server)
    const { cache, local, failures } = machine(server.port)
    expect(await cache.get("helm", "k1")).toBeUndefined()
    await cache.put("helm", "k1", bytes("rendered"))
    await cache.settled()
    expect(text(local.entries.get("helm k1"))).toBe("rendered")
    expect(failures).toEqual([expect.stringContaining(`answers ${code}`)])
    expect(server.requests).toHaveLength(1)
  })

  test("when it takes nothing: what it has is no longer asked for either", async () => {
    const server = await listen((request, response) => {
      request.resume()
      response.writeHead(request.method === "PUT" ? 405 : 404).end()
    })
    servers.push(server)
    const { cache, failures } = machine(server.port)
    expect(await cache.get("helm", "k1")).toBeUndefined()
    await cache.put("helm", "k1", bytes("rendered"))
    await cache.settled()
    expect(failures).toEqual(["it answers 405"])
  })
})

test("name and password of the address go to its own host alone", async () => {
  const other = await listen((_request, response) => void response.end("stolen"))
  servers.push(other)
  const seen: (string | undefined)[] = []
  const server = await listen((request, response) => {
    seen.push(request.headers.authorization)
    request.resume()
    response.writeHead(307, { location: `http://localhost:${other.port}/` }).end()
  })
  servers.push(server)
  const { cache, failures } = machine(server.port, { login: "me:p%40ss" })
  expect(await cache.get("helm", "k1")).toBeUndefined()
  await cache.put("helm", "k1", bytes("rendered"))
  await cache.settled()
  expect(seen).toEqual([`Basic ${Buffer.from("me:p@ss").toString("base64")}`])
  expect(other.requests).toEqual([])
  expect(failures).toEqual(["--allow-host does not name localhost"])
})
