import type { ChartProblem } from "../../model/index.ts"
import { type Resolution, resolveChartTag, resolveTag, toTag } from "../../version/index.ts"
import { maxArchiveBytes } from "./helm-repository.ts"
import { judgeLack, unsatisfied } from "./judge-lack.ts"
import { chartLayers, errorCodes } from "./oci-manifest.ts"
import { parseOciUrl } from "./oci-reference.ts"
import type { RegistryTarget } from "./registry.ts"
import { type RegistryWorld, readLayer, readTags } from "./registry-content.ts"
import type {
  ArtifactSource,
  HelmRegistrySource,
  RemoteChart,
  RemoteChartRequest,
} from "./remote-sources.ts"

type RegistryRequest = RemoteChartRequest<HelmRegistrySource | ArtifactSource>

/** A chart of a HelmRepository of type `oci`: `<url>/<chart>`, in the version that source-controller would take. */
export async function chartFromRegistry(
  world: RegistryWorld,
  request: RemoteChartRequest<HelmRegistrySource>,
): Promise<RemoteChart> {
  const { source, chart, version } = request
  const url = chartUrl(source, chart)
  const target = targetOf(url, source)
  if (!target) return unreadable
  const fetched = async (chosen: string): Promise<RemoteChart> =>
    await readChart(world, { ...request, url, target }, chosen, {
      reference: toTag(chosen),
      mediaTypes: chartLayers,
      maxBytes: maxArchiveBytes,
    })
  // A full version is the tag: no list is asked for.
  const exact = resolveChartTag(version, [])
  if (exact.status === "resolved") return await fetched(exact.chosen)
  return await fromTags(
    world,
    { ...request, url, target },
    (tags) => resolveChartTag(version, tags),
    fetched,
  )
}

/** The versions of a chart below a registry's path; none where they cannot be had. */
export async function chartTags(
  world: RegistryWorld,
  source: HelmRegistrySource,
  chart: string,
): Promise<readonly string[]> {
  const target = targetOf(chartUrl(source, chart), source)
  const listed = target && (await readTags(world, target))
  return listed?.status === "ok" ? listed.tags.map(fromTag) : []
}

function chartUrl({ url }: HelmRegistrySource, chart: string): string {
  return `${url.replace(/\/$/u, "")}/${chart}`
}

/** The chart that an OCIRepository stands for. */
export async function chartFromArtifact(
  world: RegistryWorld,
  request: RemoteChartRequest<ArtifactSource>,
  maxBytes: number = maxArchiveBytes,
): Promise<RemoteChart> {
  const { url, reference, mediaType } = request.source
  const target = targetOf(url, request.source)
  if (!target) return unreadable
  const mediaTypes = mediaType === undefined ? [] : [mediaType]
  const wanted = { ...request, url, target }
  const fetched = (tag: string): Promise<RemoteChart> =>
    readChart(world, wanted, tag, { reference: tag, mediaTypes, maxBytes })
  if (reference.by === "digest") return await fetched(reference.digest)
  if (reference.by === "tag") return await fetched(reference.tag)
  // The engine of patterns takes its time to load: most runs do without.
  const { compilePattern } = await import("../../rule/pattern.ts")
  const filter = compilePattern(reference.filter ?? "")
  if (!filter) return unavailable("its `semverFilter` is no regular expression")
  const layer = mediaTypes.some((type) => chartLayers[0] === type) ? "chart" : "other"
  return await fromTags(
    world,
    wanted,
    (tags) =>
      resolveTag(
        reference.semver,
        tags.filter((tag) => filter.isPartOf(tag)),
        layer,
      ),
    fetched,
  )
}

const unreadable: RemoteChart = { status: "unavailable", reason: "its address cannot be read" }

function unavailable(reason: string): RemoteChart {
  return { status: "unavailable", reason }
}

function targetOf(
  url: string,
  { insecure, access }: HelmRegistrySource | ArtifactSource,
): RegistryTarget | undefined {
  const repository = parseOciUrl(url, insecure)
  return repository && { ...repository, access }
}

type Wanted = RegistryRequest & { readonly url: string; readonly target: RegistryTarget }

async function fromTags(
  world: RegistryWorld,
  wanted: Wanted,
  pick: (tags: readonly string[]) => Resolution<string>,
  fetched: (tag: string) => Promise<RemoteChart>,
): Promise<RemoteChart> {
  const listed = await readTags(world, wanted.target)
  if (listed.status === "absent") return judgeLack(wanted, absent(wanted))
  if (listed.status !== "ok") return listed
  const picked = pick(listed.tags)
  if (picked.status === "invalid-constraint")
    return { status: "problem", problem: { kind: "version-invalid", message: picked.message } }
  return picked.status === "resolved"
    ? await fetched(picked.chosen)
    : judgeLack(wanted, unsatisfied(wanted, listed.tags.map(fromTag)))
}

async function readChart(
  world: RegistryWorld,
  wanted: Wanted,
  version: string,
  layer: Parameters<typeof readLayer>[2],
): Promise<RemoteChart> {
  const found = await readLayer(world, wanted.target, layer)
  if (found.status === "absent") return await lacking(world, wanted, found)
  if (found.status !== "ok") return found
  const { bytes, digest } = found
  return { ...{ status: "found", archive: bytes, digest, version }, place: wanted.url }
}

/** A manifest is not there: is it the tag that is wrong, or the name? */
async function lacking(
  world: RegistryWorld,
  wanted: Wanted,
  { bytes, reason }: { readonly bytes: Uint8Array; readonly reason: string },
): Promise<RemoteChart> {
  const { source } = wanted
  // A digest is not written by hand: that it is gone is more likely the registry's doing.
  if (source.kind === "artifact" && source.reference.by === "digest") return unavailable(reason)
  if (errorCodes(bytes).includes("NAME_UNKNOWN")) return judgeLack(wanted, absent(wanted))
  const listed = await readTags(world, wanted.target)
  if (listed.status === "absent") return judgeLack(wanted, absent(wanted))
  if (listed.status !== "ok") return unavailable(reason)
  // Nobody has written `latest`: it is what is asked for without `spec.ref`.
  if (wanted.version === "latest") return judgeLack(wanted, untagged(wanted))
  const versions = source.kind === "registry" ? listed.tags.map(fromTag) : listed.tags
  return judgeLack(wanted, unsatisfied(wanted, versions))
}

function absent({ name, source, chart, url }: Wanted): ChartProblem {
  const message =
    source.kind === "registry"
      ? `${name} has no chart \`${chart}\``
      : `\`${url}\` is not in its registry`
  return { kind: "chart-not-found", message, known: [] }
}

function untagged({ url, version }: Wanted): ChartProblem {
  const message = `\`${url}\` has no tag \`${version}\``
  return { kind: "chart-not-found", message, known: [] }
}

function fromTag(tag: string): string {
  return tag.replaceAll("_", "+")
}
