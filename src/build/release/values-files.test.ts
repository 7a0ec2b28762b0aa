import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import type { ChartFiles } from "../engine.ts"
import { tar } from "../remote/testdata/tar.ts"
import { standIn } from "../stand-in.ts"
import { packagedValuesFiles, type ValuesFile, valuesFilesOf } from "./values-files.ts"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const inFolder: ChartFiles = { digest: "a", files: new Map([["values.yaml", bytes("a: 1")]]) }

const artifact: Readonly<Record<string, ValuesFile>> = {
  "a.yaml": { status: "file", data: bytes("a: 1") },
  "b.yaml": { status: "file", data: bytes("b: 1") },
  values: { status: "folder" },
  "vendor/c.yaml": { status: "unknown", reason: "not here" },
}
const inArtifact = {
  chart: inFolder,
  valuesFile: (path: string): ValuesFile => artifact[path] ?? { status: "missing" },
}

function ask(valuesFiles: readonly string[], ignoreMissingValuesFiles = false) {
  return { valuesFiles, ignoreMissingValuesFiles }
}

// `source-controller: internal/helm/chart/builder_local.go`, mergeFileValues.
describe("values files of a chart in an artifact", () => {
  test.each([
    [["b.yaml", "a.yaml"], false, ["b.yaml", "a.yaml"]],
    [["a.yaml", "absent.yaml", "b.yaml"], true, ["a.yaml", "b.yaml"]],
    [[], false, []],
  ])("%j, ignoring what is missing: %s", (paths, ignore, expected) => {
    const found = valuesFilesOf(inArtifact, ask(paths, ignore))
    expect(found.status === "ok" && found.files.map(({ path }) => path)).toEqual(expected)
  })

  test("are no values at all where all are missing", () => {
    expect(valuesFilesOf(inArtifact, ask(["absent.yaml"], true))).toEqual({
      ...{ status: "ok", files: [{ path: "absent.yaml", data: new Uint8Array() }] },
    })
  })

  test.each([
    ["missing", "absent.yaml", false],
    ["in the chart's own folder", "values.yaml", false],
    ["a folder, whatever is ignored", "values", true],
  ])("that are %s fail", (_, path, ignore) => {
    const failure = { status: "failed", message: `no values file found at path '${path}'` }
    expect(valuesFilesOf(inArtifact, ask(["a.yaml", path], ignore))).toEqual(failure)
  })

  test.each([["vendor/c.yaml"], [`${standIn("env")}.yaml`]])("nobody can tell of %s", (path) => {
    expect(valuesFilesOf(inArtifact, ask([path]))).toMatchObject({ status: "unknown" })
  })
})

// `source-controller: internal/helm/chart/builder_remote.go`, mergeChartValues.
describe("values files of a chart in an archive that nothing renders", () => {
  const archive: ChartFiles = {
    digest: "b",
    archive: gzipSync(
      tar([
        { path: "web/Chart.yaml", content: "name: web\n" },
        { path: "web/values-production.yaml", content: "a: 1\n" },
        { path: "web/ci/values.yaml", content: "a: 1\n" },
      ]),
    ),
  }
  const found = { chart: archive }

  test.each([
    [["values.yaml", "./values-production.yaml", "ci/../ci/values.yaml"], false, undefined],
    [["values-staging.yaml"], false, "values-staging.yaml"],
    [["../values-production.yaml"], false, "../values-production.yaml"],
    [["/values-production.yaml"], false, "/values-production.yaml"],
    [["values-staging.yaml"], true, undefined],
  ])("%j, ignoring what is missing: %s", async (paths, ignore, absent) => {
    const judged = await packagedValuesFiles(found, ask(paths, ignore))
    const message = `no values file found at path '${absent}'`
    if (absent === undefined) expect(judged.status).toBe("ok")
    else expect(judged).toEqual({ status: "failed", message })
  })

  test("nobody can tell of an archive that cannot be read", async () => {
    const broken = { chart: { digest: "c", archive: bytes("no archive") } }
    expect(await packagedValuesFiles(broken, ask(["a.yaml"]))).toMatchObject({
      ...{ status: "unknown", reason: expect.stringContaining("cannot be unpacked") },
    })
  })
})
