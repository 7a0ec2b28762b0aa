import type { ReleaseBuild, ReleaseFailure, Resource } from "../../model/index.ts"
import { isObject, type JsonObject, listAt, stringAt, valueAt } from "../../yaml/index.ts"
import { type BuildWorld, serverOf } from "../build-world.ts"
import type { ChartFiles, EngineLimit, HelmRequest, HelmResult } from "../engine.ts"
import { makeResource } from "../make-resource.ts"
import { holdsStandIn } from "../stand-in.ts"
import { type ChartRequest, chartRequestOf } from "./chart-request.ts"
import { type FoundChart, findChart } from "./find-chart.ts"
import { packagedChart } from "./packaged-chart.ts"
import { type ReleaseNames, releaseNames } from "./release-names.ts"
import { type ComposedValues, composeValues, valuesReferences } from "./release-values.ts"
import { type SchemaTexts, withRemoteSchemas } from "./remote-schemas.ts"
import { valuesFilesOf } from "./values-files.ts"

/** What {@link buildRelease} needs beside the world. */
export interface ReleaseInput {
  readonly release: Resource
  /** Further API versions that the cluster serves: those of its own objects. */
  readonly apiVersions: readonly string[]
}

type Base = Omit<ReleaseBuild, "status">

/** Renders a HelmRelease as helm-controller would install it. Never throws for a bad repository. */
export async function buildRelease(
  world: BuildWorld,
  { release, apiVersions }: ReleaseInput,
): Promise<ReleaseBuild> {
  const names = releaseNames(release, world.digest)
  const base: Base = {
    release,
    releaseName: names.name,
    releaseNamespace: names.namespace,
    storageNamespace: names.storageNamespace,
    objects: [],
    valuesChain: [],
  }
  const request = chartRequestOf(release, (id) => known(world.lookup(id)))
  if (!request) {
    const reason = "it names no chart that is defined in this repository"
    return withoutChart(world, { ...base, status: "skipped", reason })
  }
  const found = await findChart(world, request)
  if (found.status === "problem")
    return withoutChart(world, { ...base, status: "failed", chartProblem: found.problem })
  if (found.status === "skipped") {
    const { reason, kind } = found
    const incomplete = kind === "incomplete"
    return withoutChart(world, { ...base, status: "skipped", reason, incomplete })
  }
  if (world.options.render === "off")
    return { ...base, chart: found.use, status: "skipped", reason: "rendering is switched off" }
  return render({
    world,
    release,
    request,
    found,
    names,
    apiVersions,
    base: { ...base, chart: found.use },
  })
}

/** Without its chart a release is not rendered, but Flux composes its values without looking at it, and that can fail by itself. */
async function withoutChart(world: BuildWorld, build: ReleaseBuild): Promise<ReleaseBuild> {
  if (valuesReferences(build.release).length === 0) return build
  const composed = await composeValues(world, build.release)
  const withChain: ReleaseBuild = { ...build, valuesChain: composed.chain }
  if (composed.status === "composed") return { ...withChain, values: composed.values }
  if (composed.uncertain) return withChain
  const { reason: _, incomplete: __, ...rest } = withChain
  return failed(rest, valuesFailure(composed), false)
}

function valuesFailure({ step, message }: ComposedValues & { status: "failed" }): ReleaseFailure {
  return { step, message }
}

function known(found: Resource | "unknown" | undefined): Resource | undefined {
  return found === "unknown" ? undefined : found
}

interface Rendering {
  readonly world: BuildWorld
  readonly release: Resource
  readonly request: ChartRequest
  readonly found: FoundChart & { readonly status: "found" }
  readonly names: ReleaseNames
  readonly apiVersions: readonly string[]
  readonly base: Base
}

interface ReadyRendering extends Rendering {
  readonly valuesFiles: NonNullable<HelmRequest["valuesFiles"]>
}

