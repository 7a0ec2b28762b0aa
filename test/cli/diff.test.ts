import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { Ajv2020 } from "ajv/dist/2020.js"
import { afterEach, describe, expect, test } from "vitest"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { copyRepository, type Outcome, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

function git(folder: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" }).trim()
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function edit(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), "utf8")
  expect(text).toContain(from)
  writeFileSync(join(folder, path), text.replaceAll(from, to))
}

const web = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: apps }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example.com/web:1.0" }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: apps }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`

/** The little repository with a Deployment and a claim, committed on `main`. */
function fleet(files: Readonly<Record<string, string>> = {}): string {
  const folder = copyRepository()
  write(folder, { "apps/podinfo/web.yaml": web, ...files })
  edit(folder, "apps/podinfo/kustomization.yaml", "resources:", "resources:\n  - web.yaml")
  git(folder, "init", "-q", "-b", "main")
  git(folder, "add", "-A")
  git(folder, "commit", "-q", "-m", "all")
  return folder
}

const path = "apps/podinfo/web.yaml"
const claim = web.slice(web.indexOf("---"))

const run = (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  sluice(["diff", ...args], { cwd: folder })

interface Read {
  readonly base: { readonly commit?: string; readonly why: string }
  readonly verdict: string
  readonly dangers: readonly { readonly category: string; readonly message: string }[]
  readonly objects: readonly { readonly name: string; readonly action: string }[]
  readonly images: readonly object[]
  readonly uncompared: readonly object[]
}

async function read(folder: string, ...args: readonly string[]): Promise<Read> {
  const { stdout, stderr } = await run(folder, "-f", "json", ...args)
  expect(stderr).toBe("")
  return JSON.parse(stdout) as Read
}

describe("the change", () => {
  test("is told from the verdict to the fields, and fits the schema", async () => {
    const folder = fleet()
    edit(folder, path, "web:1.0", "web:1.1")
    edit(folder, path, "replicas: 1", "replicas: 2")
    edit(folder, path, claim, "")
    const { code, stdout, stderr } = await run(folder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    const commit = git(folder, "rev-parse", "--short=12", "HEAD")
    expect(
      stdout.replace(commit, "COMMIT"),
    ).toBe(`sluice diff: danger (1 data loss): 1 object changes, 1 is deleted
1 of 3 Kustomizations changes
compared with COMMIT, the last commit

Danger
  data loss  PersistentVolumeClaim podinfo/data is deleted, and with it what its
             volume holds, unless the volume is kept (\`Retain\`).
             apps/podinfo/web.yaml:11

Images
  registry.example.com/web:1.0 → 1.1  Deployment podinfo/web

Kustomization flux-system/apps: 1 object changes, 1 is deleted; the Pods of 1
  are replaced
  - PersistentVolumeClaim podinfo/data: is deleted
      apps/podinfo/web.yaml:11
  ~ Deployment podinfo/web: its Pods are replaced
      apps/podinfo/web.yaml:5
        spec.replicas: 1 → 2
      - spec.template.spec.containers[web].image: registry.example.com/web:1.0
      + spec.template.spec.containers[web].image: registry.example.com/web:1.1
`)
    const json = await read(folder)
    const schema = readFileSync(new URL("../../schemas/diff-v1.schema.json", import.meta.url))
    const validate = new Ajv2020().compile(JSON.parse(String(schema)) as object)
    validate(json)
    expect(validate.errors).toBeNull()
    expect(json.objects).toMatchObject([
      { name: "data", action: "deleted" },
      { name: "web", action: "changed" },
    ])
  })

  test("is in all formats at once, and in the same bytes twice", async () => {
    const folder = fleet()
    edit(folder, path, "web:1.0", "web:1.1")
    const files = ["markdown", "html", "json"].map((name) => ({
      name,
      file: join(temporaryFolder(), name),
    }))
    const formats = files.flatMap(({ name, file }) => ["-f", `${name}=${file}`])
    const texts = async (): Promise<readonly string[]> => {
      const { code, stdout } = await run(folder, ...formats)
      expect(code).toBe(0)
      return [stdout, ...files.map(({ file }) => readFileSync(file, "utf8"))]
    }
    const first = await texts()
    const [text, markdown, page, json] = first
    for (const shown of [text, markdown, page])
      expect(shown).toContain("registry.example.com/web:1.0 → 1.1")
    expect(json).toContain('"after": "registry.example.com/web:1.1"')
    expect(await texts()).toEqual(first)
  })

  test("decides the exit code only where that is asked for", async () => {
    const folder = fleet()
    expect(await run(folder)).toMatchObject({ code: 0 })
    expect(await run(folder, "--exit-code")).toMatchObject({ code: 0 })
    edit(folder, path, "web:1.0", "web:1.1")
    expect(await run(folder)).toMatchObject({ code: 0 })
    expect(await run(folder, "--exit-code")).toMatchObject({ code: 1 })
    // A comment changes no cluster.
    edit(folder, path, "web:1.1", "web:1.0")
    edit(folder, path, "replicas: 1", "replicas: 1 # enough")
    expect(await run(folder, "--exit-code")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^sluice diff: nothing changes\n/u),
    })
  })

  test("may be what is staged, whatever the work tree holds", async () => {
    const folder = fleet()
    edit(folder, path, "web:1.0", "web:1.1")
    git(folder, "add", "-A")
    edit(folder, path, "web:1.1", "web:1.2")
    expect(await read(folder, "--staged")).toMatchObject({
      images: [{ before: "registry.example.com/web:1.0", after: "registry.example.com/web:1.1" }],
    })
    expect(await read(folder)).toMatchObject({
      images: [{ after: "registry.example.com/web:1.2" }],
    })
  })
})

