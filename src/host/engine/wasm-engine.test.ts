import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { chartOf, release, useEngine } from "./test-engine.ts"
import { createWasmEngine } from "./wasm-engine.ts"

const engine = useEngine()

describe("limits", () => {
  test("an endless template is killed, and the next call is served", async () => {
    const hasty = engine.another({ concurrency: 1, timeoutMs: 3_000 })
    const endless = chartOf({ "templates/demo.yaml": "{{ range until 1000000000 }}{{ end }}" })
    const loop = chartOf({
      "templates/demo.yaml":
        "{{ range $i := untilStep 0 2000000 1 }}{{ range until 2000 }}{{ end }}{{ end }}",
    })
    const limit = await hasty.call("helm", release({ chart: endless }))
    expect(limit).toMatchObject({ status: "limit", limit: expect.stringMatching(/time|memory/u) })
    expect(await hasty.call("helm", release({ chart: loop }))).toMatchObject({
      status: "limit",
      limit: "time",
    })
    expect(await hasty.call("constraint", { checks: [] })).toEqual({ results: [] })
    await hasty.close()
  })

  test.each([
    [
      "recursion",
      '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}',
      /failed|limit/u,
    ],
    [
      "recursion through tpl",
      '{{ define "a" }}{{ tpl "{{ include \\"a\\" . }}" . }}{{ end }}{{ include "a" . }}',
      /failed|limit/u,
    ],
    ["a giant string", '{{ repeat 300000000 "abcdefgh" }}', /limit/u],
    ["too many manifests", '{{ repeat 11000000 "#" }}', /limit/u],
  ])("%s ends", async (_, template, status) => {
    const chart = chartOf({ "templates/demo.yaml": template })
    expect((await engine.call("helm", release({ chart }))).status).toMatch(status)
    expect(await engine.call("constraint", { checks: [] })).toEqual({ results: [] })
  })
})

test("constraints are judged by Masterminds/semver", async () => {
  const checks = [
    { constraint: "^1.2", versions: ["1.3.0", "2.0.0", "latest"] },
    { constraint: "latest", versions: ["1.0.0"] },
  ]
  expect(await engine.call("constraint", { checks })).toEqual({
    results: [
      { matches: [true, false, null] },
      { error: expect.stringContaining("improper constraint") },
    ],
  })
})

test("the number of workers changes no result", async () => {
  const many = engine.another({ concurrency: 3 })
  const requests = Array.from({ length: 8 }, (_, index) =>
    release({ values: { replicaCount: index } }),
  )
  const [alone, together] = await Promise.all(
    [engine, many].map((each) =>
      Promise.all(requests.map((request) => each.call("helm", request))),
    ),
  )
  expect(together).toEqual(alone)
  await many.close()
})

test("a damaged copy in the cache is replaced", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sluice-engine-test-"))
  const path = join(folder, `engine-${engine.digest()}.wasm`)
  writeFileSync(path, "damaged")
  const other = createWasmEngine({ concurrency: 1, cacheDir: folder })
  expect(await other.call("constraint", { checks: [] })).toEqual({ results: [] })
  await other.close()
  expect(readFileSync(path).length).toBeGreaterThan(1_000_000)
  expect(readdirSync(folder)).toEqual([`engine-${engine.digest()}.wasm`])
  rmSync(folder, { recursive: true })
})

test("a closed engine takes no calls", async () => {
  const other = engine.another({ concurrency: 1 })
  await other.close()
  await expect(other.call("constraint", { checks: [] })).rejects.toThrow("the engine is closed")
})

test("engine/dist is what the sources give", () => {
  const script = fileURLToPath(new URL("../../../scripts/build-engine.mjs", import.meta.url))
  execFileSync(process.execPath, [script, "--check", "--no-rebuild"], { stdio: "pipe" })
})
