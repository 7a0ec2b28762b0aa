import type { LookupAddress } from "node:dns"
import type { IncomingMessage, RequestListener } from "node:http"
import type { Socket } from "node:net"
import { gzipSync } from "node:zlib"
import { afterEach, describe, expect, test } from "vitest"
import type { DownloadRequest } from "../../build/remote/network.ts"
import { guardedNetwork, type NetworkOptions } from "./guarded-network.ts"
import { listen, type TestServer } from "./testdata/server.ts"

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serve(answer: RequestListener, address?: string): Promise<TestServer> {
  const server = await listen(answer, address)
  servers.push(server)
  return server
}

const loopback: LookupAddress = { address: "127.0.0.1", family: 4 }
/** Stands for a host of the internet. */
const outside: LookupAddress = { address: "127.0.0.2", family: 4 }

function networkOf(options: Partial<NetworkOptions> = {}) {
  return guardedNetwork({ toolVersion: "test", timing: { pauseMs: 1 }, ...options })
}

/** `charts.example` is public, all other names lead to this machine. */
const split: Partial<NetworkOptions> = {
  isAllowed: (address) => address === outside.address,
  resolve: async (host) => [host === "charts.example" ? outside : loopback],
}
const open: Partial<NetworkOptions> = { allowPrivateHosts: true, resolve: async () => [loopback] }

const ask = (url: string, more: Partial<DownloadRequest> = {}): DownloadRequest => ({
  url,
  maxBytes: 1024,
  ...more,
})

const hello: RequestListener = (_request, response) => void response.end("hello")

describe("no connection is made to this machine or its network", () => {
  const encodings = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "127.0.0.1.",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "charts.internal",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[2002:7f00:1::]",
    "[fd00:ec2::254]",
    "[fe80::1]",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "[::ffff:a9fe:a9fe]",
    "10.0.0.1",
    "192.168.0.1",
    "100.100.100.200",
    "user:password@127.0.0.1",
  ]

  test.each(encodings)("http://%s", async (host) => {
    const server = await serve(hello)
    const network = networkOf({ resolve: async () => [loopback] })
    const answer = await network.get(ask(`http://${host}:${server.port}/index.yaml`))
    expect(answer).toMatchObject({ status: "failed" })
    expect(server.connections()).toBe(0)
  })

  test("when a public host redirects there", async () => {
    const secret = await serve(hello)
    const front = await serve(
      (_request, response) =>
        void response.writeHead(302, { location: `http://inside.example:${secret.port}/` }).end(),
      outside.address,
    )
    const answer = await networkOf(split).get(ask(`http://charts.example:${front.port}/`))
    expect(answer).toMatchObject({
      status: "failed",
      reason:
        "inside.example (127.0.0.1) is not on the internet, and --allow-private-hosts is not given",
    })
    expect([front.connections(), secret.connections()]).toEqual([1, 0])
  })

  test("when a name is public first and private afterwards", async () => {
    const secret = await serve(hello)
    let lookups = 0
    const network = networkOf({
      isAllowed: split.isAllowed ?? (() => false),
      resolve: async () => [lookups++ === 0 ? outside : loopback],
    })
    // Nobody listens at the public address: the second try looks the name up again.
    const url = `http://rebind.example:${secret.port}/`
    const answers = [await network.get(ask(url)), await networkOf(split).get(ask(url))]
    expect(answers).toMatchObject([{ status: "failed" }, { status: "failed" }])
    expect(secret.connections()).toBe(0)
  })

  test("when a name has a private address beside a public one", async () => {
    const secret = await serve(hello)
    const network = networkOf({ ...split, resolve: async () => [loopback, outside] })
    await network.get(ask(`http://both.example:${secret.port}/`))
    expect(secret.connections()).toBe(0)
  })

  test.each(["file:///etc/passwd", "data:text/plain,hello", "ftp://a.example/", "oci://a/b", "no"])(
    "for %s",
    async (url) => {
      expect(await networkOf(open).get(ask(url))).toMatchObject({ status: "failed" })
    },
  )

  test("for a host that is not among those allowed", async () => {
    const server = await serve(hello)
    const network = networkOf({ ...open, allowHosts: ["ghcr.io", "*.example.com"] })
    const get = (host: string) => network.get(ask(`http://${host}:${server.port}/`))
    expect(await get("charts.example.com")).toMatchObject({ status: "ok" })
    expect(await get("example.com.evil.net")).toMatchObject({ status: "failed" })
    expect(await get("notexample.com")).toMatchObject({ status: "failed" })
    expect(server.connections()).toBe(1)
  })
})

