import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, EngineLimit, HelmRequest, HelmResult } from "../../src/build/engine.ts"
import type { JsonObject } from "../../src/yaml/json.ts"
import { type ChartCase, chartCases, chartFiles, hasRemoteSchema } from "./charts.ts"
import { type ComparedObject, compareObjects, objectsText } from "./compare.ts"
import { startEngine } from "./engine.ts"
import { release } from "./helm-program.ts"
import { comparisonOf, DifferenceLog } from "./known.ts"
import { Masks } from "./masks.ts"
import { inLanes, type ParsedOutput, Reference, titled, versionOf, whySkipped } from "./oracles.ts"

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
const log = new DifferenceLog("helm-controller", versionOf("reference"))

describe.skipIf(whySkipped !== undefined)(titled("a release of the corpus"), () => {
  beforeAll(async () => {
    engine = startEngine()
    reference = new Reference()
    cases = await chartCases(reference)
  })
  afterAll(async () => {
    await engine.close()
    reference.close()
    process.stderr.write(`${log.finish()}
`)
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

/** Each chart with its own values; those that have hooks, or much of everything, in all variants. */
function casesOf(variant: Variant): readonly ChartCase[] {
  const rich =
    /^(?:podinfo|redis-20|kube-prometheus-stack|ingress-nginx|cert-manager|traefik|jenkins|kyverno)-/
  return cases.filter(
    ({ chart, label }) =>
      label === "default values" && (variant === variants[0] || rich.test(chart.label)),
  )
}

async function compareCase(one: ChartCase, { name, ...variant }: Variant): Promise<void> {
  const files = chartFiles(one.chart)
  const disableSchemaValidation = hasRemoteSchema(one.chart)
  const { kubeVersion, ...identity } = release
  const ours = await engine.call("helm", {
    chart: files,
    release: identity,
    values: one.values,
    kubeVersion,
    apiVersions: [],
    skipSchemaValidation: disableSchemaValidation,
    owner: identity,
    ...variant,
  })
  const rendered = outcomeOf(one, ours)
  const question = {
    chart: one.chart.path,
    values: one.values,
    kubeVersion,
    release: helmRelease(variant, disableSchemaValidation),
  }
  await log.settle({
    subject: `${one.chart.label} with ${one.label}, ${name}`,
    input: JSON.stringify([files.digest, { ...question, chart: "" }]),
    result:
      rendered.objects === undefined
        ? `failed: ${rendered.message}`
        : objectsText(rendered.objects, comparisonOf(one.chart.label)),
    ask: async () => {
      const theirs = await reference.ask<Answer>({ op: "release", ...question })
      return compareOutcomes(one, outcomeOfReference(one, theirs), rendered)
    },
  })
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
