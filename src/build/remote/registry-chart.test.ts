import { afterEach, describe, expect, test } from "vitest"
import type { TestServer } from "../../host/fetch/testdata/server.ts"
import { basicAuthorization } from "./credentials.ts"
import type { ArtifactReference, ArtifactSource, RemoteChartRequest } from "./remote-sources.ts"
import type { SourceAccess } from "./source-access.ts"
import { Artifacts, type RegistryOptions, serveRegistry } from "./testdata/registry.ts"
import { memoryCache, run, sha256 } from "./testdata/remote.ts"

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

const helm = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"
const flux = "application/vnd.cncf.flux.content.v1.tar+gzip"

function podinfo(): Artifacts {
  const artifacts = new Artifacts()
  for (const tag of ["6.0.0", "6.1.0", "7.0.0-rc.1", "6.1.1_build.5", "latest", "sha-abc"])
    artifacts.add(tag, [[helm, `podinfo ${tag}`]])
  return artifacts
}

async function serve(options: RegistryOptions = {}, artifacts = podinfo()): Promise<TestServer> {
  const server = await serveRegistry({ "charts/podinfo": artifacts }, options)
  servers.push(server)
  return server
}

interface Ask {
  readonly chart?: string
  readonly version?: string
  readonly access?: SourceAccess
  readonly offline?: boolean
}

function chart(
  { port }: TestServer,
  { chart = "podinfo", version = "", ...more }: Ask = {},
): RemoteChartRequest {
  const { access = {}, offline = false } = more
  const url = `oci://registry.example:${port}/charts`
  const source = { kind: "registry", url, access, insecure: true } as const
  return { source, name: "HelmRepository flux-system/charts", chart, version, offline }
}

function artifact(
  { port }: TestServer,
  reference: ArtifactReference,
  more: Partial<ArtifactSource> & { readonly offline?: boolean } = {},
): RemoteChartRequest {
  const { offline = false, ...rest } = more
  const url = `oci://registry.example:${port}/charts/podinfo`
  const source = { kind: "artifact", url, access: {}, insecure: true, reference, ...rest } as const
  return { source, name: "OCIRepository apps/podinfo", chart: "podinfo", version: "", offline }
}

const found = (tag: string) => ({
  status: "found",
  digest: sha256(`podinfo ${tag}`),
  archive: new TextEncoder().encode(`podinfo ${tag}`),
})

describe("a chart of a HelmRepository in a registry", () => {
  test.each([
    ["", "6.1.1_build.5"],
    ["6.0.x", "6.0.0"],
    [">=7.0.0-0", "7.0.0-rc.1"],
    ["6.1.1+build.5", "6.1.1_build.5"],
  ])("in the version that Flux would take for %j", async (version, tag) => {
    const server = await serve()
    expect(await run().find(chart(server, { version }))).toMatchObject({
      ...found(tag),
      version: tag.replaceAll("_", "+"),
      place: `oci://registry.example:${server.port}/charts/podinfo`,
    })
  })

  test("of a full version is fetched without a list of tags", async () => {
    const server = await serve()
    await run().find(chart(server, { version: "6.0.0" }))
    expect(server.requests.filter((line) => line.includes("/tags/"))).toEqual([])
  })

  test("is found on the last of many pages", async () => {
    const server = await serve({ pageSize: 1 })
    expect(await run().find(chart(server, { version: "7.0.0-rc.x || 7.0.0-rc.1" }))).toMatchObject(
      found("7.0.0-rc.1"),
    )
    expect(server.requests.filter((line) => line.includes("/tags/"))).toHaveLength(6)
  })

  test("is asked for once, and later only whether it has changed", async () => {
    const server = await serve()
    const cache = memoryCache()
    const first = run(cache)
    for (const _ of [1, 2]) await first.find(chart(server, { version: "6.x" }))
    expect(server.requests).toHaveLength(3)
    await run(cache).find(chart(server, { version: "6.x" }))
    expect(server.requests.filter((line) => line.includes("/blobs/"))).toHaveLength(1)
    const offline = run(cache).find(chart(server, { version: "6.x", offline: true }))
    expect(await offline).toMatchObject(found("6.1.1_build.5"))
    expect(server.requests).toHaveLength(5)
  })
})