describe("credentials", () => {
  const seen = (request: IncomingMessage): string => request.headers.authorization ?? "none"
  const echo: RequestListener = (request, response) => void response.end(seen(request))
  const text = async (network: ReturnType<typeof networkOf>, request: DownloadRequest) => {
    const answer = await network.get(request)
    return answer.status === "ok" ? new TextDecoder().decode(answer.bytes) : answer
  }
  const credentials = (port: number) => ({
    origin: `http://charts.example:${port}`,
    authorization: "Basic c2VjcmV0",
  })

  test("go to their own origin", async () => {
    const { port } = await serve(echo)
    const request = ask(`http://charts.example:${port}/a`, { credentials: credentials(port) })
    expect(await text(networkOf(open), request)).toBe("Basic c2VjcmV0")
  })

  test("go to no other host, port or scheme", async () => {
    const { port } = await serve(echo)
    const other = ask(`http://other.example:${port}/`, { credentials: credentials(port) })
    expect(await text(networkOf(open), other)).toBe("none")
    const elsewhere = ask(`http://charts.example:${port}/`, { credentials: credentials(port + 1) })
    expect(await text(networkOf(open), elsewhere)).toBe("none")
  })

  test.each([
    ["another host", "other.example"],
    ["a host below it", "cdn.charts.example"],
  ])("are not sent along with a redirect to %s", async (_title, host) => {
    const target = await serve(echo)
    const front = await serve(
      (_request, response) =>
        void response.writeHead(307, { location: `http://${host}:${target.port}/` }).end(),
    )
    const request = ask(`http://charts.example:${front.port}/`, {
      credentials: credentials(front.port),
    })
    expect(await text(networkOf(open), request)).toBe("none")
  })

  test("are not sent for an untrusted repository", async () => {
    const { port } = await serve(echo)
    const request = ask(`http://charts.example:${port}/`, { credentials: credentials(port) })
    const network = networkOf({
      ...{ ...open, untrusted: true },
      loginFor: async () => ({ username: "a", password: "b" }),
    })
    expect(await text(network, request)).toBe("none")
    expect(await network.loginFor("ghcr.io")).toBeUndefined()
  })

  test("in an address are never sent", async () => {
    const { port } = await serve(echo)
    expect(await text(networkOf(open), ask(`http://me:word@charts.example:${port}/`))).toBe("none")
  })
})

describe("limits", () => {
  const large = "x".repeat(5000)

  test.each([
    ["as large as it may be", 5000, "ok"],
    ["one byte larger", 4999, "failed"],
  ])("content that is %s", async (_title, maxBytes, status) => {
    const { port } = await serve((_request, response) => void response.end(large))
    const answer = await networkOf(open).get(ask(`http://a.example:${port}/`, { maxBytes }))
    expect(answer.status).toBe(status)
  })

  test("content that is small as it comes, and large when it is unpacked", async () => {
    const packed = gzipSync("x".repeat(300 * 1024 * 1024), { level: 1 })
    const { port } = await serve(
      (_request, response) =>
        void response.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    )
    const url = `http://a.example:${port}/`
    const maxBytes = 50 * 1024 * 1024
    expect(await networkOf(open).get(ask(url, { maxBytes, compressible: true }))).toEqual({
      status: "failed",
      reason: "a.example sends more than 50 MiB",
    })
    // An archive is taken as its bytes come.
    expect(await networkOf(open).get(ask(url, { maxBytes }))).toMatchObject({ status: "ok" })
  })

  test("compressed content is unpacked, another encoding than gzip is refused, and so is broken gzip", async () => {
    const answers: Readonly<Record<string, readonly [string, Uint8Array]>> = {
      "/gzip": ["gzip", gzipSync("hello")],
      "/br": ["br", Buffer.from("hello")],
      "/broken": ["gzip", Buffer.from("hello")],
      "/cut": ["gzip", gzipSync("hello").subarray(0, 12)],
    }
    const { port } = await serve((request, response) => {
      const [encoding, bytes] = answers[request.url ?? ""] ?? ["identity", Buffer.from("")]
      response.writeHead(200, { "content-encoding": encoding }).end(bytes)
    })
    const get = (path: string) =>
      networkOf(open).get(ask(`http://a.example:${port}${path}`, { compressible: true }))
    expect(await get("/gzip")).toMatchObject({
      status: "ok",
      bytes: new Uint8Array(Buffer.from("hello")),
    })
    for (const path of ["/br", "/broken", "/cut"])
      expect(await get(path)).toMatchObject({ status: "failed" })
  })

  test("an answer that never ends is given up", async () => {
    const { port } = await serve((_request, response) => void response.write("a"))
    const network = networkOf({ ...open, timing: { answerMs: 50, pauseMs: 1 } })
    expect(await network.get(ask(`http://a.example:${port}/`))).toEqual({
      status: "failed",
      reason: "a.example did not answer in time",
    })
  })

  test("redirects that lead round in a circle are given up", async () => {
    const server = await serve(
      (_request, response) => void response.writeHead(302, { location: "/again" }).end(),
    )
    const answer = await networkOf(open).get(ask(`http://a.example:${server.port}/?token=secret`))
    expect(answer).toEqual({
      status: "failed",
      reason: `http://a.example:${server.port}/ redirects more than 10 times`,
    })
    expect(server.requests).toHaveLength(11)
  })

  test("at most four requests at a time reach one host", async () => {
    let active = 0
    let most = 0
    const server = await serve((_request, response) => {
      most = Math.max(most, ++active)
      setTimeout(() => {
        active -= 1
        response.end("done")
      }, 5)
    })
    const network = networkOf(open)
    const url = `http://a.example:${server.port}/`
    const answers = await Promise.all(Array.from({ length: 40 }, () => network.get(ask(url))))
    expect(answers.every(({ status }) => status === "ok")).toBe(true)
    expect([most, server.connections()]).toEqual([4, 4])
  })
})

