import { existsSync, readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createWasmEngine } from "../src/host/engine/wasm-engine.ts"
import type { FileSystem } from "../src/load/file-system.ts"
import {
  checkFixture,
  fixedFiles,
  fixFixture,
  fixtureFiles,
  listFixtures,
} from "./support/fixtures.ts"
import { seededRandom } from "./support/random.ts"

const timeoutMs = 120_000
const fixtures = listFixtures()
const world = { engine: createWasmEngine({ concurrency: 2, timeoutMs }), files: fixtureFiles }

beforeAll(() => world.engine.start())
afterAll(() => world.engine.close())

describe("every fixture has the findings beside it", () => {
  test.each(fixtures)("$name", async (fixture) => {
    const { text, crashes } = await checkFixture(fixture, world)
    expect(crashes).toEqual([])
    await expect(text).toMatchFileSnapshot(fixture.findings)
  })

  test("a third of them has none", () => {
    const expected = fixtures.map(({ findings }) => findings).filter((file) => existsSync(file))
    const healthy = expected.filter((file) => readFileSync(file, "utf8") === "")
    expect(fixtures.length).toBeGreaterThanOrEqual(12)
    expect(healthy.length * 3).toBeGreaterThanOrEqual(fixtures.length)
  })
})

describe("what --fix changes is in the `fixed` folder", () => {
  test.each(fixtures.filter((fixture) => fixedFiles(fixture)))("$name", async (fixture) => {
    expect(await fixFixture(fixture, world)).toEqual(fixedFiles(fixture))
  })
})

/** Several clusters, several builds that fail, charts with values from elsewhere. */
const varied = ["broken-yaml", "kustomize-mistakes", "two-clusters", "values-from-chain"]
const some = fixtures.filter(({ name }) => varied.includes(name))

describe("findings do not depend on", () => {
  test.each(some)("the order of files ($name)", async (fixture) => {
    const { text } = await checkFixture(fixture, { ...world, files: shuffled(fixtureFiles) })
    expect(text).toBe((await checkFixture(fixture, world)).text)
  })

  test("the number of workers", async () => {
    const engine = createWasmEngine({ concurrency: 1, timeoutMs })
    for (const fixture of some) {
      const { text } = await checkFixture(fixture, { ...world, engine })
      expect(text, fixture.name).toBe((await checkFixture(fixture, world)).text)
    }
    await engine.close()
  })
})

/** The same files in another order. */
function shuffled(files: FileSystem): FileSystem {
  const random = seededRandom(20_260_901)
  return {
    ...files,
    list: async (root) => {
      const listed = await files.list(root)
      const keyed = listed.map((file) => ({ file, key: random.below(1_000_000) }))
      return keyed.sort((left, right) => left.key - right.key).map(({ file }) => file)
    },
  }
}
