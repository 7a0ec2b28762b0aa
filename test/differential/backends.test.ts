import { isDeepStrictEqual } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineLimit, HelmResult } from "../../src/build/engine.ts"
import { backends } from "../../src/host/engine/test-engine.ts"
import { type ChartCase, chartCases, chartFiles } from "./charts.ts"
import { compareObjects } from "./compare.ts"
import { startEngine } from "./engine.ts"
import { release } from "./helm-program.ts"
import { type Against, comparisonOf, DifferenceLog } from "./known.ts"
import { Masks } from "./masks.ts"
import { inLanes, Reference, titled, whySkipped } from "./oracles.ts"

let engine: Engine
let cases: readonly ChartCase[]
const masks = new Masks()
/** What the embedded engine has rendered: once for all backends. */
const rendered = new Map<ChartCase, Promise<Answer>>()

/** Renders every chart of the corpus over another backend and notes what differs from the embedded engine. */
async function compareAll(
  backend: Engine,
  compared: readonly ChartCase[],
  compare: (one: ChartCase, expected: Answer, found: Answer) => void,
): Promise<void> {
  await inLanes(compared, 2, async (one) => {
    const { kubeVersion, ...identity } = release
    const request = { chart: chartFiles(one.chart), release: identity, values: one.values }
    const call = { ...request, kubeVersion, apiVersions: [], owner: identity }
    const ours = rendered.get(one) ?? engine.call("helm", call)
    rendered.set(one, ours)
    compare(one, await ours, await backend.call("helm", call))
  })
}

type Answer = HelmResult | EngineLimit

/** Of several schemas that were not fetched, which one is named depends on the order in which Go visits a table. */
function textOf(answer: Answer): string {
  return JSON.stringify({ ...answer, missingSchemas: undefined }).replace(
    /"schemaSkipped":"[^"]*"/u,
    '"schemaSkipped":""',
  )
}

function differences({ chart }: ChartCase, expected: Answer, found: Answer): readonly string[] {
  if (expected.status === "rendered" && found.status === "rendered") {
    const [left, right] = [expected, found].map(({ objects }) =>
      masks.apply(
        chart.label,
        objects.map(({ template, manifest }) => ({ source: template, manifest })),
      ),
    )
    return compareObjects(left ?? [], right ?? [], comparisonOf(chart.label))
  }
  const [left, right] = [expected, found].map((answer) =>
    answer.status === "failed"
      ? // Whether `lookup` was called the program does not tell: that a template names it has to do.
        { ...answer, message: answer.message.trim(), lookups: undefined }
      : answer.status === "limit"
        ? answer
        : { status: answer.status },
  )
  return isDeepStrictEqual(left, right)
    ? []
    : [`${JSON.stringify(left).slice(0, 600)} expected, but ${JSON.stringify(right).slice(0, 600)}`]
}

describe.skipIf(whySkipped !== undefined)(titled("the charts of the corpus"), () => {
  beforeAll(async () => {
    engine = startEngine()
    const reference = new Reference()
    cases = await chartCases(reference)
    await reference.close()
  })
  afterAll(async () => engine.close())

  const native = backends.filter(({ name }) => name === "sluice-engine")
  it.each(native)("are the same from $name, byte for byte", async ({ create }) => {
    const backend = create({ concurrency: 2 })
    const different: string[] = []
    // All charts, and a part of the values that the corpus gives them: for the sake of time.
    const chosen = cases.filter(({ label }, index) => label === "default values" || index % 4 === 0)
    await compareAll(backend, chosen, (one, expected, found) => {
      if (textOf(expected) !== textOf(found)) different.push(`${one.chart.label} with ${one.label}`)
    })
    await backend.close()
    expect(different).toEqual([])
  })

  const programs = backends.filter(({ renders }) => renders === "helm")
  it.each(programs)("are the same from $name, but for what is known", async ({ name, create }) => {
    const against: Against = name.startsWith("helm 3") ? "backend-helm-3" : "backend-helm-4"
    const log = new DifferenceLog(against)
    const backend = create({ concurrency: 2 })
    const withDefaults = cases.filter(({ label }) => label === "default values")
    await compareAll(backend, withDefaults, (one, expected, found) =>
      log.add(`${one.chart.label} with ${one.label}`, differences(one, expected, found)),
    )
    await backend.close()
    process.stderr.write(`${log}\n`)
    expect(log.unexplained).toEqual([])
    expect(log.stale).toEqual([])
  })
})
