import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const fixture = fileURLToPath(new URL("../../fixtures/flux-upgrade", import.meta.url))

/** A copy of a repository with some findings. */
function copyOld(): string {
  const folder = join(temporaryFolder(), "fleet")
  cpSync(join(fixture, "repo"), folder, { recursive: true })
  return folder
}

const quiet = ["-f", "concise", "--offline"]

describe("a baseline", () => {
  test("silences what is there, and nothing else", async () => {
    const folder = copyOld()
    const before = await sluice(["check", folder, ...quiet])
    expect(before.code).toBe(1)
    const written = await sluice(["check", folder, "--update-baseline", ...quiet])
    expect(written).toMatchObject({ code: 0, stdout: "" })
    expect(written.stderr).toMatch(
      /^\.sluice-baseline\.json holds \d+ findings \(\d+ added, 0 removed\)\.\n$/u,
    )
    expect(await sluice(["check", folder, ...quiet])).toMatchObject({ code: 0, stdout: "" })
    expect(await sluice(["check", folder, "--no-baseline", ...quiet])).toMatchObject({
      code: 1,
      stdout: before.stdout,
    })
  })

  test("names entries whose findings are gone, until it is written anew", async () => {
    const folder = copyOld()
    await sluice(["check", folder, "--update-baseline", ...quiet])
    await sluice(["check", folder, "--fix", "--no-baseline", ...quiet])
    const { code, stdout } = await sluice(["check", folder, ...quiet])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\.sluice-baseline\.json:\d+:\d+: info: The finding of `/u)
    const { stderr } = await sluice(["check", folder, "--update-baseline", ...quiet])
    expect(stderr).toMatch(/\(0 added, [1-9]\d* removed\)/u)
    expect((await sluice(["check", folder, ...quiet])).stdout).toBe("")
  })

  test("keeps what was not looked at", async () => {
    const folder = copyOld()
    await sluice(["check", folder, "--update-baseline", ...quiet])
    const whole = readFileSync(join(folder, ".sluice-baseline.json"), "utf8")
    await sluice(["check", folder, "--only", "ks-source-missing", "--update-baseline", ...quiet])
    expect(
      JSON.parse(readFileSync(join(folder, ".sluice-baseline.json"), "utf8")).findings,
    ).toHaveLength(JSON.parse(whole).findings.length)
  })

  test("may lie elsewhere, and must be there when it is named", async () => {
    const folder = copyOld()
    const file = join(folder, "..", "known.json")
    const missing = await sluice(["check", folder, "--baseline", file, ...quiet])
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain("which is not there")
    await sluice(["check", folder, "--baseline", file, "--update-baseline", ...quiet])
    expect((await sluice(["check", folder, "--baseline", file, ...quiet])).code).toBe(0)
  })

  test("that is broken is named with its line", async () => {
    const folder = copyOld()
    writeFileSync(
      join(folder, ".sluice-baseline.json"),
      '{\n  "version": 1,\n  "findings": [{}]\n}\n',
    )
    const { code, stderr } = await sluice(["check", folder, ...quiet])
    expect(code).toBe(2)
    expect(stderr).toContain(".sluice-baseline.json:3")
  })
})
