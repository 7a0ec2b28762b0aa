import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { copyRepository, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

let server: TestServer

beforeAll(async () => {
  server = await listen((_request, response) => void response.end("a: 1\n"))
})
afterAll(() => server.close())

/** The engine is unpacked once. */
const cache = temporaryFolder()
const outside = "outside-of-the-repository-51c9"

/** Checks and builds the little repository with further files, beside a file that nobody may see. */
async function run(files: (secret: string) => Readonly<Record<string, string>>) {
  const folder = copyRepository()
  const secret = join(dirname(folder), "secret.yaml")
  writeFileSync(secret, `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${outside} }\n`)
  for (const [path, text] of Object.entries(files(secret))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const flags = ["--allow-private-hosts", "--cache-dir", cache]
  const environment = { SLUICE_OFFLINE: "false" }
  const checked = await sluice(["check", folder, "-f", "json", ...flags], { environment })
  const built = await sluice(["build", folder, ...flags], { environment })
  for (const { stdout, stderr } of [checked, built]) {
    expect(`${stdout}${stderr}`).not.toContain(outside)
    expect(stderr).not.toContain("    at ")
  }
  const { findings, skipped } = JSON.parse(checked.stdout) as {
    readonly findings: readonly { readonly rule: string; readonly message: string }[]
    readonly skipped: readonly { readonly reason: string }[]
  }
  return { folder, findings, skipped, rules: findings.map(({ rule }) => rule) }
}

const kustomization = (path: string): string => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: hostile, namespace: flux-system }
spec: { interval: 1h, path: ${path}, prune: true, sourceRef: { kind: GitRepository, name: flux-system } }
`

const kfile = (text: string): Readonly<Record<string, string>> => ({
  "clusters/production/hostile.yaml": kustomization("./hostile"),
  "hostile/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${text}`,
})

describe("paths that lead out of the repository show nothing of the machine", () => {
  test.each(["..", "../..", "/", "./../../.."])("spec.path %s", async (path) => {
    const files = () => ({ "clusters/production/hostile.yaml": kustomization(path) })
    expect((await run(files)).rules).toContain("ks-path-overlap")
  })

  test.each<readonly [string, (secret: string) => string]>([
    ["a resource", () => "resources: [../../secret.yaml]\n"],
    ["an absolute resource", (secret) => `resources: [${secret}]\n`],
    ["a component", () => "components: [../..]\n"],
    ["a generator", (secret) => `configMapGenerator: [{ name: a, files: ["${secret}"] }]\n`],
    ["a patch", () => "patches: [{ path: ../../secret.yaml }]\n"],
    ["values", () => "helmCharts: [{ name: a, valuesFile: ../../secret.yaml }]\n"],
  ])("%s of a kustomization file", async (_, text) => {
    const { rules } = await run((secret) => kfile(text(secret)))
    expect(rules).toContain(
      text("").startsWith("helmCharts") ? "kfile-helm-charts" : "kfile-build-failed",
    )
  })

  test.each(["", "dependencies: [{ name: a, version: 1.x, repository: 'file://../../..' }]"])(
    "values files and a chart %s",
    async (dependencies) => {
      const { findings, skipped } = await run((secret) => ({
        "clusters/production/hostile.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: hostile, namespace: flux-system }
spec:
  interval: 1h
  chart:
    spec:
      chart: ./chart
      valuesFiles: ["../../secret.yaml", "${secret}"]
      sourceRef: { kind: GitRepository, name: flux-system }
`,
        "chart/Chart.yaml": `apiVersion: v2\nname: web\nversion: 1.0.0\n${dependencies}\n`,
        "chart/templates/a.yaml": `a: {{ .Files.Get "../../secret.yaml" }}{{ .Files.Get "${secret}" }}\n`,
      }))
      // Either is said: that the file is not there, or that the dependency is not.
      const said = [
        ...findings.map(({ message }) => message),
        ...skipped.map(({ reason }) => reason),
      ]
      expect(said.filter((one) => /no values file found|its dependency a /u.test(one)).length).toBe(
        1,
      )
    },
  )
})

describe("nothing of a kustomization file is run or fetched", () => {
  test.each<readonly [string, (url: string) => string]>([
    ["a file", (url) => `resources: ["${url}/base.yaml"]\n`],
    ["a repository", (url) => `resources: ["${url}/base.git//deploy?ref=main"]\n`],
    ["a repository by git", (url) => `resources: ["git::${url}/base"]\n`],
    ["a component", (url) => `components: ["${url}/base.git//a?ref=v1"]\n`],
    ["an OpenAPI schema", (url) => `openapi: { path: "${url}/schema.json" }\n`],
    ["a patch", (url) => `patches: [{ path: "${url}/patch.yaml" }]\n`],
    ["a chart", (url) => `helmCharts: [{ name: a, repo: "${url}", version: 1.0.0 }]\n`],
  ])("%s of another host", async (_, text) => {
    const before = server.connections()
    await run(() => kfile(text(`http://127.0.0.1:${server.port}`)))
    expect(server.connections()).toBe(before)
  })

  test.each(["generators", "transformers", "validators"])("%s that are programs", async (field) => {
    const { folder, rules } = await run(() => ({
      ...kfile(`${field}: [plugin.yaml]\n`),
      "hostile/plugin.yaml": `apiVersion: example.com/v1
kind: Plugin
metadata:
  name: plugin
  annotations:
    config.kubernetes.io/function: |
      exec: { path: ./run.sh }
`,
      "hostile/run.sh": "#!/bin/sh\ntouch ran\n",
    }))
    expect(rules).toContain("kfile-build-failed")
    expect(existsSync(join(folder, "hostile/ran"))).toBe(false)
  })
})
