import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { reporters } from "../../src/report/reporters.ts"
import { copyRepository, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

let server: TestServer

/** A server that sends back whatever it is sent, in every place where a client might pick it up. */
beforeAll(async () => {
  server = await listen((request, response) => {
    const sent = request.headers.authorization ?? ""
    const decoded = Buffer.from(sent.replace("Basic ", ""), "base64").toString("latin1")
    const code = request.url?.includes("forbidden") ? 403 : 418
    response.writeHead(code, { "content-type": "text/plain", "x-echo": encodeURI(sent) })
    response.end(`remote: ${sent} ${decoded} ${request.url}\n`)
  })
})

afterAll(() => server.close())

let count = 0
/** A secret that is nowhere else. */
const canary = (): string => `canary-${(count++).toString().padStart(3, "0")}-7f3a`

const base64 = (text: string): string => Buffer.from(text).toString("base64")

const secret = (name: string, data: Readonly<Record<string, string>>): string => `---
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: flux-system }
data:
${Object.entries(data)
  .map(([key, value]) => `  ${key}: ${base64(value)}\n`)
  .join("")}`

const source = (kind: string, name: string, spec: string): string => `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: ${kind}
metadata: { name: ${name}, namespace: flux-system }
spec: { interval: 1h, secretRef: { name: ${name} }, ${spec} }
`

const kustomization = (kind: string, name: string): string => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: from-${name}, namespace: flux-system }
spec: { interval: 1h, path: ./, prune: true, sourceRef: { kind: ${kind}, name: ${name} } }
`

/** Secrets in each place that sluice reads one from. */
function hostileFiles(): Readonly<Record<string, string>> {
  const host = `127.0.0.1:${server.port}`
  const login = (): Record<string, string> => ({ username: canary(), password: canary() })
  const key = `-----BEGIN OPENSSH PRIVATE KEY-----\n${canary()}\n-----END OPENSSH PRIVATE KEY-----\n`
  const docker = JSON.stringify({ auths: { [host]: login() } })
  const query = `?token=${canary()}`
  const sources = [
    source("GitRepository", "basic", `url: "http://${canary()}:${canary()}@${host}/a.git"`),
    secret("basic", login()) + kustomization("GitRepository", "basic"),
    source("GitRepository", "bearer", `url: "http://${host}/forbidden.git"`),
    secret("bearer", { bearerToken: canary() }) + kustomization("GitRepository", "bearer"),
    source("GitRepository", "ssh", `url: "ssh://git@${host}/a.git"`),
    secret("ssh", { identity: key, known_hosts: canary(), password: canary() }),
    kustomization("GitRepository", "ssh"),
    source("OCIRepository", "oci", `insecure: true, url: "oci://${host}/a", ref: { tag: v1 }`),
    secret("oci", { ".dockerconfigjson": docker }) + kustomization("OCIRepository", "oci"),
    source("HelmRepository", "charts", `url: "http://${canary()}:${canary()}@${host}/${query}"`),
    secret("charts", { ...login(), keyFile: canary(), certFile: canary() }),
  ]
  const release = `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: web, namespace: flux-system }
spec:
  interval: 1h
  chart: { spec: { chart: podinfo, version: 6.x, sourceRef: { kind: HelmRepository, name: charts } } }
  valuesFrom: [{ kind: Secret, name: values }]
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: local, namespace: flux-system }
spec:
  interval: 1h
  chart: { spec: { chart: ./charts/web, sourceRef: { kind: GitRepository, name: flux-system } } }
  valuesFrom: [{ kind: Secret, name: values }]
`
  const values = secret("values", {
    "values.yaml": `password: ${canary()}\nreplicas: ${canary()}\n`,
  })
  const substituted = `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: substituted, namespace: flux-system }
spec:
  interval: 1h
  path: ./substituted
  prune: true
  sourceRef: { kind: GitRepository, name: flux-system }
  postBuild: { substituteFrom: [{ kind: Secret, name: variables }] }
${secret("variables", { TOKEN: canary(), BROKEN: `a: [${canary()}` })}`
  return {
    "clusters/production/canaries.yaml": [...sources, release, values, substituted].join(""),
    "charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
    "charts/web/values.schema.json": '{"properties":{"replicas":{"type":"integer"}}}',
    "charts/web/templates/a.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: {{ .Values.password }}, env: '{{ env \"CANARY_0\" }}' }\n",
    "substituted/a.yaml":
      "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${TOKEN}_, namespace: apps }\ndata: { a: ${CANARY_1:=none} }\n",
  }
}

test("secrets of a repository and of the environment are in no report, on no stream and not in the cache", async () => {
  const folder = copyRepository()
  for (const [path, text] of Object.entries(hostileFiles())) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const environment: Record<string, string> = { SLUICE_OFFLINE: "false" }
  for (let index = 0; index < 50; index++) environment[`CANARY_${index}`] = canary()
  expect(count).toBeGreaterThan(70)
  const cache = temporaryFolder()
  const reports = temporaryFolder()
  const formats = Object.keys(reporters).flatMap((name) => ["-f", `${name}=${name}.out`])
  const flags = ["--allow-private-hosts", "--cache-dir", cache, "--verbose", "--debug"]
  const { code, stdout, stderr } = await sluice(["check", folder, ...flags, ...formats], {
    ...{ environment, cwd: reports },
  })
  expect(code).toBe(3)
  // It was not for want of asking.
  expect(server.requests.length).toBeGreaterThan(3)
  const leaks = [...leaksIn("stdout", stdout), ...leaksIn("stderr", stderr)]
  expect(readdirSync(reports).length).toBe(Object.keys(reporters).length)
  for (const name of readdirSync(reports))
    leaks.push(...leaksIn(name, readFileSync(join(reports, name), "utf8")))
  for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.includes(".wasm")) continue
    leaks.push(...leaksIn(entry.name, readFileSync(join(entry.parentPath, entry.name), "latin1")))
  }
  expect(leaks).toEqual([])
})

/** Each canary that a text has, as it is or in base64. */
function leaksIn(where: string, text: string): readonly string[] {
  const found: string[] = []
  for (let index = 0; index < count; index++) {
    const name = `canary-${index.toString().padStart(3, "0")}-7f3a`
    if (text.includes(name) || text.includes(base64(name))) found.push(`${where}: ${name}`)
  }
  return found
}
