import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { IncomingMessage } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest"
import type { GitRemote, NamedProxy } from "../../src/build/remote/git.ts"
import type { RemoteChart } from "../../src/build/remote/remote-sources.ts"
import type { SourceAccess } from "../../src/build/remote/source-access.ts"
import { memoryCache, run } from "../../src/build/remote/testdata/remote.ts"
import { proxiesOf } from "../../src/host/fetch/proxy.ts"
import { makeCertificates } from "../../src/host/fetch/testdata/certificates.ts"
import { startProxy, type TestProxy } from "../../src/host/fetch/testdata/proxy.ts"
import type { GitOptions } from "../../src/host/git/git-session.ts"
import { guardedGit } from "../../src/host/git/guarded-git.ts"
import { argumentsOfProcesses, gitFolder, serveGit } from "./git-server.ts"

const folder = gitFolder()
const certificates = mkdtempSync(join(tmpdir(), "sluice-proxy-"))
const canMake = makeCertificates(certificates, "git.example")
if (!canMake)
  process.stderr.write("SKIPPED: there is no openssl; git in a tunnel of a proxy is not tested.\n")
const read = (name: string): string => readFileSync(join(certificates, name), "utf8")

let commit = ""
let refusal: number | undefined
let proxy: TestProxy
let server: Awaited<ReturnType<typeof serveGit>>
let proxyLogins: (string | undefined)[]
const secrets = /canary|Basic|Bearer/u
const login = { username: "me", password: "canary-5d1f" }
const basic = `Basic ${btoa("me:canary-5d1f")}`
/** Names and passwords may hold what has a meaning in addresses. */
const proxyLogin = { username: "us:er", password: "canary @/%?" }
const proxyBasic = `Basic ${btoa("us:er:canary @/%?")}`

beforeAll(() => {
  commit = folder.commit("apps", { "a.yaml": "a: 1\n" })
})
beforeEach(async () => {
  refusal = undefined
  proxyLogins = []
  proxy = await startProxy(() => refusal)
  server = await serveGit(folder.path, {
    authorization: basic,
    before: (request: IncomingMessage) => {
      proxyLogins.push(request.headers["proxy-authorization"])
      return false
    },
  })
})
afterEach(() => Promise.all([proxy.close(), server.close()]))
afterAll(() => {
  folder.remove()
  rmSync(certificates, { recursive: true, force: true })
})

function fetchFrom(
  url: string,
  access: SourceAccess,
  more: Parameters<typeof run>[1] = {},
): Promise<RemoteChart> {
  return run(memoryCache(), more).artifact({
    source: {
      ...{ kind: "git", url, access, submodules: false },
      reference: { by: "branch", branch: "main" },
    },
    ...{ name: "GitRepository flux-system/apps", chart: "", version: "", offline: false },
  })
}

const at = (scheme = "http", port = server.port): string =>
  `${scheme}://git.example:${port}/apps.git`
const place = (): string => `http://us%3Aer:canary%20%40%2F%25%3F@127.0.0.1:${proxy.port}`
/** Only the resolver of these tests knows where it is. */
const named = (): NamedProxy => ({ url: `http://proxy.example:${proxy.port}`, login: proxyLogin })

