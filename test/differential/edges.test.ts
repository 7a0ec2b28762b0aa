import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { parse } from "yaml"
import type { Engine } from "../../src/build/engine.ts"
import { isObject, type JsonObject, valueAt } from "../../src/yaml/json.ts"
import { fileTree } from "./corpus.ts"
import { startEngine } from "./engine.ts"
import { compareBuilds, engineBuild, fluxBuild, kustomizationAt } from "./flux-build.ts"
import { DifferenceLog } from "./known.ts"
import { Reference, titled, whySkipped } from "./oracles.ts"
import { projectRoot } from "./places.ts"
import { makeScratch, removeScratch } from "./workspace.ts"

interface BuildCase {
  readonly title: string
  readonly files: Readonly<Record<string, string>>
  readonly spec?: JsonObject
  readonly variables?: Readonly<Record<string, string>>
}

let engine: Engine
let reference: Reference
let scratch: string
const log = new DifferenceLog("flux-edges")

describe.skipIf(whySkipped !== undefined)(titled("an unusual build"), async () => {
  const file = join(projectRoot, "test/differential/vectors/builds.yaml")
  const cases = parse(await readFile(file, "utf8"), { maxAliasCount: -1 }) as BuildCase[]

  beforeAll(() => {
    engine = startEngine()
    reference = new Reference()
    scratch = makeScratch()
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
    removeScratch(scratch)
  })

  it.each(cases)("gives what Flux gives: $title", async ({ title, files, spec, variables }) => {
    const root = join(scratch, title.replaceAll(/\W+/g, "-"))
    await mkdir(root)
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), text)
    }
    const tree = fileTree(
      Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    )
    const kustomization = kustomizationAt("", specOf(spec, variables))
    const question = { tree, root, kustomization, variables: variables ?? null, strict: true }
    const [built, flux] = await Promise.all([
      engineBuild(engine, question),
      fluxBuild(reference, question),
    ])
    const before = log.unexplained.length
    log.add(title, compareBuilds(flux, built))
    expect(log.unexplained.slice(before)).toEqual([])
  })

  it("meets every known difference", () => {
    expect(log.stale).toEqual([])
  })
})

function specOf(spec: JsonObject = {}, variables?: BuildCase["variables"]): JsonObject {
  if (variables === undefined) return spec
  const postBuild = valueAt(spec, ["postBuild"])
  return {
    ...spec,
    postBuild: { ...(isObject(postBuild) ? postBuild : {}), substitute: variables },
  }
}
