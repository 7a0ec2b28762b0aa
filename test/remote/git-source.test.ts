import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { memoryCache, run, serveFiles } from "../../src/build/remote/testdata/remote.ts"
import { startProxy } from "../../src/host/fetch/testdata/proxy.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { stringAt } from "../../src/yaml/index.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { type Checked, checkFiles, sync } from "./check-files.ts"
import { gitFolder, serveGit } from "./git-server.ts"

const engine = createQuickEngine({ concurrency: 1, timeoutMs: 120_000 })
const folder = gitFolder()
let server: TestServer

const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: apps }\n`

beforeAll(async () => {
  engine.start()
  folder.commit("apps", {
    "deploy/settings.yaml": configMap("settings"),
    "deploy/ignored.yaml": configMap("ignored"),
    "deploy/also.yaml": configMap("also"),
    "deploy/link.yaml": { link: "settings.yaml" },
    ".sourceignore": "also.yaml\n",
    "charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.0.0\n",
    "charts/web/templates/a.yaml": configMap("from-chart-{{ .Values.who }}"),
    "charts/web/values.yaml": "who: default\n",
    "charts/versioned/Chart.yaml": "apiVersion: v2\nname: versioned\nversion: 1.0.0\n",
    "charts/versioned/templates/a.yaml": `${configMap("versioned")}data: { version: "{{ .Chart.Version }}" }\n`,
    "values/production.yaml": "who: production\n",
  })
  folder.commit("shared", { "base/base.yaml": configMap("base") })
  server = await serveGit(folder.path)
})

afterAll(async () => {
  await engine.close()
  await server.close()
  folder.remove()
})

const gitRepository = (name: string, more = "", repository = name): string => `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: ${name}, namespace: flux-system }
spec:
  interval: 1h
  url: http://git.example:${server.port}/${repository}.git
${more}`

const kustomization = (path: string, kind = "GitRepository"): string => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system }
spec:
  interval: 1h
  path: ${path}
  prune: true
  sourceRef: { kind: ${kind}, name: apps }
`

const release = (chart: string, more = ""): string => `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: web, namespace: flux-system }
spec:
  interval: 1h
  chart:
    spec:
      chart: ${chart}
      sourceRef: { kind: GitRepository, name: apps }
${more}`

const namespace = "apiVersion: v1\nkind: Namespace\nmetadata: { name: apps }\n"
const main = "  ref: { branch: main }\n"

function check(text: string, remote = run(), offline = false): Promise<Checked> {
  const files = { ...sync, "clusters/production/apps.yaml": `${namespace}${text}` }
  return checkFiles(files, { engine, remote, offline })
}

const configMapsOf = ({ objects }: Checked): readonly string[] =>
  objects.filter((id) => id.startsWith("ConfigMap")).sort()

