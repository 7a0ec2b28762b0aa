import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { parseFiles } from "../../parse/parse-files.ts"
import { indexWritten } from "../../resolve/written-objects.ts"
import type { ChartMirror } from "../chart-mirror.ts"
import { expectedCharts } from "./expected-charts.ts"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

function mirrorOf(isFolder: boolean, charts: Readonly<Record<string, readonly string[]>>) {
  const mirror: ChartMirror = {
    place: "charts",
    isFolder,
    entries: async (name) =>
      (charts[name] ?? []).map((version) => ({
        name,
        version,
        file: `${name}-${version}.tgz`,
        digest: undefined,
      })),
    read: async ({ file }) => bytes(file),
  }
  return mirror
}

async function expected(text: string, mirror: ChartMirror): Promise<readonly string[]> {
  const { files } = parseFiles([{ path: "apps.yaml", bytes: bytes(text) }])
  const world = { written: indexWritten(files), mirrors: [mirror], digest }
  const charts: string[] = []
  for await (const chart of expectedCharts(world))
    charts.push("archive" in chart ? new TextDecoder().decode(chart.archive) : "a folder")
  return charts
}

const release = (name: string, version: string): string => `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: ${name} }
spec:
  chart: { spec: { chart: podinfo, version: "${version}", sourceRef: { kind: HelmRepository, name: podinfo } } }
`
const sources = `
apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: podinfo, namespace: flux-system }
spec: { url: https://stefanprodan.github.io/podinfo }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: envoy }
spec: { url: oci://docker.io/envoyproxy/gateway-helm, ref: { tag: 1.9.0 } }
`
const charts = { podinfo: ["6.9.0", "6.14.0"], "gateway-helm": ["1.9.0"] }

test("the charts that files name are expected, each once", async () => {
  const text =
    sources + release("one", "6.x") + release("two", ">=6.0.0") + release("three", "6.9.0")
  expect(await expected(text, mirrorOf(true, charts))).toEqual([
    "gateway-helm-1.9.0.tgz",
    "podinfo-6.14.0.tgz",
    "podinfo-6.9.0.tgz",
  ])
})

test("a chart that no mirror has, and one that no source is written for, are none", async () => {
  expect(await expected(sources + release("one", "7.x"), mirrorOf(true, { podinfo: [] }))).toEqual(
    [],
  )
  expect(await expected(release("one", "6.x"), mirrorOf(true, charts))).toEqual([])
})

test("nothing is fetched for a guess", async () => {
  expect(await expected(sources + release("one", "6.x"), mirrorOf(false, charts))).toEqual([])
})
