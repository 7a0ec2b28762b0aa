import type { IncomingMessage } from "node:http"
import { afterEach, describe, expect, test } from "vitest"
import type { TestServer } from "../../host/fetch/testdata/server.ts"
import { newestFirst } from "./judge-lack.ts"
import type { HelmRepositorySource, RemoteChartRequest } from "./remote-sources.ts"
import { memoryCache, run, type Served, serveFiles, sha256 } from "./testdata/remote.ts"

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A repository below `/charts`, and the same port as another host. */
async function serve(files: Record<string, Served>): Promise<TestServer> {
  const server = await serveFiles(() => files)
  servers.push(server)
  return server
}

const archive = (version: string): string => `archive of podinfo ${version}`

function entry(version: string, more = ""): string {
  return `  - version: ${version}\n    urls: [podinfo-${version}.tgz]\n    digest: ${sha256(archive(version))}\n${more}`
}

const index = `apiVersion: v1\nentries:\n  podinfo:\n${entry("6.1.0")}${entry("7.0.0-rc.1")}${entry("6.0.0")}  redis: []\n`

const repository: Record<string, Served> = {
  "/charts/index.yaml": index,
  "/charts/podinfo-6.1.0.tgz": archive("6.1.0"),
  "/charts/podinfo-6.0.0.tgz": archive("6.0.0"),
}

function ask(
  { port }: TestServer,
  more: Partial<Omit<RemoteChartRequest, "source">> & {
    readonly from?: Partial<HelmRepositorySource>
  } = {},
): RemoteChartRequest {
  const { from, ...rest } = more
  return {
    source: {
      kind: "repository",
      url: `http://charts.example:${port}/charts`,
      access: {},
      passCredentials: false,
      ...from,
    },
    name: "HelmRepository flux-system/podinfo",
    chart: "podinfo",
    version: "",
    offline: false,
    ...rest,
  }
}

describe("a chart comes from its repository", () => {
  test.each([
    ["", "6.1.0"],
    ["*", "6.1.0"],
    ["6.0.x", "6.0.0"],
    ["6.0.0", "6.0.0"],
  ])("in the version that Flux would take for %j", async (version, expected) => {
    const server = await serve(repository)
    expect(await run().find(ask(server, { version }))).toEqual({
      status: "found",
      archive: new TextEncoder().encode(archive(expected)),
      digest: sha256(archive(expected)),
      version: expected,
      place: `http://charts.example:${server.port}/charts/podinfo-${expected}.tgz`,
    })
  })

  test("once in a run, and in the next one only what has changed", async () => {
    const server = await serve(repository)
    const cache = memoryCache()
    const first = run(cache)
    await Promise.all([first.find(ask(server)), first.find(ask(server)), first.find(ask(server))])
    await first.find(ask(server, { version: "6.1.0" }))
    expect(server.requests).toEqual(["GET /charts/index.yaml", "GET /charts/podinfo-6.1.0.tgz"])
    expect(await run(cache).find(ask(server))).toMatchObject({ status: "found", version: "6.1.0" })
    expect(server.requests).toEqual([
      "GET /charts/index.yaml",
      "GET /charts/podinfo-6.1.0.tgz",
      "GET /charts/index.yaml",
    ])
  })

  test("offline from what an earlier run has left, and from nothing else", async () => {
    const server = await serve(repository)
    const cache = memoryCache()
    await run(cache).find(ask(server))
    const before = server.connections()
    const offline = (more: Partial<RemoteChartRequest>) =>
      run(cache).find(ask(server, { offline: true, ...more }))
    expect(await offline({})).toMatchObject({ status: "found", version: "6.1.0" })
    expect(await offline({ version: "6.0.0" })).toMatchObject({ status: "unavailable" })
    // The index may have changed since: what it lacks is no finding.
    expect(await offline({ version: "9.x" })).toMatchObject({ status: "unavailable" })
    expect(await offline({ chart: "absent" })).toMatchObject({ status: "unavailable" })
    expect(await run().find(ask(server, { offline: true }))).toMatchObject({
      status: "unavailable",
    })
    expect(server.connections()).toBe(before)
  })

  test("also where its index states no digest; then its server is asked each time", async () => {
    const bare = index.replaceAll(/ {4}digest: .*\n/gu, "")
    const server = await serve({ ...repository, "/charts/index.yaml": bare })
    const cache = memoryCache()
    for (const _ of [1, 2])
      expect(await run(cache).find(ask(server))).toMatchObject({ status: "found" })
    expect(server.requests.filter((line) => line.endsWith(".tgz"))).toHaveLength(2)
  })

  test("from a path with a query, which stays", async () => {
    const server = await serve(repository)
    const url = `http://charts.example:${server.port}/charts/?token=secret`
    const found = await run().find(ask(server, { from: { url } }))
    expect(server.requests).toEqual([
      "GET /charts/index.yaml?token=secret",
      "GET /charts/podinfo-6.1.0.tgz?token=secret",
    ])
    expect(JSON.stringify(found)).not.toContain("secret")
  })
})