describe("what is compared with", () => {
  test("is where the branch left the commit that is named, not what that has become", async () => {
    const folder = fleet()
    const base = git(folder, "rev-parse", "HEAD")
    git(folder, "switch", "-q", "-c", "change")
    edit(folder, path, "web:1.0", "web:1.1")
    git(folder, "commit", "-q", "-a", "-m", "change")
    git(folder, "switch", "-q", "main")
    edit(folder, path, "replicas: 1", "replicas: 9")
    git(folder, "commit", "-q", "-a", "-m", "on main")
    git(folder, "switch", "-q", "change")
    for (const args of [["main"], ["--since", "main"]]) {
      const found = await read(folder, ...args)
      expect(found.base).toEqual({ commit: base, why: "where the branch left main" })
      expect(found.objects).toHaveLength(1)
    }
    expect((await read(folder)).objects).toEqual([])
  })

  test("is where it left the remote's default branch, where there is one", async () => {
    const origin = fleet()
    const folder = join(temporaryFolder(), "clone")
    git(origin, "clone", "-q", origin, folder)
    edit(folder, path, "web:1.0", "web:1.1")
    git(folder, "commit", "-q", "-a", "-m", "not pushed")
    const found = await read(folder)
    expect(found.base.why).toBe("where the branch left origin/HEAD")
    expect(found.objects).toHaveLength(1)
  })

  test("is nothing before the first commit: all is new", async () => {
    const folder = fleet()
    rmSync(join(folder, ".git"), { recursive: true })
    git(folder, "init", "-q")
    const found = await read(folder)
    expect(found.base).toEqual({ why: "nothing: there is no commit yet" })
    expect(new Set(found.objects.map(({ action }) => action))).toEqual(new Set(["created"]))
  })

  test("runs no hook and no filter, and leaves the work tree alone", async () => {
    const folder = fleet({ ".gitattributes": "*.yaml filter=evil\n" })
    const mark = join(temporaryFolder(), "mark")
    git(folder, "config", "filter.evil.smudge", `touch ${mark}; cat`)
    git(folder, "config", "core.fsmonitor", `touch ${mark}`)
    edit(folder, path, "web:1.0", "web:1.1")
    const before = readFileSync(join(folder, path), "utf8")
    await read(folder)
    expect(() => readFileSync(mark)).toThrow("ENOENT")
    expect(readFileSync(join(folder, path), "utf8")).toBe(before)
  })
})

describe("wrong usage exits 2 and says what to do", () => {
  test.each([
    ["a commit that is not there", ["no-such"], "git knows no such commit"],
    ["what looks like a flag of git", ["--since=--output=x"], "git knows no such commit"],
    ["two commits", ["HEAD", "--since", "main"], "name two commits to compare with"],
    ["a format that there is not", ["-f", "htm"], "Did you mean `html`?"],
    ["two formats on stdout", ["-f", "html", "-f", "json"], "Give all but one of them a file"],
    ["a folder that there is not", ["-f", "html=no/where.html"], "which cannot be written"],
  ])("%s", async (_title, args, message) => {
    const outcome = await run(fleet(), ...args)
    expect(outcome).toMatchObject({ code: 2, stdout: "" })
    expect(outcome.stderr).toContain(message)
  })

  test("a folder without git", async () => {
    const outcome = await run(copyRepository())
    expect(outcome).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("needs a git repository"),
    })
  })
})