describe("a Kustomization over another repository", () => {
  test("is built from its files, less what is ignored and what is a link", async () => {
    const ignore = "  ignore: |\n    ignored.yaml\n"
    const checked = await check(
      gitRepository("apps", `${main}${ignore}`) + kustomization("./deploy"),
    )
    expect(configMapsOf(checked)).toEqual(["ConfigMap apps/settings"])
    expect(checked.skipped).toEqual([])
    expect(checked.findings).toEqual([])
  })

  test("has a path that is not there", async () => {
    const { findings } = await check(gitRepository("apps", main) + kustomization("./deploi"))
    expect(findings).toMatchObject([{ rule: "ks-path-missing", severity: "error" }])
  })

  test("has what it includes", async () => {
    const include = `${main}  include:\n    - repository: { name: shared }\n      fromPath: base\n      toPath: vendor\n`
    const checked = await check(
      gitRepository("apps", include) + gitRepository("shared", main) + kustomization("./vendor"),
    )
    expect(configMapsOf(checked)).toEqual(["ConfigMap apps/base"])
    expect(checked.skipped).toEqual([])
  })

  test("gives its own repository what it includes from there", async () => {
    const own = `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: flux-system, namespace: flux-system }
spec:
  interval: 1m
  url: https://github.com/example/fleet
  include: [{ repository: { name: shared }, toPath: vendor }]
`
    const [path = "", text = ""] = Object.entries(sync)[0] ?? []
    const build = kustomization("./vendor/base").replace("name: apps }\n", "name: flux-system }\n")
    const files = {
      [path]: text.replace(/^[\s\S]*?---\n/u, `${own}---\n`),
      "clusters/production/apps.yaml": `${namespace}${gitRepository("shared", main)}${build}`,
    }
    const checked = await checkFiles(files, { engine, remote: run() })
    expect(configMapsOf(checked)).toEqual(["ConfigMap apps/base"])
    expect(checked.skipped).toEqual([])
  })

  test("takes the branch `master` where no reference says otherwise, and says that it is not there", async () => {
    const { skipped, findings } = await check(gitRepository("apps") + kustomization("./deploy"))
    expect(skipped).toMatchObject([
      {
        kind: "incomplete",
        reason: "GitRepository flux-system/apps could not be fetched: it has no branch `master`",
      },
    ])
    expect(findings).toEqual([])
  })

  test("is not built offline, by choice, unless an earlier run has left its files", async () => {
    const text = gitRepository("apps", main) + kustomization("./deploy")
    const before = server.connections()
    expect((await check(text, run(), true)).skipped).toMatchObject([
      { reason: "GitRepository flux-system/apps is not this repository", kind: "chosen" },
    ])
    expect(server.connections()).toBe(before)
    const cache = memoryCache()
    await check(text, run(cache))
    expect(configMapsOf(await check(text, run(cache), true))).toContain("ConfigMap apps/settings")
  })
})

describe("a GitRepository with `proxySecretRef`", () => {
  const secret = (address: string): string => `---
apiVersion: v1
kind: Secret
metadata: { name: proxy, namespace: flux-system }
stringData: { address: "${address}", username: me, password: canary-5d1f }
`
  const named = `${main}  proxySecretRef: { name: proxy }\n`
  const text = (address: string, repository?: string): string =>
    secret(address) + gitRepository("apps", named, repository) + kustomization("./deploy")

  test("is fetched through that proxy", async () => {
    const proxy = await startProxy()
    const checked = await check(text(`http://proxy.example:${proxy.port}`))
    expect(configMapsOf(checked)).toContain("ConfigMap apps/settings")
    expect(checked.skipped).toEqual([])
    expect(new Set(proxy.logins)).toEqual(new Set([`Basic ${btoa("me:canary-5d1f")}`]))
    await proxy.close()
  })

  test("is skipped when the proxy lets nobody through, and the login is not shown", async () => {
    const proxy = await startProxy(() => 407)
    const checked = await check(text(`http://proxy.example:${proxy.port}`))
    expect(checked.skipped).toMatchObject([
      {
        kind: "incomplete",
        reason:
          "GitRepository flux-system/apps could not be fetched: the proxy of its `proxySecretRef` wants a login (407) to git.example",
      },
    ])
    expect(JSON.stringify([checked.skipped, checked.findings])).not.toMatch(
      /canary|proxy\.example/u,
    )
    await proxy.close()
  })

  test("is asked directly where its proxy is not known, and what it lacks then proves nothing", async () => {
    const socks = "socks5://proxy.example:1080"
    expect(configMapsOf(await check(text(socks)))).toContain("ConfigMap apps/settings")
    const { skipped, findings } = await check(text(socks, "absent"))
    expect(skipped).toMatchObject([
      {
        reason:
          "GitRepository flux-system/apps could not be fetched: git.example does not have it, and sluice does not speak to the proxy of its `proxySecretRef`, which is none of http or https",
      },
    ])
    expect(findings.map(({ rule }) => rule)).not.toContain("ks-path-missing")
  })
})

