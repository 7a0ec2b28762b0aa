import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine, HelmRequest, HelmResult } from "../../src/build/engine.ts"
import type { JsonObject, JsonValue } from "../../src/yaml/json.ts"
import { type ChartCase, chartCases, chartFiles, hasRemoteSchema } from "./charts.ts"
import { type ComparedObject, compareObjects } from "./compare.ts"
import { startEngine } from "./engine.ts"
import { release } from "./helm-program.ts"
import { DifferenceLog, isUnordered } from "./known.ts"
import { Masks } from "./masks.ts"
import { inLanes, type ParsedOutput, Reference, titled, whySkipped } from "./oracles.ts"

type PostRendering = Pick<HelmRequest, "postRenderers" | "postRenderStrategy" | "commonMetadata">

/** What a HelmRelease may ask for after Helm has rendered, each with hooks treated another way. */
const variants: readonly (PostRendering & { readonly name: string })[] = [
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
    reference.close()
    process.stderr.write(`helm-controller: ${log.compared} renders compared\n`)
  })

  it.each(variants)(
    "has the objects that helm-controller installs, with $name",
    async (variant) => {
      const before = log.unexplained.length
      await inLanes(casesOf(variant), 2, (one) => compareCase(one, variant))
      expect(log.unexplained.slice(before)).toEqual([])
    },
    900_000,
  )

  it("meets every known difference", () => {
    expect(log.stale).toEqual([])
  })
})

/** Each chart once with its own values, and for the first variant also with what the corpus gives it. */
function casesOf(variant: (typeof variants)[number]): readonly ChartCase[] {
  if (variant === variants[0]) return cases
  const withHooks =
    /^(?:podinfo|redis-20|kube-prometheus-stack|ingress-nginx|cert-manager|traefik|jenkins|kyverno)-/
  return cases.filter(
    ({ chart, label }) => label === "default values" && withHooks.test(chart.label),
  )
}

async function compareCase(
  one: ChartCase,
  { name, ...variant }: (typeof variants)[number],
): Promise<void> {
  const disableSchemaValidation = hasRemoteSchema(one.chart)
  const { kubeVersion, ...identity } = release
  const [ours, theirs] = await Promise.all([
    engine.call("helm", {
      chart: chartFiles(one.chart),
      release: identity,
      values: one.values,
      kubeVersion,
      apiVersions: [],
      skipSchemaValidation: disableSchemaValidation,
      owner: identity,
      ...variant,
    }),
    reference.ask<Answer>({
      op: "release",
      chart: one.chart.path,
      values: one.values,
      kubeVersion,
      release: helmRelease(variant, disableSchemaValidation),
    }),
  ])
  const subject = `${one.chart.label} with ${one.label}, ${name}`
  if (theirs.status === "failed" || ours.status !== "rendered") {
    log.add(subject, compareFailures(theirs, ours))
    return
  }
  const [left, right] = [objectsOf(theirs.documents ?? []), objectsOf(installed(ours))].map(
    (objects) => masks.apply(one.chart.label, objects),
  )
  const order = isUnordered(one.chart.label) ? "kinds" : "objects"
  const lines = compareObjects(left ?? [], right ?? [], { order })
  log.add(subject, lines)
}

function helmRelease(variant: PostRendering, disableSchemaValidation: boolean): JsonObject {
  return {
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: { name: release.name, namespace: release.namespace },
    spec: { interval: "1h", install: { disableSchemaValidation }, ...(variant as JsonObject) },
  }
}

// helm-controller applies crds/ on its own; they are no part of the release.
function installed(
  result: Extract<HelmResult, { readonly status: "rendered" }>,
): readonly { readonly source: string; readonly object: JsonValue }[] {
  return result.objects
    .filter(({ role }) => role !== "crd")
    .map(({ template, manifest }) => ({ source: template, object: manifest }))
}

function objectsOf(
  documents: readonly { readonly source?: string; readonly object?: JsonValue }[],
): readonly ComparedObject[] {
  return documents.map(({ source, object }) => ({ source: source ?? "", manifest: object ?? null }))
}

function compareFailures(
  theirs: Answer,
  ours: { readonly status: string; readonly message?: string },
): readonly string[] {
  if (theirs.status === "failed" && ours.status === "failed") {
    return theirs.message === ours.message
      ? []
      : [`message: ${theirs.message?.slice(0, 500)} BUT ${ours.message?.slice(0, 500)}`]
  }
  const outcome = ({ status, message }: { readonly status: string; readonly message?: string }) =>
    message === undefined ? status : `${status} (${message.slice(0, 300)})`
  return [`${outcome(theirs)} expected, but ${outcome(ours)}`]
}

function patch(kind: string, path: string, value: JsonObject): JsonObject {
  return { target: { kind }, patch: JSON.stringify([{ op: "add", path, value }]) }
}