describe("patience", () => {
  test.each([429, 408, 500, 502, 503, 504])(
    "%i is tried again, three times at most",
    async (code) => {
      let failures = 2
      const server = await serve((_request, response) => {
        response.writeHead(failures-- > 0 ? code : 200, { "retry-after": "0" }).end("late")
      })
      const network = networkOf(open)
      const url = `http://a.example:${server.port}/`
      expect(await network.get(ask(url))).toMatchObject({ status: "ok" })
      failures = 10
      expect(await network.get(ask(url))).toEqual({
        status: "failed",
        reason: `a.example answers ${code}`,
      })
      expect(server.requests).toHaveLength(6)
    },
  )

  test.each([
    ["that does not answer in time", () => {}],
    ["that closes the connection", (socket: Socket) => socket.destroy()],
  ])("a server %s is asked again", async (_, fail) => {
    let failures = 2
    const server = await serve((request, response) => {
      if (failures-- > 0) fail(request.socket)
      else response.end("late")
    })
    const network = networkOf({ ...open, timing: { answerMs: 500, pauseMs: 1 } })
    const answer = await network.get(ask(`http://a.example:${server.port}/`))
    expect(answer).toMatchObject({ status: "ok" })
    expect(server.requests).toHaveLength(3)
  })

  test("each pause is twice as long as the one before, and never shorter than the server asks", async () => {
    const pauses: number[] = []
    const sleep = async (ms: number): Promise<void> => void pauses.push(ms)
    const headers: Record<string, string>[] = [
      {},
      {},
      { "retry-after": "3" },
      { "retry-after": "7" },
    ]
    const server = await serve((_request, response) => {
      const next = headers.shift()
      response.writeHead(next ? 429 : 200, next).end()
    })
    const network = networkOf({ ...open, sleep, timing: {} })
    const url = `http://a.example:${server.port}/`
    expect(await network.get(ask(url))).toMatchObject({ status: "failed" })
    expect(await network.get(ask(url))).toMatchObject({ status: "ok" })
    const least = [500, 1000, 7000]
    expect(pauses).toHaveLength(least.length)
    // A quarter more at most, drawn at random: those that wait together do not come back together.
    for (const [index, ms] of least.entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(ms)
      expect(pauses[index]).toBeLessThanOrEqual(ms * 1.25)
    }
  })

  test.each([400, 401, 403, 404, 410])("%i is an answer", async (code) => {
    const server = await serve(
      (_request, response) => void response.writeHead(code, { "www-authenticate": "Basic" }).end(),
    )
    const answer = await networkOf(open).get(ask(`http://a.example:${server.port}/`))
    expect(answer).toMatchObject({ status: "refused", code })
    expect(server.requests).toHaveLength(1)
  })

  test("a server that asks for a long pause is left alone", async () => {
    const server = await serve(
      (_request, response) => void response.writeHead(429, { "retry-after": "3600" }).end(),
    )
    await networkOf(open).get(ask(`http://a.example:${server.port}/`))
    expect(server.requests).toHaveLength(1)
  })

  test("a host that is not there is looked up once in a run", async () => {
    let lookups = 0
    const resolve = async () => {
      lookups += 1
      throw Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" })
    }
    const network = networkOf({ resolve })
    for (const path of ["a", "b", "c"])
      expect(await network.get(ask(`https://gone.example/${path}`))).toEqual({
        status: "failed",
        reason: "gone.example has no address",
      })
    expect(lookups).toBe(1)
    const many = Array.from({ length: 40 }, (_, number) =>
      network.get(ask(`https://other.example/${number}`)),
    )
    expect(await Promise.all(many)).toHaveLength(40)
    expect(lookups).toBeLessThanOrEqual(1 + 4)
  })

  test("a run that is broken off waits for nothing", async () => {
    const { port } = await serve((_request, response) => void response.write("a"))
    const stop = new AbortController()
    const answer = networkOf({ ...open, signal: stop.signal }).get(ask(`http://a.example:${port}/`))
    setTimeout(() => stop.abort(), 20)
    expect(await answer).toMatchObject({ status: "failed" })
  })
})

test("a copy that is still good is not sent again", async () => {
  const { port } = await serve((request, response) => {
    const fresh = request.headers["if-none-match"] === '"v1"'
    response.writeHead(fresh ? 304 : 200, { etag: '"v1"' }).end(fresh ? undefined : "index")
  })
  const url = `http://a.example:${port}/index.yaml`
  const first = await networkOf(open).get(ask(url))
  expect(first.status === "ok" && first.headers.get("etag")).toBe('"v1"')
  expect(await networkOf(open).get(ask(url, { validators: { etag: '"v1"' } }))).toEqual({
    status: "unchanged",
  })
})
