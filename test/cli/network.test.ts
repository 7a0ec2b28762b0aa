import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { serveFiles, sha256 } from "../../src/build/remote/testdata/remote.ts"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { copyRepository, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const mirror = fileURLToPath(new URL("../../fixtures/helm-repository/mirror", import.meta.url))
let server: TestServer
let repository = ""

beforeAll(async () => {
  const names = ["index.yaml", "podinfo-5.2.1.tgz", "podinfo-6.9.1.tgz", "podinfo-6.9.2.tgz"]
  const files = names.map((name) => [`/${name}`, readFileSync(join(mirror, name))] as const)
  server = await serveFiles(() => Object.fromEntries(files))
  repository = copyRepository()
  appendFileSync(
    join(repository, "clusters/production/apps.yaml"),
    release(`http://127.0.0.1:${server.port}`),
  )
})

/** A HelmRelease, and the repository that its chart comes from. */
function release(url: string, more = ""): string {
  return `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts, namespace: flux-system }
spec:
  interval: 1h
  url: "${url}"
${more}---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: web, namespace: flux-system }
spec:
  interval: 1h
  chart:
    spec:
      chart: podinfo
      version: 6.x
      sourceRef: { kind: HelmRepository, name: charts }
`
}

afterAll(() => server.close())

interface Shown {
  readonly summary: { readonly rendered: number }
  readonly coverage: { readonly helmReleases: number; readonly rendered: number }
  readonly skipped: readonly { readonly what: string; readonly reason: string }[]
}

async function check(...flags: readonly string[]) {
  const before = server.connections()
  const { code, stdout } = await sluice(
    [
      "check",
      repository,
      "-f",
      "json",
      "--fail-on",
      "never",
      "--cache-dir",
      temporaryFolder(),
      ...flags,
    ],
    { environment: { SLUICE_OFFLINE: "false" } },
  )
  const { coverage, skipped } = JSON.parse(stdout) as Shown
  const reasons = skipped.filter(({ what }) => what.includes("web")).map(({ reason }) => reason)
  return { code, rendered: coverage.rendered, reasons, connections: server.connections() - before }
}

describe("a chart on a host that is not on the internet", () => {
  test("is not fetched, and the run is incomplete", async () => {
    expect(await check()).toEqual({
      ...{ code: 3, rendered: 0, connections: 0 },
      reasons: [
        "chart podinfo 6.x could not be fetched: 127.0.0.1 is not on the internet, and --allow-private-hosts is not given",
      ],
    })
  })

  test("is fetched when the user says so", async () => {
    expect(await check("--allow-private-hosts")).toMatchObject({
      ...{ code: 0, rendered: 1, reasons: [] },
    })
  })

  test("is not asked for when its source is declared as external, and the run is complete", async () => {
    const config = join(temporaryFolder(), "sluice.yaml")
    writeFileSync(config, "external: [HelmRepository/flux-system/charts]\n")
    expect(await check("--config", config)).toEqual({
      ...{ code: 0, rendered: 0, connections: 0 },
      reasons: ["HelmRepository flux-system/charts is declared as `external`"],
    })
  })

  test("comes from a mirror on the network, before its source is asked", async () => {
    const address = `http://127.0.0.1:${server.port}`
    const mirrored = ["--allow-private-hosts", "--chart-mirror", address]
    expect(await check(...mirrored)).toMatchObject({ code: 0, rendered: 1, reasons: [] })
  })

  test("is not fetched when other hosts are named", async () => {
    expect(await check("--allow-private-hosts", "--allow-host", "ghcr.io")).toEqual({
      ...{ code: 3, rendered: 0, connections: 0 },
      reasons: ["chart podinfo 6.x could not be fetched: --allow-host does not name 127.0.0.1"],
    })
  })

  test("is not fetched for an untrusted repository, even when it is named", async () => {
    expect(await check("--untrusted", "--allow-host", "127.0.0.1")).toMatchObject({
      ...{ code: 3, rendered: 0, connections: 0 },
    })
  })

  test.each([["--offline"], ["--offline", "--allow-private-hosts"], ["--render", "off"]])(
    "is not asked for with %s %s",
    async (...flags) => {
      expect(await check(...flags)).toMatchObject({ code: 0, rendered: 0, connections: 0 })
    },
  )
})

describe("sluice lock", () => {
  const online = { environment: { SLUICE_OFFLINE: "false" } }
  const path = () => join(repository, "sluice.lock")

  test("writes nothing when not everything could be looked at", async () => {
    const { code, stdout, stderr } = await sluice(["lock", repository], online)
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" })
    expect(stderr).toContain("sluice.lock is not written")
    expect(existsSync(path())).toBe(false)
  })

  test("writes what the sources have, and checks are held to it", async () => {
    const cache = temporaryFolder()
    const flags = ["--cache-dir", cache, "--allow-private-hosts"]
    const { code, stdout } = await sluice(["lock", repository, ...flags], online)
    expect({ code, stdout }).toEqual({ code: 0, stdout: "sluice.lock: 1 source\n" })
    const text = readFileSync(path(), "utf8")
    const archive = readFileSync(join(mirror, "podinfo-6.9.2.tgz"))
    expect(text).toContain(`version: "6.9.2"\n    digest: sha256:${sha256(archive)}\n`)
    const before = server.connections()
    const held = await sluice(["check", repository, ...flags, "--fail-on", "never"], online)
    expect([held.code, server.connections()]).toEqual([0, before])
    writeFileSync(path(), text.replace(/sha256:.*/u, `sha256:${"0".repeat(64)}`))
    expect(await check("--allow-private-hosts")).toMatchObject({
      code: 3,
      reasons: [
        "chart podinfo 6.x could not be fetched: version 6.9.2 has changed since sluice.lock was written: run `sluice lock`",
      ],
    })
    writeFileSync(path(), "version: 1\nsources: [a]\n")
    const broken = await sluice(["check", repository, ...flags], online)
    expect(broken.code).toBe(2)
    expect(broken.stderr).toContain("`sluice.lock` cannot be read: `sources[0]` is not whole.")
    rmSync(path())
  })
})

test("a login is in no report and not in the cache", async () => {
  const canary = "canary-7f3a9c"
  const { port, close } = await listen((request, response) => {
    const sent = request.headers.authorization ?? ""
    const isKnown = Buffer.from(sent.replace("Basic ", ""), "base64").includes(canary)
    response.writeHead(isKnown ? 404 : 401).end(`echo ${sent} ${canary}`)
  })
  const folder = copyRepository()
  appendFileSync(
    join(folder, "clusters/production/apps.yaml"),
    release(
      `http://me:${canary}@127.0.0.1:${port}/?token=${canary}`,
      "  secretRef: { name: login }\n",
    ) +
      `---
apiVersion: v1
kind: Secret
metadata: { name: login, namespace: flux-system }
stringData: { username: me, password: ${canary} }
`,
  )
  const cache = temporaryFolder()
  for (const format of ["pretty", "concise", "json"]) {
    const flags = [
      "-f",
      format,
      "--allow-private-hosts",
      "--cache-dir",
      cache,
      "--verbose",
      "--debug",
    ]
    const environment = { SLUICE_OFFLINE: "false" }
    const { code, stdout, stderr } = await sluice(["check", folder, ...flags], { environment })
    expect(code).toBe(3)
    expect(`${stdout}${stderr}`).not.toContain(canary)
  }
  for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true })) {
    const kept = entry.isFile() && !entry.name.includes(".wasm")
    if (kept) expect(readFileSync(join(entry.parentPath, entry.name)).includes(canary)).toBe(false)
  }
  await close()
})

test("a stranger's repository does not choose private hosts", async () => {
  const { code, stderr } = await sluice([
    ...["check", repository, "--untrusted", "--allow-private-hosts"],
  ])
  expect(code).toBe(2)
  expect(stderr).toContain("exclude each other")
})

test("a pattern of hosts is one", async () => {
  const { code, stderr } = await sluice(["check", repository, "--allow-host", "https://ghcr.io"])
  expect(code).toBe(2)
  expect(stderr).toContain("it takes a host such as `ghcr.io` or `*.example.com`")
})