describe("through a proxy", () => {
  const ways: readonly [string, () => [SourceAccess, Record<string, string>]][] = [
    ["of the environment", () => [{}, { HTTP_PROXY: place(), https_proxy: place() }]],
    ["that the source names", () => [{ proxy: named() }, {}]],
    [
      "that the source names, whatever the environment says",
      () => [{ proxy: named() }, { HTTP_PROXY: "http://127.0.0.1:1", NO_PROXY: "*" }],
    ],
  ]

  test.each(ways)("%s a repository is read over http", async (_, way) => {
    const [access, proxies] = way()
    const found = await fetchFrom(at(), { ...access, login }, { proxies })
    expect(found).toMatchObject({ status: "found", version: commit })
    expect(JSON.stringify({ ...found, archive: "" })).not.toMatch(secrets)
    expect(proxy.requests).toContain(`GET ${at()}/info/refs?service=git-upload-pack`)
    expect(proxy.requests).toContain(`POST ${at()}/git-upload-pack`)
    expect(new Set(proxy.logins)).toEqual(new Set([proxyBasic]))
    // The host does not see the proxy's login, and is asked by the proxy alone.
    expect(new Set(proxyLogins)).toEqual(new Set([undefined]))
    expect(server.requests.length).toBe(proxy.requests.length)
  })

  test.skipIf(!canMake).each(ways)("%s one is read over https in a tunnel", async (_, way) => {
    const tls = { cert: read("server.crt"), key: read("server.key") }
    const secure = await serveGit(folder.path, { tls, authorization: basic })
    const [access, proxies] = way()
    const url = at("https", secure.port)
    const all = { ...access, login, authorities: read("ca.crt") }
    expect(await fetchFrom(url, all, { proxies })).toMatchObject({ version: commit })
    expect(new Set(proxy.requests)).toEqual(new Set([`CONNECT git.example:${secure.port}`]))
    expect(new Set(proxy.logins)).toEqual(new Set([proxyBasic]))
    // What opens the repository goes into the tunnel alone, and only to who the host says to be.
    expect(proxy.headers.join(" ")).not.toContain(basic)
    expect(await fetchFrom(url, { ...access, login }, { proxies })).toEqual({
      ...{ status: "unavailable", reason: "the certificate of git.example is not trusted" },
    })
    await secure.close()
  })

  test("a redirect is followed through it", async () => {
    const away = await serveGit(folder.path, {
      before: (request, response) => {
        const moved = request.url?.startsWith("/old.git")
        const location = `http://git.example:${away.port}${request.url?.replace("/old", "/apps")}`
        if (moved) response.writeHead(301, { location }).end()
        return moved === true
      },
    })
    for (const [access, proxies] of [
      [{}, { HTTP_PROXY: place() }],
      [{ proxy: named() }, {}],
    ] as const) {
      const before = proxy.requests.length
      const url = `http://git.example:${away.port}/old.git`
      expect(await fetchFrom(url, access, { proxies })).toMatchObject({ version: commit })
      expect(proxy.requests.length).toBeGreaterThan(before + 2)
    }
    expect(new Set(proxy.logins)).toEqual(new Set([proxyBasic]))
    await away.close()
  })

  test("the environment's is the one of the run that git is made for", async () => {
    const git = gitOf({
      environment: { PATH: process.env.PATH, http_proxy: place() },
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    })
    expect(await git.refs({ url: at(), ...own() })).toMatchObject({ status: "ok" })
    expect(proxy.requests).toContain(`GET ${at()}/info/refs?service=git-upload-pack`)
  })

  test("its own name is no one's but the resolver's of the guard", async () => {
    const asked: string[] = []
    const git = gitOf({
      resolve: async (host) => {
        asked.push(host)
        return [{ address: "127.0.0.1", family: 4 }]
      },
    })
    expect(await git.refs({ url: at(), proxy: named(), ...own() })).toMatchObject({ status: "ok" })
    // With --allow-private-hosts the host is the proxy's to look up.
    expect(asked).toEqual(["proxy.example"])
  })
})

/** The login of the repository, bound to it. */
const own = (): Partial<GitRemote> => ({
  credentials: { origin: new URL(at()).origin, authorization: basic },
})

function gitOf(options: Partial<GitOptions>) {
  return guardedGit({
    environment: { PATH: process.env.PATH },
    allowPrivateHosts: true,
    ...options,
  })
}

describe("what a proxy refuses", () => {
  test.each([
    [407, "wants a login (407)"],
    [403, "lets nobody through (403)"],
    [502, "lets nobody through (502)"],
  ])("with %d in a tunnel is named, without the login", async (code, said) => {
    refusal = code
    expect(await fetchFrom("https://git.example/apps.git", { proxy: named() })).toEqual({
      status: "unavailable",
      reason: `the proxy of its \`proxySecretRef\` ${said} to git.example`,
    })
  })

  test("with 407 over http is named", async () => {
    refusal = 407
    const reason = `the proxy 127.0.0.1:${proxy.port} wants a login (407) to git.example`
    const found = await fetchFrom(at(), {}, { proxies: { HTTP_PROXY: place() } })
    expect(found).toEqual({ status: "unavailable", reason })
  })

  test("a proxy that is not there is named, and nobody goes past it", async () => {
    await proxy.close()
    for (const scheme of ["http", "https"])
      expect(await fetchFrom(at(scheme), { proxy: named() })).toEqual({
        status: "unavailable",
        reason:
          "the proxy of its `proxySecretRef` refuses connections, and git.example is asked through it",
      })
    expect(server.connections()).toBe(0)
    proxy = await startProxy()
  })

  test("one of another kind is not passed by in silence", async () => {
    const proxies = { HTTP_PROXY: "socks5://127.0.0.1:1080" }
    expect(await fetchFrom(at(), {}, { proxies })).toEqual({
      ...{ status: "unavailable", reason: "HTTP_PROXY names no proxy of http or https" },
    })
    expect(server.connections()).toBe(0)
  })

  test("a login that git may send as another one is not sent", async () => {
    const access = { proxy: { ...named(), login: { username: "me", password: "canary%55" } } }
    expect(await fetchFrom(at(), access)).toEqual({
      status: "unavailable",
      reason: "git cannot send the login of the proxy of its `proxySecretRef`",
    })
    expect(proxy.connections()).toBe(0)
  })

  test("what it says is not repeated", async () => {
    refusal = 418
    expect(await fetchFrom(at(), { proxy: named() })).toEqual({
      ...{ status: "unavailable", reason: "git could not read it from git.example" },
    })
  })
})