describe("what the repository lacks is a problem of the release", () => {
  test.each([
    [
      { version: "9.x" },
      {
        kind: "version-unsatisfied",
        message: "no 'podinfo' chart with version matching '9.x' found",
        known: ["6.1.0", "6.0.0", "7.0.0-rc.1"],
        certain: true,
      },
    ],
    [
      { chart: "podinfoo" },
      {
        kind: "chart-not-found",
        message: "HelmRepository flux-system/podinfo has no chart `podinfoo`",
        known: ["podinfo", "redis"],
      },
    ],
    [{ version: ">>1" }, { kind: "version-invalid" }],
  ])("%j", async (more, problem) => {
    const server = await serve(repository)
    expect(await run().find(ask(server, more))).toMatchObject({ status: "problem", problem })
  })

  test("unless not everything is shown without credentials that are not here", async () => {
    const server = await serve(repository)
    const access = { missing: "Secret flux-system/login cannot be read here" }
    expect(await run().find(ask(server, { version: "9.x", from: { access } }))).toEqual({
      status: "unavailable",
      reason:
        "it is not among what anybody may see, and Secret flux-system/login cannot be read here",
    })
  })
})

describe("what cannot be had has a reason", () => {
  test.each<readonly [string, Record<string, Served>, string]>([
    ["no index", {}, "/charts/index.yaml is not there (404)"],
    [
      "a page instead of an index",
      { "/charts/index.yaml": "<!doctype html>" },
      "/charts/index.yaml is no index of charts: it has no `entries`",
    ],
    [
      "an archive that is gone",
      { "/charts/index.yaml": index },
      "/charts/podinfo-6.1.0.tgz is not there (404)",
    ],
    [
      "an archive that is another",
      { ...repository, "/charts/podinfo-6.1.0.tgz": "another" },
      "/charts/podinfo-6.1.0.tgz does not have the digest that its index states",
    ],
  ])("%s", async (_title, files, reason) => {
    const server = await serve(files)
    expect(await run().find(ask(server))).toEqual({
      status: "unavailable",
      reason: `http://charts.example:${server.port}${reason}`,
    })
  })

  test.each([
    ["of 50 MiB", 50, "no index of charts"],
    ["larger than 50 MiB", 51, "charts.example sends more than 50 MiB"],
  ])("an index %s", async (_title, size, reason) => {
    const server = await serve({ "/charts/index.yaml": new Uint8Array(size * 1024 * 1024) })
    const found = await run().find(ask(server))
    expect(found.status === "unavailable" && found.reason).toContain(reason)
  })

  test("an archive larger than 10 MiB, which Flux does not take either", async () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1)
    const server = await serve({
      "/charts/index.yaml": index.replaceAll(/ {4}digest: .*\n/gu, ""),
      "/charts/podinfo-6.1.0.tgz": large,
    })
    expect(await run().find(ask(server))).toEqual({
      status: "unavailable",
      reason: "charts.example sends more than 10 MiB",
    })
  })

  test("an archive in a registry, which Flux does not fetch for an index", async () => {
    const oci = index.replaceAll(/\[podinfo-(.*)\.tgz\]/gu, "['oci://example.com/podinfo:$1']")
    const server = await serve({ "/charts/index.yaml": oci })
    expect(await run().find(ask(server))).toMatchObject({ status: "unavailable" })
  })
})

describe("a login", () => {
  const login = { username: "me", password: "pass:wörd" }
  const authorization = `Basic ${Buffer.from("me:pass:wörd").toString("base64")}`
  const seen: Record<string, string | undefined> = {}
  /** Everything asks for the login; archives lie on another host. */
  const guarded = (port: () => number): Record<string, Served> =>
    Object.fromEntries(
      Object.entries(repository).map(([path, content]) => [
        path,
        (request: IncomingMessage, response) => {
          const { authorization: sent, host } = request.headers
          seen[path] = sent
          if (path.endsWith("index.yaml") && sent !== authorization)
            return void response.writeHead(401).end()
          const text = String(content).replaceAll(
            "podinfo-",
            `http://cdn.example:${port()}/charts/podinfo-`,
          )
          response.end(path.endsWith("index.yaml") && host !== "" ? text : String(content))
        },
      ]),
    )

  test.each([
    ["is not sent to the host of an archive", false, undefined],
    ["is sent there with `passCredentials`", true, authorization],
  ])("%s", async (_title, passCredentials, expected) => {
    const server: TestServer = await serve(guarded(() => server.port))
    const found = await run().find(ask(server, { from: { access: { login }, passCredentials } }))
    expect(found).toMatchObject({ status: "found" })
    expect(seen["/charts/podinfo-6.1.0.tgz"]).toBe(expected)
  })

  test("that is not here is named in the reason", async () => {
    const server: TestServer = await serve(guarded(() => server.port))
    const access = { missing: "Secret flux-system/login is not in this repository" }
    expect(await run().find(ask(server, { from: { access } }))).toEqual({
      status: "unavailable",
      reason: `http://charts.example:${server.port}/charts/index.yaml asks for a login (401), and Secret flux-system/login is not in this repository`,
    })
  })

  test("is neither in the cache nor in what is found", async () => {
    const server: TestServer = await serve(guarded(() => server.port))
    const cache = memoryCache()
    const found = await run(cache).find(ask(server, { from: { access: { login } } }))
    const kept = [...cache.entries].flatMap(([key, value]) => [key, Buffer.from(value).toString()])
    for (const text of [...kept, JSON.stringify(found)]) {
      expect(text).not.toContain(authorization)
      expect(text).not.toContain(login.password)
    }
  })
})

test("releases come before pre-releases, each from the newest to the oldest", () => {
  expect(newestFirst(["1.0.0", "2.0.0-rc.1", "10.0.0", "x", "2.0.0-rc.2"])).toEqual([
    "10.0.0",
    "1.0.0",
    "2.0.0-rc.2",
    "2.0.0-rc.1",
  ])
})