describe("what the registry lacks is a problem of the release", () => {
  test.each<readonly [Ask, object]>([
    [
      { version: "9.x" },
      {
        kind: "version-unsatisfied",
        known: ["6.1.1+build.5", "6.1.0", "6.0.0", "7.0.0-rc.1"],
        certain: true,
      },
    ],
    [{ version: "9.0.0" }, { kind: "version-unsatisfied", certain: true }],
    [
      { chart: "podinfoo" },
      {
        kind: "chart-not-found",
        message: "HelmRepository flux-system/charts has no chart `podinfoo`",
      },
    ],
    [{ chart: "podinfoo", version: "6.0.0" }, { kind: "chart-not-found" }],
  ])("%j", async (asked, problem) => {
    const server = await serve()
    expect(await run().find(chart(server, asked))).toMatchObject({ status: "problem", problem })
    const access = { missing: "Secret flux-system/login cannot be read here" }
    expect(await run().find(chart(server, { ...asked, access }))).toMatchObject({
      status: "unavailable",
    })
  })
})

describe("the artifact of an OCIRepository", () => {
  test.each<readonly [ArtifactReference, string]>([
    [{ by: "tag", tag: "latest" }, "latest"],
    [{ by: "semver", semver: "6.x" }, "6.1.0"],
    [{ by: "semver", semver: "6.x", filter: "^6\\.0" }, "6.0.0"],
    [{ by: "semver", semver: ">=0.0.0-0", filter: ".*-rc.*" }, "7.0.0-rc.1"],
  ])("by %j", async (reference, tag) => {
    const server = await serve()
    expect(await run().find(artifact(server, reference))).toMatchObject(found(tag))
  })

  test("reads `_` as `+` only where Helm's layer is chosen", async () => {
    const server = await serve()
    const reference = { by: "semver", semver: "6.x" } as const
    const chosen = artifact(server, reference, { mediaType: helm })
    expect(await run().find(chosen)).toMatchObject(found("6.1.1_build.5"))
  })

  test("by digest, asked for once in all runs", async () => {
    const artifacts = new Artifacts()
    const digest = artifacts.add("", [[helm, "podinfo pinned"]])
    const server = await serve({}, artifacts)
    const cache = memoryCache()
    for (const _ of [1, 2])
      expect(await run(cache).find(artifact(server, { by: "digest", digest }))).toMatchObject(
        found("pinned"),
      )
    expect(server.requests).toHaveLength(2)
  })

  test("is the layer that is chosen, else the first one", async () => {
    const artifacts = new Artifacts()
    artifacts.add("1.0.0", [
      [flux, "podinfo flux"],
      [helm, "podinfo helm"],
    ])
    const server = await serve({}, artifacts)
    const tag = { by: "tag", tag: "1.0.0" } as const
    expect(await run().find(artifact(server, tag))).toMatchObject(found("flux"))
    expect(await run().find(artifact(server, tag, { mediaType: helm }))).toMatchObject(
      found("helm"),
    )
    expect(await run().find(artifact(server, tag, { mediaType: "text/plain" }))).toEqual({
      status: "unavailable",
      reason: "its artifact has no layer of type text/plain",
    })
  })

  test("behind an index is the one for linux/amd64", async () => {
    const artifacts = new Artifacts()
    const platform = (architecture: string) => ({ os: "linux", architecture })
    const manifests = ["arm64", "amd64"].map((name) => ({
      digest: artifacts.add("", [[helm, `podinfo ${name}`]]),
      platform: platform(name),
    }))
    artifacts.addManifest("1.0.0", { schemaVersion: 2, manifests })
    artifacts.addManifest("2.0.0", { schemaVersion: 2, manifests: manifests.slice(0, 1) })
    const server = await serve({}, artifacts)
    expect(await run().find(artifact(server, { by: "tag", tag: "1.0.0" }))).toMatchObject(
      found("amd64"),
    )
    expect(await run().find(artifact(server, { by: "tag", tag: "2.0.0" }))).toEqual({
      status: "unavailable",
      reason: "its index has no manifest for linux/amd64",
    })
  })

  test.each<readonly [ArtifactReference, object]>([
    [
      { by: "tag", tag: "9" },
      { status: "problem", problem: { kind: "version-unsatisfied" } },
    ],
    [
      { by: "semver", semver: "9.x" },
      { status: "problem", problem: { certain: true } },
    ],
    [
      { by: "semver", semver: ">>" },
      { status: "problem", problem: { kind: "version-invalid" } },
    ],
    [{ by: "digest", digest: `sha256:${"0".repeat(64)}` }, { status: "unavailable" }],
    [{ by: "digest", digest: "sha512:00" }, { status: "unavailable" }],
    [{ by: "semver", semver: "6.x", filter: "(" }, { status: "unavailable" }],
  ])("that is not there: %j", async (reference, answer) => {
    const server = await serve()
    expect(await run().find(artifact(server, reference))).toMatchObject(answer)
  })

  test.each([
    "oci://registry.example",
    "oci://",
    "oci://a/b:1.0",
    "oci://a/B",
    "https://a/b",
    "oci://a/../b",
  ])("at %s, which is no address", async (url) => {
    const server = await serve()
    expect(await run().find(artifact(server, { by: "tag", tag: "1" }, { url }))).toEqual({
      status: "unavailable",
      reason: "its address cannot be read",
    })
  })
})

