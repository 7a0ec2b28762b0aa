import { readFileSync } from "node:fs"
import { afterAll, describe, expect, test } from "vitest"
import type { ChartFiles, HelmResult } from "../../build/engine.ts"
import { compileArtifact, findArtifact } from "./artifact.ts"
import { DefinitionSpecs } from "./definition-specs.ts"
import { encodeCall, type SpecForm } from "./messages.ts"
import { WorkerPool } from "./pool.ts"
import { release } from "./test-engine.ts"
import { wasmWorkers } from "./wasm-worker.ts"

const artifact = findArtifact()
const pool = new WorkerPool({
  concurrency: 1,
  timeoutMs: 30_000,
  spawn: wasmWorkers({
    worker: artifact.worker,
    module: async () => (await compileArtifact(artifact, undefined)).module,
  }),
})
afterAll(() => pool.close())

function chartFile(name: string): ChartFiles {
  const file = new URL(`../../../../shared/corpus/charts/${name}.tgz`, import.meta.url)
  return { digest: name, archive: new Uint8Array(readFileSync(file)) }
}

type Rendered = HelmResult & { readonly status: "rendered" }

async function sent(chart: ChartFiles, form: SpecForm): Promise<Rendered> {
  const answer = await pool.run(encodeCall("helm", release({ chart }), form))
  if (!(answer instanceof Uint8Array)) throw new Error(answer.message)
  return JSON.parse(new TextDecoder().decode(answer))
}

async function* only(one: ChartFiles): AsyncIterable<ChartFiles> {
  yield one
}

async function readAhead(chart: ChartFiles): Promise<DefinitionSpecs> {
  const specs = new DefinitionSpecs()
  await specs.readAhead(only(chart))
  return specs
}

describe("definitions in crds/ of a chart", () => {
  test.each([
    "gateway-helm-1.9.0",
    "gha-runner-scale-set-controller-0.14.2",
    "kube-prometheus-stack-88.3.0",
    "vpa-1.4.0",
  ])("of %s are read ahead, and the engine need not send them", async (name) => {
    const chart = chartFile(name)
    const specs = await readAhead(chart)
    expect(specs.formsFor(chart)).toEqual(["known", "text", "json"])
    const known = await sent(chart, "known")
    const text = await sent(chart, "text")
    expect(JSON.stringify(known).length).toBeLessThan(JSON.stringify(text).length / 2)
    expect(specs.complete(known, chart)).toEqual(new DefinitionSpecs().complete(text, chart))
  })

  test("are sent for a chart that nobody has read", async () => {
    const chart = chartFile("vpa-1.4.0")
    const specs = new DefinitionSpecs()
    expect(specs.formsFor(chart)).toEqual(["text", "json"])
    expect(specs.complete(await sent(chart, "known"), chart)).toBeUndefined()
    expect(specs.complete(await sent(chart, "text"), chart)).toEqual(await sent(chart, "json"))
  })

  test("are not taken for known when the engine has cut out another text", async () => {
    const chart = chartFile("vpa-1.4.0")
    const specs = await readAhead(chart)
    const known = await sent(chart, "known")
    const objects = known.objects.map((object) =>
      "specBytes" in object ? { ...object, specBytes: 7 } : object,
    )
    expect(specs.complete({ ...known, objects }, chart)).toBeUndefined()
  })

  test("of a chart that is no archive are none", async () => {
    const chart = { digest: "broken", archive: new Uint8Array([1, 2, 3]) }
    expect((await readAhead(chart)).formsFor(chart)).toEqual(["text", "json"])
  })
})
