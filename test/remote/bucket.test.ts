import type { IncomingMessage, ServerResponse } from "node:http"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { unpackFiles } from "../../src/build/remote/packed-files.ts"
import type {
  BucketSource,
  RemoteChart,
  RemoteChartRequest,
} from "../../src/build/remote/remote-sources.ts"
import { memoryCache, run, sha256 } from "../../src/build/remote/testdata/remote.ts"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { checkFiles, sync } from "./check-files.ts"

const servers: TestServer[] = []

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A server with one bucket, which lists two objects a page. */
async function serveBucket(
  objects: Readonly<Record<string, string>>,
  answer?: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<TestServer> {
  const server = await listen((request, response) => {
    if (answer?.(request, response) === true) return
    const url = new URL(request.url ?? "", "http://s3.example")
    if (url.pathname === "/fleet") return void response.end(page(objects, url.searchParams))
    const content = objects[decodeURIComponent(url.pathname.slice("/fleet/".length))]
    response.writeHead(content === undefined ? 404 : 200).end(content ?? "")
  })
  servers.push(server)
  return server
}

function page(objects: Readonly<Record<string, string>>, query: URLSearchParams): string {
  expect(query.get("list-type")).toBe("2")
  const prefix = query.get("prefix") ?? ""
  const keys = Object.keys(objects)
    .filter((key) => key.startsWith(prefix))
    .sort()
  const start = Number(query.get("continuation-token") ?? "0")
  const part = keys.slice(start, start + 2)
  const isCut = start + 2 < keys.length
  const contents = part.map((key) => {
    const content = objects[key] ?? ""
    return `<Contents><Key>${encodeURIComponent(key)}</Key><ETag>&quot;${content.length}-${content}&quot;</ETag><Size>${content.length}</Size></Contents>`
  })
  const next = isCut ? `<NextContinuationToken>${start + 2}</NextContinuationToken>` : ""
  return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isCut}</IsTruncated>${next}<EncodingType>url</EncodingType>${contents.join("")}</ListBucketResult>`
}

function ask(
  port: number,
  more: Partial<BucketSource> = {},
  offline = false,
): RemoteChartRequest<BucketSource> {
  return {
    source: {
      ...{ kind: "bucket", url: `s3.example:${port}`, insecure: true, bucket: "fleet" },
      ...{ prefix: "", access: {}, needsKey: false, ...more },
    },
    ...{ name: "Bucket flux-system/fleet", chart: "", version: "", offline },
  }
}

function filesOf(found: RemoteChart): Readonly<Record<string, string>> {
  expect(found).toMatchObject({ status: "found" })
  if (found.status !== "found") return {}
  const decoder = new TextDecoder()
  return Object.fromEntries(
    [...unpackFiles(found.archive)].map(([path, bytes]) => [path, decoder.decode(bytes)]),
  )
}

const objects = {
  ".sourceignore": "ignored.yaml\n",
  "apps/": "",
  "apps/a b+c%&<ä>.yaml": "odd",
  "apps/a.yaml": "a",
  "apps/ignored.yaml": "ignored",
  "apps/picture.png": "no default exclusions",
  "infra/b.yaml": "b",
}

describe("the objects of a Bucket", () => {
  test("are had page by page, less what is ignored", async () => {
    const server = await serveBucket(objects)
    const files = filesOf(await run().artifact(ask(server.port, { ignore: "/infra\n" })))
    expect(files).toEqual({
      ...{ "apps/a b+c%&<ä>.yaml": "odd", "apps/a.yaml": "a" },
      "apps/picture.png": "no default exclusions",
    })
    expect(server.requests.filter((one) => one.startsWith("GET /fleet?")).length).toBe(4)
    expect(server.requests.some((one) => /infra|ignored\.yaml/u.test(one))).toBe(false)
  })

  test("have a revision over all keys and ETags, but for the ignore file, as Flux makes it", async () => {
    const server = await serveBucket(objects)
    const found = await run().artifact(ask(server.port))
    const index =
      "apps/a b+c%&<ä>.yaml 3-odd\napps/a.yaml 1-a\napps/picture.png 21-no default exclusions\ninfra/b.yaml 1-b\n"
    expect(found).toMatchObject({ version: sha256(index).slice(0, 12) })
  })

  test("are sorted in it as Go sorts texts", async () => {
    const objects = { "\uFF5E.yaml": "a", "\u{1F600}.yaml": "b", a: "c", "a.yaml": "d" }
    const server = await serveBucket(objects)
    const index = "a 1-c\na.yaml 1-d\n\uFF5E.yaml 1-a\n\u{1F600}.yaml 1-b\n"
    expect(await run().artifact(ask(server.port))).toMatchObject({
      version: sha256(index).slice(0, 12),
    })
  })

  test("are those below its prefix, under their whole keys", async () => {
    const server = await serveBucket(objects)
    expect(filesOf(await run().artifact(ask(server.port, { prefix: "infra/" })))).toEqual({
      "infra/b.yaml": "b",
    })
  })

  test("are downloaded again only when the list says that they have changed", async () => {
    const changing: Record<string, string> = { ...objects }
    const server = await serveBucket(changing)
    const cache = memoryCache()
    const first = await run(cache).artifact(ask(server.port))
    const before = server.requests.length
    expect(await run(cache).artifact(ask(server.port))).toEqual(first)
    changing["infra/b.yaml"] = "changed"
    expect(filesOf(await run(cache).artifact(ask(server.port)))).toMatchObject({
      "infra/b.yaml": "changed",
    })
    const later = server.requests.slice(before).filter((one) => !one.startsWith("GET /fleet?"))
    expect(later).toEqual(["GET /fleet/infra/b.yaml"])
    const connections = server.connections()
    const offline = await run(cache).artifact(ask(server.port, {}, true))
    expect(filesOf(offline)).toMatchObject({ "infra/b.yaml": "changed" })
    expect(server.connections()).toBe(connections)
  })

  test.each([["../../etc/passwd"], ["/etc/passwd"], ["a/../../b"], ["a\\b"]])(
    "are not used with the key %s",
    async (key) => {
      const server = await serveBucket({ [key]: "a" })
      expect(await run().artifact(ask(server.port))).toEqual({
        ...{ status: "unavailable", reason: "a key leads out of it" },
      })
    },
  )

  test("are not had from what is no S3", async () => {
    const server = await serveBucket({}, (_request, response) => {
      response.end("<html>hello</html>")
      return true
    })
    expect(await run().artifact(ask(server.port))).toMatchObject({
      reason: expect.stringContaining("does not answer as S3 does"),
    })
  })

  test("are not had from a list without end, or of too much", async () => {
    const endless = await serveBucket({}, (_request, response) => {
      response.end(
        "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>a</NextContinuationToken></ListBucketResult>",
      )
      return true
    })
    expect(await run().artifact(ask(endless.port))).toMatchObject({
      reason: expect.stringContaining("lists objects without end"),
    })
    const huge = await serveBucket({}, (_request, response) => {
      response.end(
        "<ListBucketResult><Contents><Key>a</Key><Size>1000000000000</Size></Contents></ListBucketResult>",
      )
      return true
    })
    expect(await run().artifact(ask(huge.port))).toMatchObject({
      reason: expect.stringContaining("its objects have more than"),
    })
    expect(huge.requests.length).toBe(1)
  })
})

describe("an access key", () => {
  const accessKey = { id: "AKIAEXAMPLE", secret: "canary-secret" }

  test("signs requests to its own host, and is not sent", async () => {
    const seen: (string | undefined)[] = []
    const other = await listen((request, response) => {
      seen.push(request.headers.authorization)
      response.end(page({}, new URLSearchParams("list-type=2")))
    })
    servers.push(other)
    const server = await serveBucket({}, (request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(302, { location: `http://other.example:${other.port}/` }).end()
      return true
    })
    await run().artifact(ask(server.port, { access: { accessKey }, region: "eu-west-1" }))
    expect(seen[0]).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request, /u,
    )
    expect(seen[1]).toBeUndefined()
    expect(seen.join("")).not.toContain("canary")
  })

  test("that is not here is said, and nothing is asked without it", async () => {
    const server = await serveBucket(objects)
    const missing = "Secret flux-system/fleet cannot be read here"
    const found = await run().artifact(ask(server.port, { access: { missing }, needsKey: true }))
    expect(found).toEqual({ status: "unavailable", reason: missing })
    const stranger = run(memoryCache(), { untrusted: true })
    expect(
      await stranger.artifact(ask(server.port, { access: { accessKey }, needsKey: true })),
    ).toEqual({ status: "unavailable", reason: "--untrusted sends no credentials" })
    expect(server.connections()).toBe(0)
  })
})