describe("what could not be compared", () => {
  test("is said, and is no deletion", async () => {
    const folder = fleet()
    edit(folder, "apps/podinfo/kustomization.yaml", "  - web.yaml", "  - wep.yaml")
    const { code, stdout } = await run(folder)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^sluice diff: 1 build fails by the change; nothing changes, but 1 thing/u,
    )
    expect(stdout).toContain(
      "what Kustomization flux-system/apps applies (after the change): it does not",
    )
  })

  test("exits 3 where the run should have seen it", async () => {
    const folder = fleet()
    write(folder, { "infrastructure/large.yaml": `# ${"x".repeat(6 * 1024 * 1024)}\n` })
    expect(await run(folder)).toMatchObject({ code: 3 })
    expect(await run(folder, "--allow-incomplete")).toMatchObject({ code: 0 })
  })
})

describe("secrets", () => {
  const canary = (name: string): string => `canary-${name}-7f3a9`
  const repository = (state: string): Readonly<Record<string, string>> => ({
    "apps/podinfo/canaries.yaml": `apiVersion: v1
kind: Secret
metadata: { name: token, namespace: apps }
stringData: { token: ${canary(`string-${state}`)}, values.yaml: "password: ${canary(`nested-${state}`)}" }
data: { key: ${Buffer.from(canary(`data-${state}`)).toString("base64")} }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: copy, namespace: apps, annotations: { "a/b": "x ${canary(`string-${state}`)} y" } }
data:
  url: "https://user:${canary(`url-${state}`)}@example.com/"
  docker: '{"auths": {"example.com": {"auth": "${canary(`docker-${state}`)}"}}}'
  nested: "--password=${canary(`nested-${state}`)}"
---
apiVersion: v1
kind: ConfigMap
metadata: { name: "named-${canary(`string-${state}`)}", namespace: apps }
---
apiVersion: v1
kind: Secret
metadata: { name: only-${state}, namespace: apps }
stringData: { token: ${canary(`only-${state}`)} }
`,
  })

  test("are in no format, and that they change is seen", async () => {
    const folder = fleet(repository("before"))
    edit(
      folder,
      "apps/podinfo/kustomization.yaml",
      "  - web.yaml",
      "  - web.yaml\n  - canaries.yaml",
    )
    git(folder, "commit", "-q", "-a", "-m", "with canaries")
    write(folder, repository("after"))
    const formats = ["markdown", "html", "json"].map((name) => join(temporaryFolder(), name))
    const args = formats.flatMap((file) => [
      "-f",
      `${file.slice(file.lastIndexOf("/") + 1)}=${file}`,
    ])
    const { code, stdout, stderr } = await run(folder, ...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    const texts = [stdout, ...formats.map((file) => readFileSync(file, "utf8"))]
    for (const text of texts) {
      expect(text).not.toMatch(/canary-[a-z]+-(?:before|after)/u)
      for (const state of ["before", "after"]) {
        const encoded = Buffer.from(canary(`data-${state}`)).toString("base64")
        expect(text).not.toContain(encoded)
      }
      expect(text).toContain("Secret")
    }
    expect(stdout).toMatch(
      /stringData\.token: "\*\*\* \([0-9a-f]{8}\)" → "\*\*\* \([0-9a-f]{8}\)"/u,
    )
    expect(stdout).toMatch(/data\.url: .*https:\/\/\*\*\* \([0-9a-f]{8}\)@example\.com/u)
  })
})

describe("a real repository: flux2-kustomize-helm-example", () => {
  const corpus = resolve(import.meta.dirname, "../../../shared/corpus")
  const extra = "apps/base/podinfo/extra.yaml"

  function example(): string {
    const folder = join(temporaryFolder(), "example")
    const source = join(corpus, "repos/fluxcd__flux2-kustomize-helm-example")
    cpSync(source, folder, { recursive: true })
    edit(folder, "apps/production/podinfo-values.yaml", ">=1.0.0", "6.5.4")
    edit(folder, "infrastructure/controllers/cert-manager.yaml", '"1.x"', '"1.20.x"')
    write(folder, { [extra]: web.replaceAll("namespace: apps", "namespace: podinfo") })
    edit(folder, "apps/base/podinfo/kustomization.yaml", "resources:", "resources:\n  - extra.yaml")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "all")
    return folder
  }

  test("a chart, an image and a claim: what was changed is what is shown", async () => {
    const folder = example()
    edit(folder, "apps/production/podinfo-values.yaml", "6.5.4", "6.14.0")
    edit(folder, extra, "web:1.0", "web:1.1")
    edit(folder, extra, web.slice(web.indexOf("---")).replaceAll("apps", "podinfo"), "")
    const mirror = ["--chart-mirror", join(corpus, "charts"), "--cluster", "production"]
    const found = await read(folder, ...mirror)
    expect(found).toMatchObject({
      versions: [
        { what: "chart podinfo", before: "6.5.4", after: "6.14.0", id: { name: "podinfo" } },
      ],
      images: [
        // As the charts' own values.yaml have it.
        {
          before: "ghcr.io/stefanprodan/podinfo:6.5.4",
          after: "ghcr.io/stefanprodan/podinfo:6.14.0",
          objects: [{ kind: "Deployment", name: "podinfo" }],
        },
        { before: "registry.example.com/web:1.0", after: "registry.example.com/web:1.1" },
      ],
      dangers: [{ category: "data-loss", object: { kind: "PersistentVolumeClaim", name: "data" } }],
      uncompared: [],
    })
    const images = [...found.images]
    expect(images).toHaveLength(2)
    expect(found.dangers).toHaveLength(1)
    // Chart 6.14.0 has a template httproute.yaml, which the values ask for; 6.5.4 has none.
    expect(found.objects.filter(({ action }) => action === "created")).toMatchObject([
      { kind: "HTTPRoute", name: "podinfo" },
    ])
    expect(found.objects.filter(({ action }) => action === "deleted")).toHaveLength(1)
  })

  test("nothing, where nothing is changed, in both clusters", async () => {
    const mirror = ["--chart-mirror", join(corpus, "charts"), "--exit-code"]
    const { code, stdout } = await run(example(), ...mirror)
    expect({ code, first: stdout.split("\n")[0] }).toEqual({
      code: 0,
      first: expect.stringMatching(/^sluice diff: nothing changes(?:, but \d|$)/u),
    })
  })
})

