import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import { stringAt } from "../../src/yaml/json.ts"
import {
  type ChartCase,
  chartCases,
  chartFiles,
  hasDefaultValues,
  hasRemoteSchema,
} from "./charts.ts"
import { type ComparedObject, compareObjects } from "./compare.ts"
import { startEngine } from "./engine.ts"
import { atLeast } from "./extent.ts"
import { helmTemplate, type Render, release } from "./helm-program.ts"
import { comparisonOf, DifferenceLog } from "./known.ts"
import { Masks } from "./masks.ts"
import { inLanes, programs, Reference, titled, whySkipped } from "./oracles.ts"
import { makeScratch, removeScratch } from "./workspace.ts"

let engine: Engine
let reference: Reference
let scratch: string
let cases: readonly ChartCase[]
const masks = new Masks()
const logs = {
  helm4: new DifferenceLog("helm-4"),
  helm3: new DifferenceLog("helm-3"),
} as const

describe.skipIf(whySkipped !== undefined)(titled("a chart of the corpus"), () => {
  beforeAll(async () => {
    engine = startEngine()
    reference = new Reference()
    scratch = makeScratch()
    cases = await chartCases(reference)
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
    removeScratch(scratch)
    process.stderr.write(`${logs.helm4}\n${logs.helm3}\n`)
  })

  it("renders as Helm 3 and Helm 4 render it, with its default values", async () => {
    await compareCases(cases.filter(hasDefaultValues))
  }, 3_600_000)

  it("renders as Helm 3 and Helm 4 render it, with the values that the corpus gives it", async () => {
    await compareCases(cases.filter((one) => !hasDefaultValues(one)))
  }, 3_600_000)

  it("meets every known difference", () => {
    expect(logs.helm4.stale).toEqual([])
    expect(logs.helm3.stale).toEqual([])
    expect(masks.stale).toEqual([])
    expect(logs.helm4.compared).toBeGreaterThan(atLeast({ all: 350, part: 180, little: 30 }))
  })
})

async function compareCases(subset: readonly ChartCase[]): Promise<void> {
  const before = { helm4: logs.helm4.unexplained.length, helm3: logs.helm3.unexplained.length }
  await inLanes(subset, 2, compareCase)
  expect({
    helm4: logs.helm4.unexplained.slice(before.helm4),
    helm3: logs.helm3.unexplained.slice(before.helm3),
  }).toEqual({ helm4: [], helm3: [] })
}

async function compareCase(one: ChartCase): Promise<void> {
  // Helm would fetch a schema that another one names by its URL, and the tests stay off the network.
  const options = { reference, scratch, skipSchema: hasRemoteSchema(one.chart) }
  const rendered = await engineRender(one, options.skipSchema)
  const [helm4, helm3] = await Promise.all([
    helmTemplate(programs.helm4, one, options),
    helmTemplate(programs.helm3, one, options),
  ])
  const subject = `${one.chart.label} with ${one.label}`
  logs.helm4.add(subject, compareRenders(one, helm4, rendered))
  logs.helm3.add(subject, compareRenders(one, inOrderOfHelm3(helm3), inOrderOfHelm3(rendered)))
}

/** What the engine renders, masked. */
async function engineRender({ chart, values }: ChartCase, skipSchema: boolean): Promise<Render> {
  const result = await engine.call("helm", {
    chart: chartFiles(chart),
    release: { name: release.name, namespace: release.namespace },
    values,
    kubeVersion: release.kubeVersion,
    apiVersions: [],
    skipSchemaValidation: skipSchema,
  })
  if (result.status !== "rendered") return { status: "failed", message: result.message.trim() }
  // `helm template` prints crds/ first, then the manifests, then the hooks.
  const crds = result.objects.filter(({ role }) => role === "crd")
  const others = result.objects.filter(({ role }) => role !== "crd")
  const objects = [...crds, ...others].map(({ template, manifest }) => ({
    source: template,
    manifest,
  }))
  return { status: "rendered", objects: masks.apply(chart.label, objects) }
}

/** Helm 4 puts webhook configurations before the kinds that it does not know, Helm 3 takes them for such: here they are last. */
function inOrderOfHelm3(render: Render): Render {
  if (render.status === "failed") return render
  const last = render.objects.filter(isWebhookConfiguration)
  const others = render.objects.filter((object) => !isWebhookConfiguration(object))
  return { status: "rendered", objects: [...others, ...last] }
}

function isWebhookConfiguration({ manifest }: ComparedObject): boolean {
  return /^(?:Mutating|Validating)WebhookConfiguration$/.test(stringAt(manifest, ["kind"]) ?? "")
}

function compareRenders({ chart }: ChartCase, expected: Render, actual: Render): readonly string[] {
  if (expected.status === "rendered" && actual.status === "rendered") {
    const objects = masks.apply(chart.label, expected.objects)
    return compareObjects(objects, actual.objects, comparisonOf(chart.label))
  }
  if (expected.status === "failed" && actual.status === "failed") {
    return expected.message === actual.message
      ? []
      : [`message: ${expected.message.slice(0, 600)} BUT ${actual.message.slice(0, 600)}`]
  }
  return [`${describeRender(expected)} expected, but ${describeRender(actual)}`]
}

function describeRender(render: Render): string {
  return render.status === "rendered"
    ? `${render.objects.length} objects`
    : `failure (${render.message.slice(0, 300)})`
}
