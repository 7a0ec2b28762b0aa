import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { copyRepository, sluice, useRepository } from "./sluice.ts"

useRepository()

/** A chart that renders what no API server takes, with what the repository's Secret holds in it. */
const files: Readonly<Record<string, string>> = {
  "charts/web/Chart.yaml": "apiVersion: v2\nname: web\nversion: 1.2.0\n",
  "charts/web/values.yaml": "replicas: 1\n",
  "charts/web/templates/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicas | quote }}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: ghcr.io/example/web:1.2.0
          args: ["--password=s3cr3t-Passw0rd", "--mirror=https://bot:hunter-2@mirror.example.com/"]
`,
  "clusters/production/web.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: flux-system
spec:
  interval: 1h
  chart:
    spec:
      chart: ./charts/web
      sourceRef:
        kind: GitRepository
        name: flux-system
`,
}

const run = { folder: "", report: "" }

beforeAll(async () => {
  run.folder = copyRepository()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(run.folder, path)), { recursive: true })
    writeFileSync(join(run.folder, path), text)
  }
  run.report = await htmlReport()
})

async function htmlReport(): Promise<string> {
  const args = ["check", run.folder, "--no-timing", "-f", "html"]
  const { code, stdout, stderr } = await sluice(args)
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" })
  return stdout
}

/** The text of a piece of markup. */
const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/gu, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")

test("the report in HTML is the same bytes each time, and holds no path of this machine", async () => {
  expect(await htmlReport()).toBe(run.report)
  expect(run.report).toMatch(/^<!doctype html>\n/u)
  expect(run.report).not.toContain(run.folder)
})

test("what a finding on a rendered object is about is shown: how it came about, where it is wrong, and no secret", () => {
  const found = /id="(f\d+)"(?:(?!<\/article>).)*rendered-schema-violation.*?<\/article>/su.exec(
    run.report,
  )
  const id = /href="#(o\d+)">Deployment flux-system\/web</u.exec(found?.[0] ?? "")?.[1]
  const object =
    new RegExp(`<article class="object" id="${id}">.*?</article>`, "su").exec(run.report)?.[0] ?? ""
  // As the files above and those of test/cli/repository have it.
  const steps = [...object.matchAll(/<li>(.*?)<\/li>/gu)].map(([, step = ""]) => textOf(step))
  expect(steps).toEqual([
    "rendered from chart web, template web/templates/deployment.yaml charts/web/templates/deployment.yaml",
    "applied by HelmRelease flux-system/web clusters/production/web.yaml:1",
    "applied by Kustomization flux-system/flux-system clusters/production/flux-system/gotk-sync.yaml:16",
  ])
  expect(textOf(/<mark.*?<\/mark>/u.exec(object)?.[0] ?? "")).toBe('  replicas: "1"')
  expect(textOf(object)).toContain('"--password=***"\n')
  expect(textOf(object)).toContain('"--mirror=https://************@mirror.example.com/"\n')
  expect(run.report).not.toContain("s3cr3t")
  expect(run.report).not.toContain("hunter-2")
  expect(object).toContain(`href="#${found?.[1]}"`)
})

test("a graph in HTML goes to stdout, or to a file", async () => {
  const { code, stdout } = await sluice(["graph", "-f", "html"], { cwd: run.folder })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^<!doctype html>\n/u)
  expect(stdout).toContain("infrastructur</text>")
  expect(stdout).not.toContain("s3cr3t")
  const file = join(run.folder, "graph.html")
  const written = await sluice(["graph", "-f", `html=${file}`], { cwd: run.folder })
  expect(written).toMatchObject({ code: 0, stdout: "" })
  expect(readFileSync(file, "utf8")).toBe(stdout)
})
