import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type {
  ArtifactReference,
  RemoteChartRequest,
} from "../../src/build/remote/remote-sources.ts"
import type { SourceAccess } from "../../src/build/remote/source-access.ts"
import { memoryCache, run, sha256 } from "../../src/build/remote/testdata/remote.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { builtServer, type ServerProgram, startServerProgram } from "../support/server-program.ts"

const { path: program, isThere } = builtServer("registry")

const folder = mkdtempSync(join(tmpdir(), "sluice-registry-"))
const login = { username: "me", password: "U*U" }
/** A bcrypt hash of the password above: a vector of crypt_blowfish. */
const hash = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
const mirror = join(fixturesFolder, "helm-repository/mirror")
const archive = readFileSync(join(mirror, "podinfo-6.9.2.tgz"))
const chartType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip"

function configOf(port: number): string {
  return `version: 0.1
log: { level: error, accesslog: { disabled: true } }
storage: { filesystem: { rootdirectory: ${join(folder, "storage")} }, delete: { enabled: true } }
http: { addr: "127.0.0.1:${port}" }
auth: { htpasswd: { realm: sluice, path: ${join(folder, "htpasswd")} } }
`
}

describe.skipIf(!isThere)("the reference registry", () => {
  let registry: ServerProgram | undefined
  let port = 0

  const callAt = (place: number, path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${place}${path}`, {
      ...init,
      headers: { authorization: `Basic ${btoa("me:U*U")}`, ...init.headers },
    })
  const call = (path: string, init: RequestInit = {}) => callAt(port, path, init)

  async function pushBlob(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const digest = `sha256:${sha256(bytes)}`
    const upload = await call("/v2/charts/podinfo/blobs/uploads/", { method: "POST" })
    const place = new URL(upload.headers.get("location") ?? "", `http://127.0.0.1:${port}`)
    place.searchParams.set("digest", digest)
    const done = await call(`${place.pathname}${place.search}`, { method: "PUT", body: bytes })
    expect(done.status).toBe(201)
    return digest
  }

  /** Tags the chart; the manifests differ, their blobs do not. */
  async function push(tag: string, config: string, layer: string): Promise<string> {
    const mediaType = "application/vnd.oci.image.manifest.v1+json"
    const manifest = JSON.stringify({
      ...{ schemaVersion: 2, mediaType, annotations: { tag } },
      config: { mediaType: "application/vnd.cncf.helm.config.v1+json", digest: config, size: 2 },
      layers: [{ mediaType: chartType, digest: layer, size: archive.length }],
    })
    const done = await call(`/v2/charts/podinfo/manifests/${tag}`, {
      ...{ method: "PUT", body: manifest, headers: { "content-type": mediaType } },
    })
    expect(done.status).toBe(201)
    return `sha256:${sha256(manifest)}`
  }

  let digest = ""

  beforeAll(async () => {
    writeFileSync(join(folder, "htpasswd"), `me:${hash}\n`)
    registry = await startServerProgram(program, {
      arguments: (chosen) => {
        writeFileSync(join(folder, "config.yml"), configOf(chosen))
        return ["serve", join(folder, "config.yml")]
      },
      environment: { OTEL_TRACES_EXPORTER: "none" },
      isReady: async (chosen) => (await callAt(chosen, "/v2/")).ok,
    })
    port = registry.port
    const config = await pushBlob(new TextEncoder().encode("{}"))
    const layer = await pushBlob(new Uint8Array(archive))
    for (const tag of ["6.4.0", "6.5.0", "7.0.0-rc.1", "latest"])
      digest = await push(tag, config, layer)
    for (let patch = 0; patch < 20; patch++) await push(`1.0.${patch}`, config, layer)
  })

  afterAll(async () => {
    await registry?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = (version: string, access: SourceAccess = { login }): RemoteChartRequest => ({
    source: {
      ...{ kind: "registry", insecure: true, access },
      url: `oci://registry.example:${port}/charts`,
    },
    ...{ name: "HelmRepository flux-system/charts", chart: "podinfo", version, offline: false },
  })
  const artifact = (reference: ArtifactReference): RemoteChartRequest => ({
    ...ask(""),
    source: {
      ...{ kind: "artifact", insecure: true, access: { login }, mediaType: chartType },
      url: `oci://registry.example:${port}/charts/podinfo`,
      reference,
    },
  })

  test.each([
    ["6.x", "6.5.0"],
    ["6.4.0", "6.4.0"],
    ["1.0.x", "1.0.19"],
    ["", "6.5.0"],
  ])("gives the chart for %j", async (version, expected) => {
    expect(await run().find(ask(version))).toMatchObject({
      ...{ status: "found", version: expected, digest: sha256(archive) },
    })
  })

  test("gives the artifact of an OCIRepository", async () => {
    const references: readonly ArtifactReference[] = [
      { by: "tag", tag: "latest" },
      { by: "semver", semver: "6.4.x" },
      { by: "digest", digest },
    ]
    for (const reference of references)
      expect(await run().find(artifact(reference))).toMatchObject({ digest: sha256(archive) })
  })

  test("lacks a version, and a chart", async () => {
    for (const version of ["9.9.9", "9.x"])
      expect(await run().find(ask(version))).toMatchObject({
        problem: { kind: "version-unsatisfied", certain: true },
      })
    for (const version of ["6.5.0", "6.x"])
      expect(await run().find({ ...ask(version), chart: "podinfoo" })).toMatchObject({
        problem: { kind: "chart-not-found" },
      })
  })

  test("refuses who has no login", async () => {
    expect(await run().find(ask("6.5.0", {}))).toMatchObject({ status: "unavailable" })
  })

  test("is not asked offline", async () => {
    const cache = memoryCache()
    await run(cache).find(ask("6.x"))
    const offline = { ...ask("6.x"), offline: true }
    expect(await run(cache).find(offline)).toMatchObject({ status: "found", version: "6.5.0" })
    expect(await run().find(offline)).toMatchObject({ status: "unavailable" })
  })
})
