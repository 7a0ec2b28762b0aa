import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { findTool } from "../support/tools.ts"
import { program, runProgram, sluice, temporaryFolder, useRepository } from "./sluice.ts"

const repositories = useRepository()

describe("all that a run keeps", () => {
  const check = (cache: string) =>
    sluice(["check", repositories.healthy, "--cache-dir", cache, "-f", "json"])

  test("goes when the cache is cleaned, and nothing else in the folder", async () => {
    const cache = temporaryFolder()
    expect(await check(cache)).toMatchObject({ code: 0, stderr: "" })
    expect(readdirSync(cache)).toContain("runs")
    const { stdout } = await sluice(["cache", "clean", "--cache-dir", cache])
    expect(readdirSync(cache)).toEqual([])
    expect(stdout).toMatch(/^Removed \d+ files, .*\n.*: 0 files, 0 B\n$/u)
  })
})

describe("compiled code of sluice itself", () => {
  const node = findTool("node22")

  /** The names in the cache folder after a check by Node 22, which can keep compiled code. */
  async function kept(
    flags: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<readonly string[]> {
    const cache = temporaryFolder()
    const args = [program, "check", repositories.healthy, "--cache-dir", cache, ...flags]
    const { code } = await runProgram(node ?? "", args, { environment })
    expect(code).toBe(0)
    const code22 = join(cache, "code")
    return existsSync(code22) ? readdirSync(code22) : []
  }

  test.skipIf(node === undefined)("is kept for the next run", async () => {
    expect(await kept([])).toEqual([expect.stringMatching(/^v22\./u)])
  })

  // Whoever can write there decides what the next run executes.
  test.skipIf(node === undefined).each([
    ["in CI, where others write to the cache too", [], { CI: "true" }],
    ["when a stranger's repository is checked", ["--untrusted"], {}],
    ["without a cache", ["--no-cache"], {}],
  ] as const)("is not kept %s", async (_, flags, environment) => {
    expect(await kept(flags, environment)).toEqual([])
  })
})
