import { cpSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import type { FileSystem } from "../../src/load/file-system.ts"
import { sluice, temporaryFolder, useRepository } from "../cli/sluice.ts"
import { checkFixture, fixtureFiles, listFixtures } from "../support/fixtures.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { seededRandom } from "../support/random.ts"

/** Between them: several clusters, substitution, secrets, charts, broken files, image automation. */
const chosen = [
  "broken-yaml",
  "home-lab",
  "kustomize-mistakes",
  "substitution",
  "two-clusters",
  "values-from-chain",
]
const fixtures = listFixtures().filter(({ name }) => chosen.includes(name))

test("the fixtures are there", () => {
  expect(fixtures.map(({ name }) => name)).toEqual(chosen)
})

describe("the report of a program run does not depend on", () => {
  useRepository()

  const report = async (
    folder: string,
    flags: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const args = ["check", ".", "-f", "json", "--no-timing", "--no-cache", ...flags]
    const { stdout, stderr } = await sluice(args, { cwd: folder, environment })
    expect(stderr).toBe("")
    return stdout
  }

  test.each(fixtures)("locale, time zone, absolute path and workers: $name", async (fixture) => {
    const [short, long] = ["a", "ünï code/with spaces/and #signs/deep"].map((name) => {
      const folder = join(temporaryFolder(), name)
      mkdirSync(folder, { recursive: true })
      cpSync(fixture.repository, folder, { recursive: true })
      return folder
    })
    const flags = fixture.flags.flatMap((line) => line.split(" "))
    const expected = await report(short ?? "", flags)
    expect(JSON.parse(expected)).toMatchObject({ version: 1 })
    const turkish = { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Kiritimati" }
    const plain = { LC_ALL: "C", TZ: "America/Los_Angeles" }
    expect(await report(short ?? "", flags, turkish)).toBe(expected)
    expect(await report(long ?? "", [...flags, "--concurrency", "1"], plain)).toBe(expected)
  })
})

describe("findings do not depend on the order in which files are listed", () => {
  let engine: Engine
  beforeAll(() => {
    engine = createQuickEngine({ concurrency: 2, timeoutMs: 300_000 })
  })
  afterAll(() => engine.close())

  test.each(fixtures)("$name", async (fixture) => {
    const world = (files: FileSystem) => ({ engine, files })
    const expected = await checkFixture(fixture, world(fixtureFiles))
    for (const seed of [1, 2, 3]) {
      const found = await checkFixture(fixture, world(shuffled(fixtureFiles, seed)))
      expect(found.text).toBe(expected.text)
      expect(found.skipped.map(({ what }) => what)).toEqual(
        expected.skipped.map(({ what }) => what),
      )
    }
  })
})

/** The same files, listed in another order. */
function shuffled(files: FileSystem, seed: number): FileSystem {
  const random = seededRandom(seed)
  return {
    list: async (root) => {
      const ordered = (await files.list(root)).map((file) => ({ file, place: random.below(1e9) }))
      return ordered.sort((left, right) => left.place - right.place).map(({ file }) => file)
    },
    read: (root, path) => files.read(root, path),
  }
}
