import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import { chartFiles, charts, hasRemoteSchema } from "./charts.ts"
import { kustomizationFiles, repositories, treeOf } from "./corpus.ts"
import { startEngine } from "./engine.ts"
import { kustomizationAt } from "./flux-build.ts"
import { release } from "./helm-program.ts"
import { inLanes, titled, whySkipped } from "./oracles.ts"

/** A call whose result must be the same whenever, and beside whatever, it is made. */
interface Work {
  readonly subject: string
  readonly run: (engine: Engine) => Promise<unknown>
}

describe.skipIf(whySkipped !== undefined)(titled("a result of the engine"), () => {
  it.each([
    ["render", renders()],
    ["build", builds()],
  ])("is the same with one worker, and with two in the opposite order: %s", async (_, work) => {
    const alone = await resultsOf(work, 1)
    const together = await resultsOf([...work].reverse(), 2)
    expect(work.filter(({ subject }) => alone.get(subject) !== together.get(subject))).toEqual([])
    expect(alone.size).toBeGreaterThan(100)
  })
})

async function resultsOf(work: readonly Work[], workers: number): Promise<Map<string, string>> {
  const engine = startEngine(workers)
  const results = new Map<string, string>()
  await inLanes(work, workers, async ({ subject, run }) => {
    const text = JSON.stringify(await run(engine))
    results.set(subject, createHash("sha256").update(text).digest("hex"))
  })
  await engine.close()
  return results
}

function renders(): readonly Work[] {
  const { name, namespace, kubeVersion } = release
  return charts().map((chart) => ({
    subject: chart.label,
    run: (engine) =>
      engine.call("helm", {
        ...{ chart: chartFiles(chart), release: { name, namespace }, owner: { name, namespace } },
        ...{ values: {}, kubeVersion, apiVersions: [] },
        skipSchemaValidation: hasRemoteSchema(chart),
      }),
  }))
}

/** Each kustomization of some repositories, with what they have in common held by each worker. */
function builds(): readonly Work[] {
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
