import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import type { RequestListener } from "node:http"
import { createServer } from "node:https"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest"
import type { DownloadRequest } from "../../build/remote/network.ts"
import { guardedNetwork, type NetworkOptions } from "./guarded-network.ts"
import { proxiesOf } from "./proxy.ts"
import { makeCertificates } from "./testdata/certificates.ts"
import { silence, startProxy, type TestProxy } from "./testdata/proxy.ts"
import { listen, started, type TestServer } from "./testdata/server.ts"

const folder = mkdtempSync(join(tmpdir(), "sluice-proxy-"))
const read = (name: string): string => readFileSync(join(folder, name), "utf8")
const canMake = makeCertificates(folder, "charts.example")
if (!canMake) process.stderr.write("SKIPPED: there is no openssl; tunnels are not tested.\n")
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const answer: RequestListener = ({ headers }, response) =>
  void response.end(JSON.stringify([headers.host, headers["proxy-authorization"] ?? null]))

let refusal: number | undefined
let proxy: TestProxy
let plain: TestServer
let secure: TestServer | undefined

beforeEach(async () => {
  refusal = undefined
  proxy = await startProxy(() => refusal)
  plain = await listen(answer)
  if (canMake)
    secure = await started(
      createServer({ key: read("server.key"), cert: read("server.crt") }, answer),
    )
})
afterEach(async () => {
  await Promise.all([proxy, plain, secure].map((server) => server?.close()))
})

/** Behind the proxy nobody but it can look a host up. */
const get = async (
  address: string,
  { network = {}, ...more }: Partial<DownloadRequest> & { network?: Partial<NetworkOptions> } = {},
) => {
  const place = `http://user:pa%2055@127.0.0.1:${proxy.port}`
  const client = guardedNetwork({
    ...{ toolVersion: "test", timing: { pauseMs: 1 } },
    resolve: () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" })),
    proxyFor: proxiesOf({ HTTP_PROXY: place, HTTPS_PROXY: place, NO_PROXY: "direct.example" }),
    ...network,
  })
  const found = await client.get({ url: address, maxBytes: 1000, ...more })
  return found.status === "ok" ? JSON.parse(new TextDecoder().decode(found.bytes)) : found
}

const login = `Basic ${Buffer.from("user:pa 55").toString("base64")}`