describe("a Kustomization over a Bucket", () => {
  const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })
  beforeAll(() => engine.start())
  afterAll(() => engine.close())

  const check = (port: number, more = "") =>
    checkFiles(
      {
        ...sync,
        "clusters/production/apps.yaml": `apiVersion: v1
kind: Namespace
metadata: { name: apps }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: Bucket
metadata: { name: fleet, namespace: flux-system }
spec: { interval: 1h, endpoint: "s3.example:${port}", bucketName: fleet, insecure: true${more} }
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: fleet, namespace: flux-system }
spec: { interval: 1h, path: ./apps, prune: true, sourceRef: { kind: Bucket, name: fleet } }
`,
      },
      { engine, remote: run() },
    )

  test("is built from its objects", async () => {
    const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: apps }\n"
    const server = await serveBucket({ "apps/a.yaml": configMap })
    const { objects: applied, skipped, findings } = await check(server.port)
    expect(applied).toContain("ConfigMap apps/a")
    expect(skipped).toEqual([])
    expect(findings).toEqual([])
  })

  test.each([
    [", provider: gcp", "sluice does not log in to the cloud of provider gcp"],
    [", provider: azure", "sluice does not log in to the cloud of provider azure"],
    [
      ", sts: { provider: ldap, endpoint: https://sts.example }",
      "sluice does not ask for keys as `sts` says",
    ],
  ])("with%s is not built, and says why", async (more, reason) => {
    const server = await serveBucket({})
    const { skipped } = await check(server.port, more)
    expect(skipped).toEqual([
      {
        what: "building Kustomization flux-system/fleet",
        reason: `Bucket flux-system/fleet could not be fetched: ${reason}`,
        kind: "incomplete",
      },
    ])
    expect(server.connections()).toBe(0)
  })
})