describe("a chart that is a folder of another repository", () => {
  test("is rendered with the values files of that repository", async () => {
    const files = "      valuesFiles: [values/production.yaml]\n"
    const checked = await check(gitRepository("apps", main) + release("./charts/web", files))
    expect(checked.release).toMatchObject({ status: "rendered" })
    expect(checked.release?.objects.map(({ id }) => id.name)).toEqual(["from-chart-production"])
    expect(checked.skipped).toEqual([])
  })

  test("has the commit in its version with `reconcileStrategy: Revision`", async () => {
    const commit = folder.git("apps", "rev-parse", "main")
    const versionOf = async (more: string, remote = run(), offline = false) => {
      const text = gitRepository("apps", main) + release("./charts/versioned", more)
      const { release: built } = await check(text, remote, offline)
      return built?.objects.map(({ manifest }) => stringAt(manifest, ["data", "version"]))
    }
    const revision = "      reconcileStrategy: Revision\n"
    const files = "      valuesFiles: [values/production.yaml]\n"
    const cache = memoryCache()
    expect(await versionOf("")).toEqual(["1.0.0"])
    expect(await versionOf(revision, run(cache))).toEqual([`1.0.0+${commit.slice(0, 12)}`])
    expect(await versionOf(revision, run(cache), true)).toEqual([`1.0.0+${commit.slice(0, 12)}`])
    expect(await versionOf(revision + files)).toEqual([`1.0.0+${commit.slice(0, 12)}.1`])
    expect(await versionOf(files)).toEqual(["1.0.0+1"])
  })

  test("is packaged for a HelmChart with the values files of that repository, or not", async () => {
    const helmChart = (file: string): string => `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmChart
metadata: { name: web, namespace: flux-system }
spec:
  interval: 1h
  chart: ./charts/web
  valuesFiles: [${file}]
  sourceRef: { kind: GitRepository, name: apps }
`
    const text = (file: string): string => gitRepository("apps", main) + helmChart(file)
    expect((await check(text("values/production.yaml"))).findings).toEqual([])
    expect((await check(text("production.yaml"))).findings).toMatchObject([
      {
        rule: "hr-render-failed",
        message:
          "HelmChart flux-system/web has no values: no values file found at path 'production.yaml'.",
      },
    ])
  })

  test("is not there", async () => {
    const { findings } = await check(gitRepository("apps", main) + release("./charts/webb"))
    expect(findings).toMatchObject([{ rule: "hr-chart-not-found", severity: "error" }])
  })

  test("is skipped when the repository cannot be had", async () => {
    const { skipped, findings } = await check(
      gitRepository("apps", main, "absent") + release("./charts/web"),
    )
    expect(skipped).toMatchObject([
      {
        kind: "incomplete",
        reason: "GitRepository flux-system/apps could not be fetched: git.example does not have it",
      },
    ])
    expect(findings).toEqual([])
  })

  test("has a dependency in a repository that wants the login of a HelmRepository", async () => {
    const mirror = join(fixturesFolder, "helm-repository/mirror")
    const served = (name: string): Uint8Array => readFileSync(join(mirror, name))
    const archives = [
      ...served("index.yaml")
        .toString()
        .matchAll(/[\w.-]+\.tgz/gu),
    ]
    const seen: (string | undefined)[] = []
    const charts = await serveFiles(() =>
      Object.fromEntries(
        ["index.yaml", ...archives.map(([name]) => name)].map((name) => [
          `/${name}`,
          (request, response) => {
            seen.push(request.headers.authorization)
            const isKnown = request.headers.authorization === `Basic ${btoa("me:word")}`
            response.writeHead(isKnown ? 200 : 401).end(isKnown ? served(name) : "")
          },
        ]),
      ),
    )
    folder.commit("umbrella", {
      "charts/all/Chart.yaml": `apiVersion: v2
name: all
version: 1.0.0
dependencies:
  - { name: podinfo, version: 6.x, repository: "http://charts.example:${charts.port}/" }
`,
    })
    const repository = (url: string): string => `---
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts, namespace: flux-system }
spec: { interval: 1h, url: "${url}", secretRef: { name: login } }
---
apiVersion: v1
kind: Secret
metadata: { name: login, namespace: flux-system }
stringData: { username: me, password: word }
`
    const text = (url: string): string =>
      gitRepository("apps", main, "umbrella") + release("./charts/all") + repository(url)
    const known = await check(text(`http://charts.example:${charts.port}`))
    expect(known.release).toMatchObject({ status: "rendered" })
    const other = await check(text("http://other.example"))
    expect(other.skipped).toMatchObject([
      { kind: "incomplete", reason: expect.stringContaining("asks for a login (401)") },
    ])
    expect(seen.at(-1)).toBeUndefined()
    await charts.close()
  })
})
