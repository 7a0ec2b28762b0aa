import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:https"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TLSSocket } from "node:tls"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { DownloadRequest } from "../../build/remote/network.ts"
import { guardedNetwork } from "./guarded-network.ts"
import { makeCertificates } from "./testdata/certificates.ts"
import { started, type TestServer } from "./testdata/server.ts"

const folder = mkdtempSync(join(tmpdir(), "sluice-tls-"))
const read = (name: string): string => readFileSync(join(folder, name), "utf8")

const canMake = makeCertificates(folder, "charts.example")
if (!canMake) process.stderr.write("SKIPPED: there is no openssl; TLS is not tested.\n")

describe.skipIf(!canMake)("over https", () => {
  let server: TestServer

  beforeAll(async () => {
    server = await started(
      createServer(
        {
          ...{ key: read("server.key"), cert: read("server.crt"), ca: read("ca.crt") },
          ...{ requestCert: true, rejectUnauthorized: false },
        },
        (request, response) => {
          const { subject } = (request.socket as TLSSocket).getPeerCertificate()
          if (request.url === "/down")
            return void response.writeHead(302, { location: `http://charts.example:1/` }).end()
          response.end(String(subject?.CN ?? "nobody"))
        },
      ),
    )
  })

  afterAll(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const get = async (host: string, path: string, more: Partial<DownloadRequest> = {}) => {
    const network = guardedNetwork({
      ...{ toolVersion: "test", allowPrivateHosts: true, timing: { pauseMs: 1 } },
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    })
    const url = `https://${host}:${server.port}${path}`
    const answer = await network.get({ url, maxBytes: 1000, ...more })
    return answer.status === "ok" ? new TextDecoder().decode(answer.bytes) : answer
  }
  const certificate = () => ({ cert: read("client.crt"), key: read("client.key") })

  test("a server that no known authority vouches for is not believed", async () => {
    expect(await get("charts.example", "/")).toMatchObject({ status: "failed" })
  })

  test("an authority that the source names is trusted, for the host in the certificate", async () => {
    const authorities = read("ca.crt")
    expect(await get("charts.example", "/", { authorities })).toBe("nobody")
    expect(await get("other.example", "/", { authorities })).toMatchObject({ status: "failed" })
  })

  test("a client certificate goes to its own origin alone", async () => {
    const authorities = read("ca.crt")
    const at = (origin: string) => ({
      authorities,
      credentials: { origin, certificate: certificate() },
    })
    const own = `https://charts.example:${server.port}`
    expect(await get("charts.example", "/", at(own))).toBe("client")
    expect(await get("charts.example", "/", at("https://other.example"))).toBe("nobody")
  })

  test("a key that is none is a failure, not a crash", async () => {
    const credentials = {
      origin: `https://charts.example:${server.port}`,
      certificate: { cert: "no", key: "no" },
    }
    expect(await get("charts.example", "/", { credentials })).toMatchObject({ status: "failed" })
    expect(await get("charts.example", "/", { authorities: "no" })).toMatchObject({
      status: "failed",
    })
  })

  test("a redirect to http is not followed", async () => {
    expect(await get("charts.example", "/down", { authorities: read("ca.crt") })).toEqual({
      status: "failed",
      reason: "charts.example redirects from https to http",
    })
  })
})
