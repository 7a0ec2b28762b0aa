import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { RemoteChart } from "../../src/build/remote/remote-sources.ts"
import type { SourceAccess } from "../../src/build/remote/source-access.ts"
import { memoryCache, run } from "../../src/build/remote/testdata/remote.ts"
import { makeCertificates } from "../../src/host/fetch/testdata/certificates.ts"
import { reasonToSkip } from "../support/required.ts"
import { argumentsOfProcesses, gitFolder, serveGit } from "./git-server.ts"
import { hasSshServer, type SshServer, serveSsh } from "./ssh-server.ts"

const folder = gitFolder()
let commit = ""

beforeAll(() => {
  commit = folder.commit("apps", { "a.yaml": "a: 1\n" })
})

afterAll(() => folder.remove())

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

const login = { username: "me", password: "canary-5d1f" }
const basic = `Basic ${btoa("me:canary-5d1f")}`

describe("over http", () => {
  test.each<readonly [string, string, SourceAccess]>([
    ["a login", basic, { login }],
    ["a token", "Bearer canary-token", { bearerToken: "canary-token" }],
  ])("%s opens the repository, and without it nothing does", async (_, authorization, access) => {
    const server = await serveGit(folder.path, { authorization })
    const url = `http://git.example:${server.port}/apps.git`
    expect(await fetchFrom(url, access)).toMatchObject({ status: "found", version: commit })
    const closed = { status: "unavailable", reason: "git.example asks for a login" }
    expect(await fetchFrom(url, {})).toEqual(closed)
    const wrong = { login: { username: "me", password: "wrong" } }
    expect(await fetchFrom(url, wrong)).toEqual(closed)
    await server.close()
  })

  test("the login of an address is used, and not shown", async () => {
    const server = await serveGit(folder.path, { authorization: basic })
    const url = `http://me:${login.password}@git.example:${server.port}/apps.git`
    const found = await fetchFrom(url, {})
    expect(found).toMatchObject({ status: "found", version: commit })
    expect(JSON.stringify({ ...found, archive: "" })).not.toContain("canary")
    await server.close()
  })

  test("a stranger's repository sends no credentials, whatever it names", async () => {
    const server = await serveGit(folder.path)
    const url = `http://me:canary@git.example:${server.port}/apps.git`
    for (const access of [{ login }, { bearerToken: "canary" }])
      await fetchFrom(url, access, { untrusted: true })
    expect(server.authorizations.length).toBeGreaterThan(0)
    expect(server.authorizations.every((one) => one === undefined)).toBe(true)
    await server.close()
  })

  test("what a server sends back is not repeated", async () => {
    const server = await serveGit(folder.path, {
      before: (request, response) => {
        response.writeHead(418, { "content-type": "text/plain" })
        response.end(`remote: ${request.headers.authorization} canary-5d1f`)
        return true
      },
    })
    const found = await fetchFrom(`http://git.example:${server.port}/apps.git`, { login })
    expect(found).toEqual({
      ...{ status: "unavailable", reason: "git could not read it from git.example" },
    })
    await server.close()
  })

  test("what a Secret is missing is said beside what the server says", async () => {
    const server = await serveGit(folder.path, { authorization: basic })
    const url = `http://git.example:${server.port}/apps.git`
    expect(await fetchFrom(url, { missing: "Secret apps/git cannot be read here" })).toEqual({
      status: "unavailable",
      reason: "git.example asks for a login, and Secret apps/git cannot be read here",
    })
    await server.close()
  })
})

describe.skipIf(process.platform !== "linux")("while git runs", () => {
  test("nobody else sees its credentials, and nothing is left of them", async () => {
    const temporary = mkdtempSync(join(tmpdir(), "sluice-canary-"))
    const before = process.env.TMPDIR
    process.env.TMPDIR = temporary
    const seen: string[] = []
    const modes = new Set<number>()
    const server = await serveGit(folder.path, {
      before: () => {
        seen.push(...argumentsOfProcesses())
        for (const name of readdirSync(temporary)) {
          if (!name.startsWith("sluice-git-")) continue
          modes.add(statSync(join(temporary, name)).mode & 0o777)
          const secret = readdirSync(join(temporary, name)).find((one) => one === "tls.key")
          if (secret) modes.add(statSync(join(temporary, name, secret)).mode & 0o777)
        }
        return false
      },
    })
    const certificate = { cert: "cert", key: "canary-key" }
    await fetchFrom(`http://git.example:${server.port}/apps.git`, { login, certificate })
    expect(seen.some((one) => one.includes("ls-remote"))).toBe(true)
    expect(seen.filter((one) => /canary|Basic/u.test(one))).toEqual([])
    expect([...modes].sort()).toEqual([0o600, 0o700])
    expect(readdirSync(temporary)).toEqual([])
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(temporary, { recursive: true })
    await server.close()
  })
})

