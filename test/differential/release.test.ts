import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineLimit, HelmRequest, HelmResult } from "../../src/build/engine.ts"
import type { JsonObject } from "../../src/yaml/json.ts"
import {
  type ChartCase,
  chartCases,
  chartFiles,
  hasDefaultValues,
  hasRemoteSchema,
} from "./charts.ts"
import { type ComparedObject, compareObjects } from "./compare.ts"
import { startEngine } from "./engine.ts"
import { release } from "./helm-program.ts"
import { comparisonOf, DifferenceLog } from "./known.ts"
import { Masks } from "./masks.ts"
import { inLanes, type ParsedOutput, Reference, titled, whySkipped } from "./oracles.ts"

type PostRendering = Pick<HelmRequest, "postRenderers" | "postRenderStrategy" | "commonMetadata">

interface Variant extends PostRendering {
  readonly name: string
}

/** What a HelmRelease may ask for after Helm has rendered, each with hooks treated another way. */
const variants: readonly Variant[] = [
  { name: "nothing but the controller's labels" },
  {
    name: "patches and common metadata",
    postRenderStrategy: "combined",
    commonMetadata: {
      labels: { team: "apps", "app.kubernetes.io/managed-by": "flux" },
      annotations: { note: "1" },
    },
    postRenderers: [
      {
        kustomize: {
          patches: [patch("Service|Pod|Job", "/metadata/annotations", { hooked: "yes" })],
        },
      },
      { kustomize: { images: [{ name: "ghcr.io/stefanprodan/podinfo", newTag: "1.2.3" }] } },
    ],
  },
  {
    name: "patches that leave hooks alone",
    postRenderStrategy: "nohooks",
    postRenderers: [
      {
        kustomize: {
          patches: [patch("Pod|Job|Service.*", "/metadata/labels", { patched: "true" })],
        },
      },
    ],
  },
  {
    name: "hooks and manifests apart",
    postRenderStrategy: "separate",
    commonMetadata: { labels: { team: "apps" } },
  },
]

interface Answer {
  readonly status: "rendered" | "failed"
  readonly message?: string
  readonly notes?: string
  readonly documents?: ParsedOutput["documents"]
}

let engine: Engine
let reference: Reference
let cases: readonly ChartCase[]
const masks = new Masks()
const log = new DifferenceLog("helm-controller")

describe.skipIf(whySkipped !== undefined)(titled("a release of the corpus"), () => {
  beforeAll(async () => {
    engine = startEngine()
    reference = new Reference()
    cases = await chartCases(reference)
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
    process.stderr.write(`${log}\n`)
  })

  it.each(variants)(
    "has the objects that helm-controller installs, with $name",
    async (variant) => {
      const before = log.unexplained.length
      await inLanes(casesOf(variant), 2, (one) => compareCase(one, variant))
      expect(log.unexplained.slice(before)).toEqual([])
    },
    3_600_000,
  )

  it("meets every known difference", () => {
    expect(log.stale).toEqual([])
  })
})

/** Each chart with each set of values; those that have hooks, or much of everything, in all variants. */
function casesOf(variant: Variant): readonly ChartCase[] {
  if (variant === variants[0]) return cases
  const rich =
    /^(?:podinfo|redis-20|kube-prometheus-stack|ingress-nginx|cert-manager|traefik|jenkins|kyverno)-/
  return cases.filter((one) => hasDefaultValues(one) && rich.test(one.chart.label))
}

async function compareCase(one: ChartCase, { name, ...variant }: Variant): Promise<void> {
  const disableSchemaValidation = hasRemoteSchema(one.chart)
  const { kubeVersion, ...identity } = release
  const ours = engine.call("helm", {
    chart: chartFiles(one.chart),
    release: identity,
    values: one.values,
    kubeVersion,
    apiVersions: [],
    skipSchemaValidation: disableSchemaValidation,
    owner: identity,
    ...variant,
  })
  const theirs = reference.ask<Answer>({
    op: "release",
    chart: one.chart.path,
    values: one.values,
    kubeVersion,
    release: helmRelease(variant, disableSchemaValidation),
  })
  const lines = compareOutcomes(
    one,
    outcomeOfReference(one, await theirs),
    outcomeOf(one, await ours),
  )
  log.add(`${one.chart.label} with ${one.label}, ${name}`, lines)
}

/** Objects, or the message of a failure. */
interface Outcome {
  readonly objects?: readonly ComparedObject[]
  readonly message?: string
}

function outcomeOf({ chart }: ChartCase, result: HelmResult | EngineLimit): Outcome {
  if (result.status !== "rendered") return { message: result.message }
  // helm-controller applies crds/ on its own; they are no part of the release.
  const objects = result.objects
    .filter(({ role }) => role !== "crd")
    .map(({ template, manifest }) => ({ source: template, manifest }))
  return { objects: masks.apply(chart.label, objects) }
}

function outcomeOfReference({ chart }: ChartCase, answer: Answer): Outcome {
  if (answer.status === "failed") return { message: answer.message ?? "" }
  const documents = answer.documents ?? []
  const objects = documents.map(({ source, object }) => ({
    source: source ?? "",
    manifest: object ?? null,
  }))
  return { objects: masks.apply(chart.label, objects) }
}

function compareOutcomes({ chart }: ChartCase, theirs: Outcome, ours: Outcome): readonly string[] {
  if (theirs.objects !== undefined && ours.objects !== undefined) {
    return compareObjects(theirs.objects, ours.objects, comparisonOf(chart.label))
  }
  if (theirs.message === ours.message) return []
  const text = ({ objects, message }: Outcome) =>
    objects === undefined ? `failure (${message?.slice(0, 400)})` : `${objects.length} objects`
  return [`${text(theirs)} expected, but ${text(ours)}`]
}

function helmRelease(variant: PostRendering, disableSchemaValidation: boolean): JsonObject {
  return {
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: { name: release.name, namespace: release.namespace },
    spec: { interval: "1h", install: { disableSchemaValidation }, ...(variant as JsonObject) },
  }
}

function patch(kind: string, path: string, value: JsonObject): JsonObject {
  return { target: { kind }, patch: JSON.stringify([{ op: "add", path, value }]) }
}
