import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { reporters } from "../../src/report/reporters.ts"
import { fixturesFolder } from "../support/fixtures.ts"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

/** A repository with faults of many files and objects, in a folder of its own. */
function copyOf(fixture: string): string {
  const folder = join(temporaryFolder(), fixture)
  cpSync(join(fixturesFolder, fixture, "repo"), folder, { recursive: true })
  return folder
}

// The reports for GitHub's log hold a random word.
const formats = Object.keys(reporters).filter((name) => name !== "github" && name !== "blob")

const inAllFormats = (folder: string): readonly string[] =>
  formats.flatMap((format) => ["-f", `${format}=${join(folder, format)}`])

function textsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(formats.map((name) => [name, readFileSync(join(folder, name), "utf8")]))
}

async function runShards(repository: string, count: number): Promise<string> {
  const folder = temporaryFolder()
  for (let index = 1; index <= count; index++) {
    const shard = ["--shard", `${index}/${count}`, "-f", `blob=${join(folder, `${index}.json`)}`]
    const { code, stderr } = await sluice(["check", repository, ...shard])
    expect(stderr).toBe("")
    expect([0, 1]).toContain(code)
  }
  return folder
}

interface BlobText {
  readonly findings: readonly unknown[]
}

const readBlob = (file: string): BlobText => JSON.parse(readFileSync(file, "utf8")) as BlobText

describe.each(["kustomize-mistakes", "flux-upgrade"])("the reports of %s", (fixture) => {
  const repository = copyOf(fixture)
  const whole = temporaryFolder()
  const unsharded = (): Promise<unknown> =>
    sluice(["check", repository, "--no-timing", ...inAllFormats(whole)])

  test.each([1, 2, 4, 7])(
    "of %i shards give the bytes of the run without shards",
    async (count) => {
      await unsharded()
      const folder = await runShards(repository, count)
      const merged = temporaryFolder()
      const { code, stderr } = await sluice(["merge-reports", folder, ...inAllFormats(merged)])
      expect(stderr).toBe("")
      expect(code).toBe(1)
      expect(textsOf(merged)).toEqual(textsOf(whole))
      // Shares are shares: none has it all, and none of it twice.
      const sizes = readdirSync(folder).map((name) => readBlob(join(folder, name)).findings.length)
      const total = (JSON.parse(textsOf(whole).json ?? "") as BlobText).findings.length
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total)
      expect(Math.max(...sizes) < total || count === 1).toBe(true)
    },
  )
})

test("clusters that the shards take in another order are in one order in the report", async () => {
  const repository = copyOf("two-clusters")
  const [whole, merged] = [temporaryFolder(), temporaryFolder()]
  await sluice(["check", repository, "--no-timing", "--no-cache", ...inAllFormats(whole)])
  await sluice(["merge-reports", await runShards(repository, 3), ...inAllFormats(merged)])
  expect(textsOf(merged)).toEqual(textsOf(whole))
})

describe("a shard", () => {
  test("says what it leaves to the others", async () => {
    const repository = copyOf("kustomize-mistakes")
    const { stdout } = await sluice(["check", repository, "--shard", "1/2", "-f", "json"])
    const { skipped, findings } = JSON.parse(stdout) as BlobText & {
      readonly skipped: readonly { readonly what: string; readonly reason: string }[]
    }
    expect(skipped).toContainEqual({
      what: `reporting ${10 - findings.length} findings of other shards`,
      reason: "this is shard 1 of 2; `sluice merge-reports` puts their reports together",
    })
  })

  test.each(["0/2", "3/2", "1", "1/0", "a/b", "1/2/3"])("%s is refused", async (shard) => {
    const { code, stderr } = await sluice(["check", "--shard", shard])
    expect(code).toBe(2)
    expect(stderr).toContain(`\`--shard\` is \`${shard}\`; it takes I/N`)
  })

  test.each(["--fix", "--diff", "--update-baseline", "--quiet"])(
    "does not go with %s",
    async (flag) => {
      const { code, stderr } = await sluice(["check", "--shard", "1/2", flag])
      expect(code).toBe(2)
      expect(stderr).toContain("do not go together")
    },
  )
})

describe("reports that do not fit together", () => {
  const repository = copyOf("kustomize-mistakes")
  const merge = (folder: string) => sluice(["merge-reports", folder])

  test("one is missing, or there twice", async () => {
    const folder = await runShards(repository, 2)
    const [first, second] = ["1.json", "2.json"].map((name) => join(folder, name))
    const text = readFileSync(second ?? "", "utf8")
    writeFileSync(second ?? "", readFileSync(first ?? "", "utf8"))
    expect(await merge(folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/are both of shard 1/u),
    })
    writeFileSync(second ?? "", text)
    expect((await merge(folder)).code).toBe(1)
    const alone = temporaryFolder()
    writeFileSync(join(alone, "1.json"), text)
    expect(await merge(alone)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/there are 1 of 2 reports/u),
    })
  })

  test("they are of other files", async () => {
    const folder = await runShards(repository, 2)
    const other = copyOf("kustomize-mistakes")
    writeFileSync(
      join(other, "added.yaml"),
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
    )
    const shard = ["--shard", "2/2", "-f", `blob=${join(folder, "2.json")}`]
    await sluice(["check", other, ...shard])
    expect(await merge(folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/are not of one run: they differ in `run`/u),
    })
  })

  test.each([
    ["{", "is no JSON"],
    ["[]", "is no report of the format `blob`"],
    ['{"format":"sluice-blob-2","findings":[{}]}', "is no report of the format `blob`"],
  ])("%s is none", async (text, reason) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, "job"))
    writeFileSync(join(folder, "job/1.json"), text)
    const { code, stderr } = await merge(folder)
    expect(code).toBe(2)
    expect(stderr).toContain(reason)
    expect(stderr).not.toContain("    at ")
  })

  test("there are none, or no folder", async () => {
    expect((await merge(temporaryFolder())).stderr).toContain("There is no report in")
    expect((await merge("/nowhere")).stderr).toContain("There is no folder `/nowhere`")
  })
})