test("a mirror that is a folder of the repository is that of the commit, too", async () => {
  const corpus = resolve(import.meta.dirname, "../../../shared/corpus/charts")
  const release = (version: string): string => `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts, namespace: podinfo }
spec: { interval: 1h, url: https://charts.example.com }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: front, namespace: podinfo }
spec:
  interval: 1h
  chart: { spec: { chart: podinfo, version: ${version}, sourceRef: { kind: HelmRepository, name: charts } } }
`
  const mirror = (version: string): Readonly<Record<string, string>> => ({
    "charts/index.yaml": `apiVersion: v1\nentries: { podinfo: [{ name: podinfo, version: ${version}, urls: [podinfo-${version}.tgz] }] }\n`,
    [path]: release(version),
  })
  const folder = fleet(mirror("6.5.4"))
  const archive = (version: string): string => `charts/podinfo-${version}.tgz`
  cpSync(join(corpus, "podinfo-6.5.4.tgz"), join(folder, archive("6.5.4")))
  git(folder, "add", "-A")
  git(folder, "commit", "-q", "-m", "with its chart")
  rmSync(join(folder, archive("6.5.4")))
  cpSync(join(corpus, "podinfo-6.14.0.tgz"), join(folder, archive("6.14.0")))
  write(folder, mirror("6.14.0"))
  const found = await read(folder, "--chart-mirror", "charts")
  expect(found).toMatchObject({
    uncompared: [],
    images: [
      { before: expect.stringMatching(/:6\.5\.4$/u), after: expect.stringMatching(/:6\.14\.0$/u) },
    ],
  })
})

describe("sluice.lock", () => {
  const charts = resolve(import.meta.dirname, "../../../shared/corpus/charts")
  let server: TestServer | undefined
  afterEach(async () => await server?.close())

  test("holds each side to its own: a lock that is written anew is a change", async () => {
    let versions = ["6.5.4"]
    server = await listen(({ url = "" }, response) => {
      if (url !== "/index.yaml") return void response.end(readFileSync(join(charts, url.slice(1))))
      const entries = versions.map(
        (version) => `{ name: podinfo, version: ${version}, urls: [podinfo-${version}.tgz] }`,
      )
      response.end(`apiVersion: v1\nentries: { podinfo: [${entries.join(", ")}] }\n`)
    })
    const folder = fleet({
      [path]: `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts, namespace: podinfo }
spec: { interval: 1h, url: "http://127.0.0.1:${server.port}" }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: front, namespace: podinfo }
spec:
  interval: 1h
  chart: { spec: { chart: podinfo, version: 6.x, sourceRef: { kind: HelmRepository, name: charts } } }
`,
    })
    const environment = { SLUICE_OFFLINE: "false", SLUICE_ALLOW_PRIVATE_HOSTS: "true" }
    const lock = async (): Promise<void> => {
      const { code, stderr } = await sluice(["lock"], { cwd: folder, environment })
      expect({ code, stderr }).toMatchObject({ code: 0 })
    }
    await lock()
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "locked")
    versions = ["6.14.0", "6.5.4"]
    await lock()
    const { stdout } = await sluice(["diff", "-f", "json"], { cwd: folder, environment })
    expect(JSON.parse(stdout)).toMatchObject({
      versions: [{ what: "chart podinfo", before: "6.x (6.5.4)", after: "6.x (6.14.0)" }],
      uncompared: [],
    })
  })
})
