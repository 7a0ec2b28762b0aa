import type { LoadedFile } from "../load/files.ts"
import {
  type ChartProblem,
  describe,
  isKind,
  kinds,
  type Resource,
  type ResourceId,
  resourceKey,
  type UnfetchedSource,
} from "../model/index.ts"
import { listAt, stringAt } from "../yaml/index.ts"
import type { BuildWorld } from "./build-world.ts"
import { outOfReach } from "./cluster-references.ts"
import { chartRequestOf, requestOfChart } from "./release/chart-request.ts"
import { unpackFiles } from "./remote/packed-files.ts"
import { BadArchive } from "./remote/read-tar.ts"
import { fileSourceOf, foreignProvider } from "./remote/remote-source-of.ts"
import type { FileSource, RemoteChart } from "./remote/remote-sources.ts"
import { unpack } from "./remote/unpack.ts"
import { sourceIdOf } from "./source-id.ts"

/** The content of a source on the network, or why there is none. */
export type FetchedSource =
  | {
      readonly status: "ok"
      readonly digest: string
      readonly files: readonly LoadedFile[]
      /** The commit of a GitRepository, the digest of a Bucket's list: in hex, at least its first 12 digits. */
      readonly revision?: string
    }
  | {
      readonly status: "unavailable"
      readonly reason: string
      readonly kind: "chosen" | "incomplete"
    }

/** Sources that Kustomizations and ArtifactGenerators take their content from. */
export function neededSources(
  kustomizations: readonly Resource[],
  generators: readonly Resource[],
): readonly ResourceId[] {
  const direct = kustomizations.flatMap((one) => sourceIdOf(one, ["spec", "sourceRef"]) ?? [])
  const copied = generators.flatMap((generator) =>
    listAt(generator.manifest, ["spec", "sources"]).flatMap(
      (_, index) => sourceIdOf(generator, ["spec", "sources", index]) ?? [],
    ),
  )
  return [...direct, ...copied]
}

/** Sources of charts that are folders: HelmReleases and HelmCharts have them with all of the source. */
export function folderSources(
  world: Pick<BuildWorld, "options" | "lookup">,
  askers: readonly Resource[],
): readonly ResourceId[] {
  if (world.options.render === "off") return []
  const find = (id: ResourceId): Resource | undefined => {
    const found = world.lookup(id)
    return found === "unknown" ? undefined : found
  }
  const requestOf = (asker: Resource) =>
    isKind(asker.id, kinds.HelmChart) ? requestOfChart(asker) : chartRequestOf(asker, find)
  return askers
    .flatMap((asker) => requestOf(asker)?.source ?? [])
    .filter((id) => isKind(id, kinds.GitRepository) || isKind(id, kinds.Bucket))
}

/** What a cluster's sources have given. Looking into a source is no time to wait for it: they are fetched before. */
export class FetchedSources {
  readonly #fetched = new Map<string, FetchedSource | undefined>()
  readonly #failures = new Map<string, UnfetchedSource>()

  get(source: Resource): FetchedSource | undefined {
    return this.#fetched.get(keyOf(source))
  }

  /** The sources that could not be fetched, although they should have been. */
  get failures(): readonly UnfetchedSource[] {
    return [...this.#failures.values()]
  }

  /** Fetches those sources that are elsewhere, each once. */
  async fetch(world: BuildWorld, ids: readonly ResourceId[]): Promise<void> {
    const wanted = new Map<string, Resource>()
    for (const id of withIncluded(world, ids)) {
      const { content } = world.contentOf(id)
      const source = content.status === "elsewhere" ? content.source : undefined
      if (source && !this.#fetched.has(keyOf(source))) wanted.set(keyOf(source), source)
    }
    await Promise.all(
      [...wanted].map(async ([key, source]) => {
        const fetched = await fetchSource(world, source)
        this.#fetched.set(key, fetched)
        if (fetched?.status === "unavailable" && fetched.kind === "incomplete")
          this.#failures.set(key, { source, reason: fetched.reason })
      }),
    )
  }
}

/** A source that is patched later is another one. */
function keyOf({ id, server, manifest }: Resource): string {
  return `${resourceKey(id, server)} ${JSON.stringify(manifest.spec)}`
}

/** A GitRepository's own files are not all of its artifact: it includes others (`flux-semantics.md` 4.1). */
function withIncluded(world: BuildWorld, ids: readonly ResourceId[]): readonly ResourceId[] {
  const all = new Map(ids.map((id) => [resourceKey(id), id]))
  // A map goes on over what is added to it.
  for (const id of all.values()) {
    const source = isKind(id, kinds.GitRepository) ? world.lookup(id) : undefined
    if (!source || source === "unknown") continue
    for (const included of includesOf(source)) all.set(resourceKey(included), included)
  }
  return [...all.values()]
}

/** The GitRepositories that `spec.include` names. */
function includesOf({ id: { namespace }, manifest }: Resource): readonly ResourceId[] {
  return listAt(manifest, ["spec", "include"]).flatMap((include) => {
    const name = stringAt(include, ["repository", "name"])
    const place = namespace ? { namespace } : {}
    return name === undefined ? [] : [{ ...kinds.GitRepository, name, ...place }]
  })
}

/** Fetches the files of an OCIRepository or GitRepository; undefined for sources of another kind, and where nothing is fetched. */
async function fetchSource(
  world: BuildWorld,
  source: Resource,
): Promise<FetchedSource | undefined> {
  const { remote, options } = world
  const outside = outOfReach(options.external, source)
  if (outside !== undefined) return { status: "unavailable", reason: outside, kind: "chosen" }
  const foreign = options.offline ? undefined : foreignProvider(source)
  if (remote && foreign !== undefined)
    return unavailable(`${describe(source.id)} could not be fetched: ${foreign}`)
  const from = remote && fileSourceOf(world, source)
  if (!remote || !from) return undefined
  const { offline } = options
  const name = describe(source.id)
  const tag = stringAt(source.manifest, ["spec", "ref", "tag"]) ?? "latest"
  const found = await remote.artifact({ source: from, name, chart: name, version: tag, offline })
  if (found.status === "found") return await unpacked(found, name, from.kind)
  if (offline) return undefined
  const reason = found.status === "problem" ? lackOf(found.problem) : found.reason
  return unavailable(`${name} could not be fetched: ${reason}`)
}

function lackOf(problem: ChartProblem): string {
  return problem.kind === "version-unsatisfied" ? "no tag fits its `spec.ref`" : problem.message
}

async function unpacked(
  { archive, digest, version }: RemoteChart & { readonly status: "found" },
  name: string,
  kind: FileSource["kind"],
): Promise<FetchedSource> {
  try {
    const contents = kind === "artifact" ? await unpack(archive) : unpackFiles(archive)
    const files = [...contents].map(([path, bytes]) => ({ path, bytes }))
    const revision = kind === "artifact" ? {} : { revision: version }
    return { status: "ok", digest, files, ...revision }
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
    return unavailable(`the artifact of ${name} cannot be unpacked: ${error.message}`)
  }
}

function unavailable(reason: string): FetchedSource {
  return { status: "unavailable", reason, kind: "incomplete" }
}