describe("past the user's proxy", () => {
  test("goes what NO_PROXY names", async () => {
    const proxies = { HTTP_PROXY: place(), NO_PROXY: "git.example" }
    expect(await fetchFrom(at(), { login }, { proxies })).toMatchObject({ version: commit })
    expect(proxy.connections()).toBe(0)
  })

  test("goes a stranger's repository, and past its own one", async () => {
    const open = await serveGit(folder.path)
    const url = at("http", open.port)
    const more = { untrusted: true, proxies: { HTTP_PROXY: place() } }
    expect(await fetchFrom(url, { proxy: named() }, more)).toMatchObject({ version: commit })
    expect(proxy.connections()).toBe(0)
    const git = gitOf({
      ...{ untrusted: true, environment: { PATH: process.env.PATH, http_proxy: place() } },
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    })
    expect(await git.refs({ url, proxy: named() })).toMatchObject({ status: "ok" })
    expect(proxy.connections()).toBe(0)
    await open.close()
  })

  test.each([
    "http://10.0.0.7/a.git",
    "http://0x7f000001/a.git",
    "https://[fd00:ec2::254]/a.git",
    "https://wiki/a.git",
    "https://metadata.google.internal/a.git",
    "https://git.default.svc.cluster.local/a.git",
  ])("nobody asks %s", async (url) => {
    const git = gitOf({
      ...{
        allowPrivateHosts: false,
        proxyFor: proxiesOf({ HTTP_PROXY: place(), HTTPS_PROXY: place() }),
      },
      resolve: () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" })),
    })
    expect(await git.refs({ url })).toMatchObject({
      ...{ status: "failed", reason: expect.stringContaining("is not on the internet") },
    })
    expect(proxy.connections()).toBe(0)
  })

  test("nobody asks a host that this machine knows to be inside", async () => {
    const git = gitOf({
      ...{ allowPrivateHosts: false, proxyFor: proxiesOf({ HTTP_PROXY: place() }) },
      resolve: async () => [{ address: "10.1.2.3", family: 4 }],
    })
    expect(await git.refs({ url: "http://git.company.example/a.git" })).toEqual({
      status: "failed",
      reason:
        "git.company.example (10.1.2.3) is not on the internet, and --allow-private-hosts is not given",
    })
    expect(proxy.connections()).toBe(0)
  })
})

describe("a proxy that a repository names", () => {
  /** Loopback addresses stand for the inside, and 192.0.2.1 for the internet. */
  const guarded = (address: string, more: Partial<GitOptions> = {}) =>
    gitOf({
      ...{ allowPrivateHosts: false, proxyFor: () => undefined },
      isAllowed: (one) => one === "192.0.2.1",
      resolve: async (host) => [
        { address: host === "proxy.example" ? address : "192.0.2.1", family: 4 },
      ],
      ...more,
    })

  test.each([
    ["by its name", "proxy.example"],
    ["by its address", "127.0.0.1"],
    ["by a number", "2130706433"],
  ])("does not lead into the network, %s", async (_, host) => {
    const git = guarded("127.0.0.1")
    const answer = await git.refs({
      url: "https://git.example/apps.git",
      proxy: { url: `http://${host}:${proxy.port}` },
    })
    expect(answer).toEqual({
      status: "failed",
      reason:
        "the proxy of its `proxySecretRef` is not on the internet, and --allow-private-hosts is not given, and git.example is asked through it",
    })
    expect(proxy.connections()).toBe(0)
  })

  test("leads to no host that may not be asked without it", async () => {
    const git = guarded("192.0.2.1")
    expect(await git.refs({ url: "https://wiki/a.git", proxy: named() })).toMatchObject({
      reason: "wiki is not on the internet, and --allow-private-hosts is not given",
    })
  })

  test("has to be named by --allow-host, as the host behind it has", async () => {
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }]
    const refs = (allowHosts: readonly string[]) =>
      gitOf({ allowHosts, resolve }).refs({ url: at(), proxy: named(), ...own() })
    expect(await refs(["git.example"])).toEqual({
      status: "failed",
      reason:
        "--allow-host does not name the proxy of its `proxySecretRef`, and git.example is asked through it",
    })
    expect(await refs(["proxy.example"])).toEqual({
      ...{ status: "failed", reason: "--allow-host does not name git.example" },
    })
    expect(proxy.connections()).toBe(0)
    expect(await refs(["git.example", "proxy.example"])).toMatchObject({ status: "ok" })
  })

  test("is at the address that was judged, whatever its name says later", async () => {
    let asked = 0
    const git = gitOf({
      isAllowed: (address) => address === "127.0.0.1",
      resolve: async () => [{ address: asked++ === 0 ? "127.0.0.1" : "127.0.0.3", family: 4 }],
    })
    expect(await git.refs({ url: at(), proxy: named(), ...own() })).toMatchObject({ status: "ok" })
    expect(asked).toBe(1)
  })
})

describe.skipIf(process.platform !== "linux")("while git runs", () => {
  test("nobody else sees the proxy's login", async () => {
    const seen: string[] = []
    const watched = await serveGit(folder.path, {
      before: () => {
        seen.push(...argumentsOfProcesses())
        return false
      },
    })
    await fetchFrom(at("http", watched.port), { proxy: named() })
    await fetchFrom(at("http", watched.port), {}, { proxies: { HTTP_PROXY: place() } })
    expect(seen.some((one) => one.includes("ls-remote"))).toBe(true)
    expect(seen.filter((one) => /canary|Basic|us%3Aer/u.test(one))).toEqual([])
    await watched.close()
  })
})