const certificates = mkdtempSync(join(tmpdir(), "sluice-tls-"))
const canMake = makeCertificates(certificates, "git.example")
if (!canMake) process.stderr.write("SKIPPED: there is no openssl; git over TLS is not tested.\n")

describe.skipIf(!canMake)("over https", () => {
  const read = (name: string): string => readFileSync(join(certificates, name), "utf8")
  afterAll(() => rmSync(certificates, { recursive: true, force: true }))

  test("the authority of `ca.crt` is believed, and no unknown one", async () => {
    const tls = { cert: read("server.crt"), key: read("server.key") }
    const server = await serveGit(folder.path, { tls, authorization: basic })
    const url = `https://git.example:${server.port}/apps.git`
    const authorities = read("ca.crt")
    expect(await fetchFrom(url, { login, authorities })).toMatchObject({ version: commit })
    expect(await fetchFrom(url, { login })).toEqual({
      ...{ status: "unavailable", reason: "the certificate of git.example is not trusted" },
    })
    const other = url.replace("git.example", "other.example")
    expect(await fetchFrom(other, { login, authorities })).toMatchObject({ status: "unavailable" })
    await server.close()
  })
})

if (!hasSshServer)
  process.stderr.write(
    `SKIPPED: ${reasonToSkip("there is no sshd; git over ssh is not tested")}.\n`,
  )

describe.skipIf(!hasSshServer)("over ssh", () => {
  let server: SshServer
  const at = (host = "git.example"): string =>
    `ssh://${server.user}@${host}:${server.port}${folder.path}/apps.git`

  beforeAll(async () => {
    server = await serveSsh()
  })
  afterAll(() => server.close())

  test("the key of the Secret opens it, where the host is known", async () => {
    const knownHosts = server.knownHosts("git.example")
    const ssh = { identity: server.identity, knownHosts }
    expect(await fetchFrom(at(), { ssh })).toMatchObject({ status: "found", version: commit })
    const locked = { ...server.locked, knownHosts }
    expect(await fetchFrom(at(), { ssh: locked })).toMatchObject({ version: commit })
  })

  test.each<readonly [string, () => SourceAccess, string]>([
    [
      "a host that `known_hosts` does not have",
      () => ({ ssh: { identity: server.identity, knownHosts: server.knownHosts("other") } }),
      "the key of git.example is not in `known_hosts`",
    ],
    [
      "another key of the host",
      () => ({
        ssh: {
          identity: server.identity,
          knownHosts: server
            .knownHosts("git.example")
            .replace(/ \S+$/mu, (key) => key.replace(/.{8}$/u, "AAAAAAAA")),
        },
      }),
      "the key of git.example is not in `known_hosts`",
    ],
    [
      "a key that the host does not take",
      () => ({ ssh: { identity: server.stranger, knownHosts: server.knownHosts("git.example") } }),
      "git.example does not take the key of `identity`",
    ],
    [
      "a key that stays locked",
      () => ({
        ssh: { identity: server.locked.identity, knownHosts: server.knownHosts("git.example") },
      }),
      "git.example does not take the key of `identity`",
    ],
    ["no Secret", () => ({}), "ssh needs a Secret with `identity` and `known_hosts`"],
  ])("with %s nothing is fetched", async (_, access, reason) => {
    expect(await fetchFrom(at(), access())).toEqual({ status: "unavailable", reason })
  })

  test("a stranger's repository has no key", async () => {
    const ssh = { identity: server.identity, knownHosts: server.knownHosts("git.example") }
    expect(await fetchFrom(at(), { ssh }, { untrusted: true })).toMatchObject({
      status: "unavailable",
      reason: expect.stringContaining("--untrusted sends no credentials"),
    })
  })
})