describe("a registry that wants a login", () => {
  const login = { username: "me", password: "word" }
  const authorization = basicAuthorization(login)
  const docker = (port: number) =>
    JSON.stringify({ auths: { [`registry.example:${port}`]: { auth: btoa("me:word") } } })

  describe.each(["basic", "bearer"] as const)("%s", (scheme) => {
    const options: RegistryOptions = { login: { scheme, authorization } }

    test("gets that of the source", async () => {
      const server = await serve(options)
      const { find } = run()
      expect(await find(chart(server, { access: { login } }))).toMatchObject({ status: "found" })
    })

    test("gets that of a docker configuration in the repository", async () => {
      const server = await serve(options)
      const access = { dockerConfig: docker(server.port) }
      expect(await run().find(chart(server, { access }))).toMatchObject({ status: "found" })
    })

    test("gets this user's, but not for an untrusted repository", async () => {
      const server = await serve(options)
      const logins = { [`registry.example:${server.port}`]: login }
      const ask = chart(server)
      expect(await run(memoryCache(), { logins }).find(ask)).toMatchObject({ status: "found" })
      const untrusted = run(memoryCache(), { logins, untrusted: true })
      for (const one of [ask, chart(server, { version: "6.0.0", access: { login } })])
        expect(await untrusted.find(one)).toMatchObject({ status: "unavailable" })
    })

    test("says so without one", async () => {
      const server = await serve(options)
      const access = { missing: "Secret flux-system/login cannot be read here" }
      expect(await run().find(chart(server, { version: "6.0.0", access }))).toEqual({
        status: "unavailable",
        reason: `http://registry.example:${server.port}/v2/charts/podinfo/manifests/6.0.0 asks for a login (401), and Secret flux-system/login cannot be read here`,
      })
    })
  })

  describe("and knows an identity token instead", () => {
    const identityToken = "canary-identity"
    const tokenConfig = (port: number) =>
      JSON.stringify({ auths: { [`registry.example:${port}`]: { identitytoken: identityToken } } })
    const serveOauth = (seen: string[], location?: string) =>
      serve({
        login: { scheme: "bearer", authorization: "none" },
        before: (request, response) => {
          if (!request.url?.startsWith("/token")) return false
          let body = ""
          request.on("data", (chunk) => {
            body += chunk
          })
          request.on("end", () => {
            seen.push(`${request.method} ${request.url} ${body}`)
            if (location !== undefined) return void response.writeHead(307, { location }).end()
            const form = new URLSearchParams(body)
            const isKnown =
              request.method === "POST" &&
              form.get("grant_type") === "refresh_token" &&
              form.get("refresh_token") === identityToken
            const answer = isKnown ? { access_token: `may:${form.get("scope")}` } : {}
            response.writeHead(isKnown ? 200 : 401).end(JSON.stringify(answer))
          })
          return true
        },
      })

    test("exchanges it for a token to pull, and shows it to nobody else", async () => {
      const seen: string[] = []
      const server = await serveOauth(seen)
      const access = { dockerConfig: tokenConfig(server.port) }
      expect(await run().find(chart(server, { access }))).toMatchObject({ status: "found" })
      expect(seen).toHaveLength(1)
      expect(seen[0]).toContain(
        "service=registry.example&scope=repository%3Acharts%2Fpodinfo%3Apull",
      )
      expect(server.requests.join("")).not.toContain("canary")
    })

    test("and does not send it on", async () => {
      const target: string[] = []
      const other = await serveOauth(target)
      const seen: string[] = []
      const server = await serveOauth(seen, `http://other.example:${other.port}/token`)
      const access = { dockerConfig: tokenConfig(server.port) }
      expect(await run().find(chart(server, { access }))).toMatchObject({ status: "unavailable" })
      expect(seen.length).toBeGreaterThan(0)
      expect(target).toEqual([])
    })
  })

  test("gives a token once for all of a repository, and anew when it has expired", async () => {
    let expired = false
    const server = await serve({
      login: { scheme: "bearer", authorization },
      before: (request, response) => {
        if (!expired || request.headers.authorization?.startsWith("Bearer") !== true) return false
        expired = false
        const challenge = `Bearer realm="http://${request.headers.host}/token"`
        response.writeHead(401, { "www-authenticate": challenge }).end()
        return true
      },
    })
    const charts = run()
    const versions = ["6.0.0", "6.1.0", "6.x"]
    const ask = (version: string) => charts.find(chart(server, { version, access: { login } }))
    for (const answer of await Promise.all(versions.map(ask)))
      expect(answer).toMatchObject({ status: "found" })
    const tokens = () => server.requests.filter((line) => line.includes("/token"))
    expect(tokens()).toEqual([
      "GET /token?service=registry.example&scope=repository%3Acharts%2Fpodinfo%3Apull",
    ])
    expired = true
    expect(await ask("7.0.0-rc.1")).toMatchObject({ status: "found" })
    expect(tokens()).toHaveLength(2)
  })
})

