import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import { repositories } from "./corpus.ts"
import { compareCustomResources } from "./custom-resources.ts"
import { startEngine } from "./engine.ts"
import { type JudgedObject, judgedObjects } from "./judged-corpus.ts"
import { DifferenceLog } from "./known.ts"
import { compareWithKubeconform } from "./kubeconform.ts"
import { Reference, titled, whySkipped } from "./oracles.ts"
import { makeScratch, removeScratch } from "./workspace.ts"

let engine: Engine
let reference: Reference
let scratch: string
const apiServer = new DifferenceLog("apiserver")
const kubeconform = new DifferenceLog("kubeconform")
const compared = { apiServer: 0, kubeconform: 0 }

describe.skipIf(whySkipped !== undefined)(titled("the objects of the corpus"), () => {
  beforeAll(() => {
    engine = startEngine()
    reference = new Reference()
    scratch = makeScratch()
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
    removeScratch(scratch)
    process.stderr.write(`${apiServer}: kinds, with ${compared.apiServer} objects\n`)
    process.stderr.write(`${kubeconform}: kinds, with ${compared.kubeconform} objects\n`)
  })

  describe.each(repositories())("$name", (repository) => {
    // A repository is opened once for both comparisons.
    let objects: readonly JudgedObject[] = []
    beforeAll(async () => {
      objects = await judgedObjects(repository)
    }, 900_000)
    afterAll(() => {
      objects = []
    })

    it("has custom resources that are judged and completed as by the API server", async () => {
      const before = apiServer.unexplained.length
      const judges = { engine, reference, log: apiServer }
      compared.apiServer += await compareCustomResources(repository.name, objects, judges)
      expect(apiServer.unexplained.slice(before)).toEqual([])
    })

    it("has the structure that kubeconform asks for", async () => {
      const before = kubeconform.unexplained.length
      const place = { log: kubeconform, scratch: join(scratch, repository.name) }
      compared.kubeconform += await compareWithKubeconform(repository.name, objects, place)
      expect(kubeconform.unexplained.slice(before)).toEqual([])
    })
  })

  it("meets every known difference", () => {
    expect(apiServer.stale).toEqual([])
    expect(kubeconform.stale).toEqual([])
  })
})
