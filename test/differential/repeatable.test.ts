import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import type { Engine, EngineLimit, HelmResult } from "../../src/build/engine.ts"
import { chartCases, chartFiles, hasDefaultValues } from "./charts.ts"
import { kustomizationFiles, repositories, treeOf } from "./corpus.ts"
import { startEngine, startWasmEngine } from "./engine.ts"
import { atLeast } from "./extent.ts"
import { kustomizationAt } from "./flux-build.ts"
import { release } from "./helm-program.ts"
import { inLanes, Reference, titled, whySkipped } from "./oracles.ts"

/** A call whose result must be the same whenever, and beside whatever, it is made. */
interface Work {
  readonly subject: string
  readonly run: (engine: Engine) => Promise<unknown>
}

describe.skipIf(whySkipped !== undefined)(titled("a result of the engine"), () => {
  it.each([
    ["render", renders],
    ["build", builds],
  ])(
    "is the same with one worker, and in WebAssembly with two in the opposite order: %s",
    async (_, listWork) => {
      const work = await listWork()
      const alone = await resultsOf(work, 1, startEngine())
      const together = await resultsOf([...work].reverse(), 2, startWasmEngine(2))
      expect(work.filter(({ subject }) => alone.get(subject) !== together.get(subject))).toEqual([])
      expect(alone.size).toBeGreaterThan(atLeast({ all: 100, part: 100, little: 40 }))
    },
  )
})

async function resultsOf(
  work: readonly Work[],
  workers: number,
  engine: Engine,
): Promise<Map<string, string>> {
  const results = new Map<string, string>()
  await inLanes(work, workers, async ({ subject, run }) => {
    const text = JSON.stringify(await run(engine))
    results.set(subject, createHash("sha256").update(text).digest("hex"))
  })
  await engine.close()
  return results
}

/** Every chart with its default values, and with a part of the values that the corpus gives them: for the sake of time. */
async function renders(): Promise<readonly Work[]> {
  const { name, namespace, kubeVersion } = release
  const reference = new Reference()
  const cases = await chartCases(reference)
  await reference.close()
  const chosen = cases.filter((one, index) => hasDefaultValues(one) || index % 2 === 0)
  return chosen.map(({ chart, label, values }) => ({
    subject: `${chart.label} with ${label}`,
    run: async (engine) =>
      textOf(
        await engine.call("helm", {
          ...{ chart: chartFiles(chart), release: { name, namespace }, owner: { name, namespace } },
          ...{ values, kubeVersion, apiVersions: [] },
        }),
      ),
  }))
}

/** Of several schemas that were not fetched, which one is named depends on the order in which Go visits a table. */
function textOf(answer: HelmResult | EngineLimit): string {
  return JSON.stringify({ ...answer, missingSchemas: undefined }).replace(
    /"schemaSkipped":"[^"]*"/u,
    '"schemaSkipped":""',
  )
}

/** Each kustomization of some repositories, with what they have in common held by each worker. */
async function builds(): Promise<readonly Work[]> {
  const chosen = /^(?:onedr0p|fluxcd|controlplaneio-fluxcd|giantswarm)__/
  return repositories()
    .filter(({ name }) => chosen.test(name))
    .flatMap((repository) => {
      const tree = treeOf(repository)
      return kustomizationFiles(repository).map(({ directory }) => ({
        subject: `${repository.name}/${directory}`,
        run: (engine: Engine) =>
          engine.call("kustomize", {
            ...{ tree, kustomization: kustomizationAt(directory) },
            ...{ variables: {}, strict: false },
          }),
      }))
    })
}