async function render(rendering: Rendering): Promise<ReleaseBuild> {
  const { world, release, base } = rendering
  const composed = await composeValues(world, release)
  const withChain: Base = { ...base, valuesChain: composed.chain }
  if (composed.status === "failed")
    return failed(withChain, valuesFailure(composed), composed.uncertain)
  const uncertain = composed.uncertain || holdsStandIn(JSON.stringify(composed.values))
  const withValues: Base = { ...withChain, values: composed.values }
  const files = valuesFilesOf(rendering.found, rendering.request)
  if (files.status === "unknown") return { ...withValues, status: "skipped", reason: files.reason }
  if (files.status === "failed")
    return failed(withValues, { step: "values", message: files.message }, false)
  const packaged = await packagedChart(rendering.found, rendering.request, world.digest)
  const request = helmRequest({ ...rendering, valuesFiles: files.files }, composed)
  const renderChart = (chart: ChartFiles) =>
    withRemoteSchemas(
      (schemas) => world.engine.call("helm", withSchemas({ ...request, chart }, schemas)),
      world.fetchSchema,
    )
  const { result, incomplete } = await renderChart(packaged.chart)
  if (result.status !== "rendered") {
    if (isUnjudged(result)) return { ...withValues, status: "skipped", reason: asksCluster }
    const isCertain =
      (await packaged.isSaidAlways?.(JSON.stringify(result), async (chart) =>
        JSON.stringify((await renderChart(chart)).result),
      )) ?? true
    return isCertain || result.status === "limit"
      ? failed(withValues, failureOf(result), uncertain)
      : { ...withValues, status: "skipped", reason: readsVersion }
  }
  const objects = result.objects.flatMap(({ manifest, template, role }) => {
    const { path } = release.at(["spec"])
    const resource = makeResource({
      manifest,
      origin: { via: "helm", release, template },
      owner: release,
      server: serverOf(release),
      uncertain,
      defaultNamespace: base.releaseNamespace,
      locate: (self, field, part) => ({
        ...release.at(["spec"], part),
        resource: self,
        field,
        path,
      }),
    })
    return resource && role !== "test" ? [resource] : []
  })
  return {
    ...withValues,
    status: "rendered",
    objects,
    ...(result.schemaSkipped ? { schemaSkipped: result.schemaSkipped } : {}),
    ...(incomplete ? { schemaIncomplete: true } : {}),
  }
}

function withSchemas(request: HelmRequest, schemas: SchemaTexts): HelmRequest {
  return schemas.size === 0 ? request : { ...request, remoteSchemas: Object.fromEntries(schemas) }
}

/** A chart may check what `lookup` finds, and that it finds nothing here proves nothing. */
function isUnjudged(result: Exclude<HelmResult, { status: "rendered" }> | EngineLimit): boolean {
  return result.status === "failed" && result.step === "render" && result.lookups === true
}

const asksCluster =
  "its chart asks the cluster for what it has (`lookup`), which is not known here, and does not render without"

const readsVersion =
  "its chart reads what source-controller adds to its version (a commit, a generation), which is not known here, and does not render with a stand-in"

/** A failure that rests on a stand-in proves nothing. */
function failed(base: Base, failure: ReleaseFailure, uncertain: boolean): ReleaseBuild {
  return uncertain && failure.step !== "limit"
    ? {
        ...base,
        status: "skipped",
        reason:
          "its values are not all known (encrypted, or defined outside this repository), and it does not render with stand-ins",
      }
    : { ...base, status: "failed", failure }
}

function failureOf(
  result: Exclude<HelmResult, { status: "rendered" }> | EngineLimit,
): ReleaseFailure {
  if (result.status === "limit") return { step: "limit", message: result.message }
  const { status: _, lookups: __, ...failure } = result
  return failure
}

function helmRequest(
  { world, release, request, found, names, apiVersions, valuesFiles }: ReadyRendering,
  composed: ComposedValues & { readonly status: "composed" },
): HelmRequest {
  const { manifest, id } = release
  const strategy = stringAt(manifest, ["spec", "postRenderStrategy"])
  const metadata = valueAt(manifest, ["spec", "commonMetadata"])
  return {
    chart: found.chart,
    release: { name: names.name, namespace: names.namespace },
    values: composed.values,
    integers: composed.integers,
    kubeVersion: `v${world.target.kubernetes}.0`,
    apiVersions: [...new Set([...world.options.apiVersions, ...apiVersions])].sort(),
    postRenderers: listAt(manifest, ["spec", "postRenderers"]).filter((renderer) =>
      isObject(renderer),
    ),
    ...(strategy === "separate" || strategy === "nohooks" || strategy === "combined"
      ? { postRenderStrategy: strategy }
      : {}),
    ...(valuesFiles.length > 0
      ? { valuesFiles, ignoreMissingValuesFiles: request.ignoreMissingValuesFiles }
      : {}),
    ...(valueAt(manifest, ["spec", "install", "disableSchemaValidation"]) === true
      ? { skipSchemaValidation: true }
      : {}),
    ...(isObject(metadata) ? { commonMetadata: metadata as JsonObject } : {}),
    owner: { name: id.name, namespace: id.namespace ?? "" },
  }
}
