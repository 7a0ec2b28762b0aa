import { isDeepStrictEqual } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineLimit, HelmResult } from "../../src/build/engine.ts"
import { backends } from "../../src/host/engine/test-engine.ts"
import { type ChartCase, chartCases, chartFiles, hasDefaultValues } from "./charts.ts"
import { compareObjects } from "./compare.ts"
import { startEngine } from "./engine.ts"
import { release } from "./helm-program.ts"
import { type Against, comparisonOf, DifferenceLog } from "./known.ts"
import { Masks } from "./masks.ts"
import { inLanes, Reference, titled, whySkipped } from "./oracles.ts"

let cases: readonly ChartCase[]
const masks = new Masks()
/** What the engine has rendered: once for both programs. */
const rendered = new Map<ChartCase, Promise<Answer>>()

/** Renders charts over two backends and notes what differs. */
async function compareAll(
  [engine, backend]: readonly [Engine, Engine],
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
  let engine: Engine
  beforeAll(async () => {
    engine = startEngine()
    const reference = new Reference()
    cases = await chartCases(reference)
    await reference.close()
  })
  afterAll(async () => engine.close())

  const programs = backends.filter(({ renders }) => renders === "helm")
  it.each(programs)("are the same from $name, but for what is known", async ({ name, create }) => {
    const against: Against = name.startsWith("helm 3") ? "backend-helm-3" : "backend-helm-4"
    const log = new DifferenceLog(against)
    const backend = create({ concurrency: 2 })
    const withDefaults = cases.filter(hasDefaultValues)
    await compareAll([engine, backend], withDefaults, (one, expected, found) =>
      log.add(`${one.chart.label} with ${one.label}`, differences(one, expected, found)),
    )
    await backend.close()
    process.stderr.write(`${log}\n`)
    expect(log.unexplained).toEqual([])
    expect(log.stale).toEqual([])
  })
})
