import { chmodSync, existsSync, writeFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { fixturesFolder } from "../support/fixtures.ts"
import { reasonToSkip } from "../support/required.ts"
import { embedded, sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const repository = join(fixturesFolder, "chart-in-git/repo")
const tools = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const native = tools("engine/bin/sluice-engine")
const helms = ["3.22.0", "4.3.1"].map((version) => tools(`.tools/helm-${version}/helm`))
const areThere = [native, ...helms].every((path) => existsSync(path))
if (!areThere)
  process.stderr.write(
    `SKIPPED: ${reasonToSkip("no other backends; `node scripts/build-oracles.mjs` builds them")}.\n`,
  )

const json = ["check", repository, "--no-timing", "-f", "json"]

describe.skipIf(!areThere)("the report is the same", () => {
  test("from the embedded engine, sluice-engine, and Helm 3 and 4", async () => {
    const anew = [...json, "--no-cache"]
    const expected = await sluice(anew, { environment: embedded })
    expect(JSON.parse(expected.stdout).summary.rendered).toBeGreaterThan(0)
    expect(await sluice(anew, { environment: { SLUICE_ENGINE: native } })).toEqual(expected)
    for (const helm of helms)
      expect(await sluice([...anew, "--render", "helm", "--helm", helm])).toEqual(expected)
  })

  test("and --verbose and doctor say which one it is from", async () => {
    const environment = { SLUICE_ENGINE: native, PATH: join(helms[0] ?? "", "..") }
    const { stderr } = await sluice([...json, "-v", "--render", "helm"], { environment })
    expect(stderr).toContain(
      `engine sluice-engine (${native}); charts by Helm v3.22.0 (${helms[0]})`,
    )
    const { stdout } = await sluice(["doctor"], { environment })
    expect(stdout).toContain(`${native}, go1.`)
    expect(stdout).toContain(`${helms[0]}, v3.22.0; used with --render helm`)
  })
})

describe("a stranger's repository", () => {
  test("is not rendered with Helm", async () => {
    const { code, stderr } = await sluice([...json, "--untrusted", "--render", "helm"])
    expect(code).toBe(2)
    expect(stderr).toContain("`--untrusted` and `--render` with `helm` exclude each other.")
  })

  // A script is no program on Windows.
  test.skipIf(process.platform === "win32")("starts no program", async () => {
    const folder = temporaryFolder()
    const marker = join(folder, "started")
    for (const name of ["helm", "sluice-engine"]) {
      writeFileSync(join(folder, name), `#!/bin/sh\necho > '${marker}'\n`)
      chmodSync(join(folder, name), 0o755)
    }
    const environment = {
      SLUICE_ENGINE: join(folder, "sluice-engine"),
      PATH: `${folder}${delimiter}${process.env.PATH}`,
    }
    await sluice([...json, "--untrusted"], { environment })
    expect(existsSync(marker)).toBe(false)
    const trusted = await sluice(json, { environment })
    expect(existsSync(marker)).toBe(true)
    expect(trusted.stderr).toContain(
      "is not used: it does not start, or is no sluice-engine. The embedded engine runs instead.",
    )
  })
})

test("without Helm --render helm is refused, and says what to do", async () => {
  const environment = { PATH: temporaryFolder() }
  expect(await sluice([...json, "--render", "helm"], { environment })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("there is no `helm` on the search path"),
  })
  expect(await sluice([...json, "--render", "helm", "--helm", "none"])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/there is no program `.*none`/u),
  })
})

test.each(["ftp://a", "cache.example.org", "https://a?b"])(
  "%s is no address of a remote cache",
  async (address) => {
    const { code, stderr } = await sluice([...json, "--remote-cache", address])
    expect(code).toBe(2)
    expect(stderr).toContain("`--remote-cache` takes an address such as")
  },
)

test("a remote cache that is not there is named once, without its password", async () => {
  const address = "http://me:pa55word@127.0.0.1:9/"
  const { code, stdout, stderr } = await sluice([...json, "--remote-cache", address], {
    environment: { SLUICE_OFFLINE: "", XDG_CACHE_HOME: temporaryFolder() },
  })
  expect(stderr).toBe(
    "sluice: the remote cache at 127.0.0.1:9 is not used any more: 127.0.0.1 refuses connections\n",
  )
  expect(`${stdout}${stderr}`).not.toContain("pa55word")
  expect(code).toBe((await sluice(json)).code)
})
