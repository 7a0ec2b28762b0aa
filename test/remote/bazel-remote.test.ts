import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sluice, temporaryFolder, useRepository } from "../cli/sluice.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { builtServer, type ServerProgram, startServerProgram } from "../support/server-program.ts"

const { path: program, isThere } = builtServer("bazel-remote")

/** Counters of `/metrics`, by method, kind and status. */
async function metrics(port: number): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}/status`)).text()
}

describe.skipIf(!isThere)("bazel-remote, which looks into every entry of /ac/", () => {
  useRepository()
  const folder = mkdtempSync(join(tmpdir(), "sluice-bazel-"))
  const repository = join(fixturesFolder, "helm-repository/repo")
  const mirror = join(fixturesFolder, "helm-repository/mirror")
  let server: ServerProgram | undefined
  let port = 0

  beforeAll(async () => {
    server = await startServerProgram(program, {
      arguments: (chosen) => [`127.0.0.1:${chosen}`, folder],
      isReady: async (chosen) => (await metrics(chosen)) !== "",
    })
    port = server.port
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const check = (cacheDir: string, more: readonly string[] = []) =>
    sluice(
      [
        ...["check", repository, "--chart-mirror", mirror, "--no-timing", "-f", "json", ...more],
        ...["--remote-cache", `http://127.0.0.1:${port}`, "--cache-dir", cacheDir],
      ],
      { environment: { SLUICE_OFFLINE: "" } },
    )

  test("a second machine finds there what the first one has built and rendered", async () => {
    const first = await check(temporaryFolder())
    expect(first.stderr).toBe("")
    const stored = JSON.parse(await metrics(port)) as { readonly NumFiles: number }
    expect(stored.NumFiles).toBeGreaterThan(4)
    // An engine that does not exist: all there is has to come from the cache.
    const second = await check(temporaryFolder(), ["--timeout", "1ms"])
    expect(second).toEqual(first)
    const after = JSON.parse(await metrics(port)) as { readonly NumFiles: number }
    expect(after.NumFiles).toBe(stored.NumFiles)
  })

  test("with --untrusted what is there is used, and nothing added", async () => {
    const before = await metrics(port)
    const { NumFiles } = JSON.parse(before) as { readonly NumFiles: number }
    const { stderr } = await check(temporaryFolder(), ["--untrusted"])
    expect(stderr).toBe("")
    expect(JSON.parse(await metrics(port))).toMatchObject({ NumFiles })
  })
})
