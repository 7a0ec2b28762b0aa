import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { release, useEngine } from "./test-engine.ts"
import { createWasmEngine } from "./wasm-engine.ts"

const engine = useEngine()

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