describe("a registry that misbehaves", () => {
  test.each<readonly [string, string, string]>([
    ["a manifest that is no JSON", "/manifests/", "<html>"],
    ["a manifest without layers", "/manifests/", "{}"],
    ["a manifest that is a list", "/manifests/", "[]"],
    ["layers that are none", "/manifests/", '{"layers":[1,null,{"digest":1}]}'],
    [
      "an index of an index",
      "/manifests/",
      `{"manifests":[{"digest":"sha256:${"0".repeat(64)}"}]}`,
    ],
    ["another blob", "/blobs/", "something else"],
    ["tags that are none", "/tags/", '{"tags":{"a":1}}'],
    ["tags that are no JSON", "/tags/", "tags"],
  ])("%s", async (_title, part, body) => {
    const server = await serve({
      before: (request, response) => {
        if (!request.url?.includes(part)) return false
        response.end(body)
        return true
      },
    })
    const answer = await run().find(chart(server, { version: part === "/tags/" ? "6.x" : "6.0.0" }))
    expect(answer.status).not.toBe("found")
  })

  test("pages of tags without end", async () => {
    let page = 0
    const server = await serve({
      before: (_request, response) => {
        response.setHeader("link", `</v2/charts/podinfo/tags/list?n=1&last=${page++}>; rel="next"`)
        response.end('{"tags":["1.0.0"]}')
        return true
      },
    })
    expect(await run().find(chart(server))).toMatchObject({ status: "unavailable" })
    expect(server.requests).toHaveLength(200)
  })

  test("a next page on another host is not asked for", async () => {
    const other = await serve()
    const server = await serve({
      before: (request, response) => {
        if (!request.url?.includes("/tags/")) return false
        const next = `http://other.example:${other.port}/v2/charts/podinfo/tags/list`
        response.writeHead(200, { link: `<${next}>; rel="next"` }).end('{"tags":["6.0.0"]}')
        return true
      },
    })
    expect(await run().find(chart(server))).toMatchObject(found("6.0.0"))
    expect(other.connections()).toBe(0)
  })
})
