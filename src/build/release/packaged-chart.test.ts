import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { kinds } from "../../model/index.ts"
import { parseYaml, toJson } from "../../yaml/index.ts"
import type { ChartFiles } from "../engine.ts"
import { sha256 } from "../remote/testdata/remote.ts"
import { tar } from "../remote/testdata/tar.ts"
import type { ChartRequest } from "./chart-request.ts"
import type { FoundChart } from "./find-chart.ts"
import { packagedChart } from "./packaged-chart.ts"

const commit = "0d4d78fc6bb835ff55d71c89083ef49fe2472a66"
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

type Found = FoundChart & { readonly status: "found" }

function found(chart: ChartFiles, more: Partial<Found> = {}): Found {
  const use = { name: "web", from: { kind: "folder", path: "charts/web" } } as const
  return { status: "found", chart, use, revision: commit, ...more }
}

const inFolder = (text: string): ChartFiles => ({
  digest: sha256(text),
  files: new Map([
    ["Chart.yaml", bytes(text)],
    ["values.yaml", bytes("a: 1\n")],
  ]),
})

function request(more: Partial<ChartRequest> = {}): ChartRequest {
  return {
    source: { ...kinds.GitRepository, name: "fleet" },
    ...{ chart: "./charts/web", version: "", valuesFiles: [], ignoreMissingValuesFiles: false },
    ...{ followsRevision: true, ...more },
  }
}

function metadataOf(chart: ChartFiles): unknown {
  const content = "files" in chart ? chart.files.get("Chart.yaml") : undefined
  const [document] = parseYaml(new TextDecoder().decode(content)).documents
  return document && toJson(document)
}

describe("a chart that is a folder", () => {
  test.each([
    ["name: web\nversion: 1.4.0 # by hand\nappVersion: 2\n", "web", 2],
    ["{name: web, version: '1.4.0', appVersion: x}", "web", "x"],
    ["name: web\nversion: &v 1.4.0\nappVersion: *v\n", "web", "1.4.0"],
    ["name: web\nappVersion: &v 1.4.0\nversion: *v\n", "web", "1.4.0"],
    ["name: web\nversion: |-\n  1.4.0\nappVersion: x\n", "web", "x"],
    ["\uFEFFname: web\nversion: 1.4.0\nappVersion: x\n", "web", "x"],
  ])("has the revision in its version, and nothing else changes: %j", async (text, name, app) => {
    const { chart, isSaidAlways } = await packagedChart(found(inFolder(text)), request(), sha256)
    expect(metadataOf(chart)).toEqual({ name, version: "1.4.0+0d4d78fc6bb8", appVersion: app })
    expect(isSaidAlways).toBeUndefined()
  })

  test("has another digest in another version, so that no render of another is taken for its own", async () => {
    const plain = inFolder("name: web\nversion: 1.4.0\n")
    const other = `1${commit.slice(1)}`
    const digests = await Promise.all(
      [commit, other, undefined].map(async (revision) => {
        const { revision: _, ...rest } = found(plain)
        const one = revision === undefined ? rest : { ...rest, revision }
        return (await packagedChart(one, request(), sha256)).chart.digest
      }),
    )
    expect(new Set([plain.digest, ...digests]).size).toBe(4)
  })

  test.each(["name: web\n", "version: 1.2.3.4\n", "version: [\n", "a: 1\n---\nversion: 1.0.0\n"])(
    "stays as it is where source-controller could not package it: %j",
    async (text) => {
      const chart = inFolder(text)
      expect(await packagedChart(found(chart), request(), sha256)).toEqual({ chart })
    },
  )
})

describe("an archive", () => {
  const archive = (version: string): ChartFiles => ({
    digest: sha256(version),
    archive: gzipSync(
      tar([
        { path: "web/Chart.yaml", content: `name: web\nversion: ${version}\n` },
        { path: "web/.helmignore", content: "kept.txt\n" },
        { path: "web/kept.txt", content: "kept" },
        { path: "web/charts/sub/Chart.yaml", content: "name: sub\nversion: 0.1.0\n" },
      ]),
    ),
  })

  test("of a repository has the version of the index and the generation, and loses no file", async () => {
    const { chart } = await packagedChart(
      found(archive("1.4.0"), {
        use: { name: "web", version: "1.4.1", from: { kind: "archive", path: "web.tgz" } },
      }),
      request({
        source: { ...kinds.HelmRepository, name: "charts" },
        valuesFiles: ["values.yaml", "values-production.yaml"],
      }),
      sha256,
    )
    expect(metadataOf(chart)).toEqual({ name: "web", version: "1.4.1+1" })
    expect("files" in chart && [...chart.files.keys()].sort()).toEqual([
      ...["Chart.yaml", "charts/sub/Chart.yaml", "kept.txt"],
    ])
  })

  test("in Git has the version of its Chart.yaml and the revision", async () => {
    const { chart } = await packagedChart(found(archive("1.4.0")), request(), sha256)
    expect(metadataOf(chart)).toEqual({ name: "web", version: "1.4.0+0d4d78fc6bb8" })
  })

  test("that cannot be read is left to Helm", async () => {
    const chart = { digest: "a", archive: bytes("no archive") }
    expect(await packagedChart(found(chart), request(), sha256)).toEqual({ chart })
  })
})

describe("what is said of a chart in a version that is not known", () => {
  const { revision: _, ...unknown } = found(inFolder("name: web\nversion: 1.4.0\n"))
  const versionOf = (chart: ChartFiles): string =>
    String((metadataOf(chart) as { version?: unknown }).version)

  test.each([
    ["holds always when it only repeats the version", (version: string) => `in ${version}`, true],
    ["or repeats it as a label", (version: string) => version.replace("+", "_"), true],
    ["or does not name it", () => "no values", true],
    ["and not when it depends on it", (version: string) => version.slice(-1), false],
  ])("%s", async (_title, judge, expected) => {
    const { chart, isSaidAlways } = await packagedChart(unknown, request(), sha256)
    const said = judge(versionOf(chart))
    expect(await isSaidAlways?.(said, async (other) => judge(versionOf(other)))).toBe(expected)
  })
})
