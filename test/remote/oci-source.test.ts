import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Artifacts, serveRegistry } from "../../src/build/remote/testdata/registry.ts"
import { run } from "../../src/build/remote/testdata/remote.ts"
import { tar } from "../../src/build/remote/testdata/tar.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { type Checked, checkFiles, sync } from "./check-files.ts"

const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })
const mediaType = "application/vnd.cncf.flux.content.v1.tar+gzip"
let server: TestServer

const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: apps }\n`

beforeAll(async () => {
  engine.start()
  const artifacts = new Artifacts()
  const content = tar([
    { path: "./deploy/", type: "5" },
    { path: "./deploy/settings.yaml", content: configMap("settings") },
    { path: "./deploy/ignored.yaml", content: configMap("ignored") },
    { path: "./deploy/link.yaml", type: "2", link: "settings.yaml" },
  ])
  artifacts.add("1.0.0", [[mediaType, gzipSync(content)]])
  artifacts.add("hostile", [[mediaType, gzipSync(tar([{ path: "../a", content: "a" }]))]])
  server = await serveRegistry({ "example/apps": artifacts })
})

afterAll(async () => {
  await engine.close()
  await server.close()
})

function check(tag: string, path = "./deploy", offline = false): Promise<Checked> {
  const apps = `apiVersion: v1
kind: Namespace
metadata: { name: apps }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: apps, namespace: flux-system }
spec:
  interval: 1h
  insecure: true
  url: oci://registry.example:${server.port}/example/apps
  ref: { tag: ${tag} }
  ignore: |
    ignored.yaml
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system }
spec:
  interval: 1h
  path: ${path}
  prune: true
  sourceRef: { kind: OCIRepository, name: apps }
`
  const files = { ...sync, "clusters/production/apps.yaml": apps }
  return checkFiles(files, { engine, remote: run(), offline })
}

describe("a Kustomization over an artifact in a registry", () => {
  test("is built from what Flux would unpack", async () => {
    const { objects, skipped, findings } = await check("1.0.0")
    expect(objects.filter((id) => id.startsWith("ConfigMap"))).toEqual(["ConfigMap apps/settings"])
    expect(skipped).toEqual([])
    expect(findings).toEqual([])
  })

  test("has a path that is not there", async () => {
    const { findings } = await check("1.0.0", "./deploi")
    expect(findings).toMatchObject([{ rule: "ks-path-missing", severity: "error" }])
  })

  test.each([
    ["absent", "OCIRepository flux-system/apps could not be fetched: no tag fits its `spec.ref`"],
    [
      "hostile",
      "the artifact of OCIRepository flux-system/apps cannot be unpacked: a path leads out of it",
    ],
  ])("with the tag %s is not built, and says why", async (tag, reason) => {
    const { skipped } = await check(tag)
    expect(skipped).toMatchObject([{ reason, kind: "incomplete" }])
  })

  test("is not built offline, by choice", async () => {
    const before = server.connections()
    const { skipped } = await check("1.0.0", "./deploy", true)
    expect(skipped).toMatchObject([
      { reason: "OCIRepository flux-system/apps is not this repository", kind: "chosen" },
    ])
    expect(server.connections()).toBe(before)
  })
})