describe("through the user's proxy", () => {
  test("a host is asked over http by its whole address, and does not see the proxy's login", async () => {
    const host = `charts.example:${plain.port}`
    expect(await get(`http://${host}/index.yaml`)).toEqual([host, null])
    expect(proxy.requests).toEqual([`GET http://${host}/index.yaml`])
    expect(proxy.logins).toEqual([login])
  })

  test.skipIf(!canMake)("a host is asked over https in a tunnel, which is used again", async () => {
    const host = `charts.example:${secure?.port}`
    const authorities = read("ca.crt")
    for (let time = 0; time < 2; time++) {
      const found = await get(`https://${host}/a`, { authorities })
      expect(found).toEqual([host, null])
    }
    expect(new Set(proxy.requests)).toEqual(new Set([`CONNECT ${host}`]))
    expect(proxy.logins[0]).toBe(login)
    expect(secure?.requests).toEqual([])
  })

  test.skipIf(!canMake)("a host in a tunnel has to be who it says", async () => {
    const authorities = read("ca.crt")
    const wrong = await get(`https://other.example:${secure?.port}/`, { authorities })
    expect(wrong).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("other.example"),
    })
    const unknown = await get(`https://charts.example:${secure?.port}/`)
    expect(unknown).toMatchObject({ status: "failed" })
  })

  test.skipIf(!canMake)("credentials of the host go into the tunnel alone", async () => {
    const host = `charts.example:${secure?.port}`
    const credentials = { origin: `https://${host}`, authorization: "Bearer s3cret" }
    await get(`https://${host}/a`, { authorities: read("ca.crt"), credentials })
    expect(proxy.logins).toEqual([login])
    expect(JSON.stringify(proxy.requests)).not.toContain("s3cret")
  })

  test.each([
    [407, "wants a login (407)"],
    [403, "lets nobody through (403)"],
    [502, "lets nobody through (502)"],
  ])("a refusal with %d is named, without the login", async (code, said) => {
    refusal = code
    expect(await get("https://charts.example/")).toEqual({
      status: "failed",
      reason: `the proxy 127.0.0.1:${proxy.port} ${said} to charts.example`,
    })
  })

  test("a proxy that is not there is named", async () => {
    const { port } = proxy
    await proxy.close()
    for (const scheme of ["http", "https"])
      expect(await get(`${scheme}://charts.example/`)).toEqual({
        status: "failed",
        reason: `the proxy 127.0.0.1:${port} refuses connections, and charts.example is asked through it`,
      })
    proxy = await startProxy()
  })

  test("a proxy that does not answer is given up", async () => {
    refusal = silence
    const network = { timing: { pauseMs: 1, connectMs: 50 } }
    expect(await get("https://charts.example/", { network })).toEqual({
      status: "failed",
      reason: `the proxy 127.0.0.1:${proxy.port} does not answer, and charts.example is asked through it`,
    })
    expect(proxy.requests).not.toEqual([])
  })

  test("one of another kind is not passed by in silence", async () => {
    const network = { proxyFor: proxiesOf({ HTTP_PROXY: "socks5://127.0.0.1:1080" }) }
    const failed = await get(`http://charts.example:${plain.port}/`, { network })
    expect(failed).toEqual({
      status: "failed",
      reason: "HTTP_PROXY names no proxy of http or https",
    })
    expect(plain.connections()).toBe(0)
  })
})

describe("past the user's proxy", () => {
  const here: Partial<NetworkOptions> = {
    allowPrivateHosts: true,
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  }

  test.each([
    ["a host of NO_PROXY", "direct.example", here],
    ["an untrusted repository", "charts.example", { ...here, untrusted: true }],
  ])("%s is asked directly", async (_what, name, network) => {
    const host = `${name}:${plain.port}`
    expect(await get(`http://${host}/`, { network })).toEqual([host, null])
    expect(proxy.connections()).toBe(0)
  })

  test.each([
    "http://10.0.0.7/",
    "http://0x7f000001/",
    "https://169.254.169.254/latest",
    "https://[fd00:ec2::254]/",
    "https://[::ffff:10.0.0.1]/",
    "https://wiki/",
    "https://metadata.google.internal/",
    "https://registry.corp/",
    "https://apps.default.svc.cluster.local/",
    "https://printer.local./",
  ])("nobody asks %s", async (address) => {
    expect(await get(address)).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("is not on the internet"),
    })
    expect(proxy.connections()).toBe(0)
  })

  test("nobody asks a host that this machine knows to be inside", async () => {
    const network: Partial<NetworkOptions> = {
      resolve: async () => [{ address: "10.1.2.3", family: 4 }],
    }
    expect(await get("https://wiki.company.example/", { network })).toEqual({
      status: "failed",
      reason:
        "wiki.company.example (10.1.2.3) is not on the internet, and --allow-private-hosts is not given",
    })
    expect(proxy.connections()).toBe(0)
  })

  test("a redirect that leads inside is not followed through it", async () => {
    const away = await listen(
      (_request, response) =>
        void response.writeHead(302, { location: "http://metadata.google.internal/" }).end(),
    )
    expect(await get(`http://charts.example:${away.port}/`)).toMatchObject({
      status: "failed",
      reason: expect.stringContaining("metadata.google.internal is not on the internet"),
    })
    expect(proxy.requests).toHaveLength(1)
    await away.close()
  })

  test("--allow-host holds for it too", async () => {
    const network = { allowHosts: ["ghcr.io"] }
    expect(await get("https://charts.example/", { network })).toMatchObject({
      reason: "--allow-host does not name charts.example",
    })
    expect(proxy.connections()).toBe(0)
  })
})
