import { kinds, type Resource } from "../../model/index.ts"
import { resolveChartVersion } from "../../version/index.ts"
import { type JsonValue, stringAt } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { outOfReach } from "../cluster-references.ts"
import { remoteSourceOf } from "../remote/remote-source-of.ts"
import type { RemoteChart, RemoteSource } from "../remote/remote-sources.ts"

/** A chart in an artifact, whose dependencies may lie elsewhere. */
export interface ChartParts {
  /** The chart's files; those of its dependencies are added. */
  readonly files: Map<string, Uint8Array>
  /** `dependencies` of its Chart.yaml. */
  readonly dependencies: readonly JsonValue[]
  /** The namespace of the HelmChart: there a HelmRepository of a dependency's address lends its credentials. */
  readonly namespace: string | undefined
  /** The files of another folder of the artifact, relative to the chart's own. */
  sibling(path: string): ReadonlyMap<string, Uint8Array>
}

/** Why a dependency cannot be had. */
export interface Unmet {
  readonly reason: string
  readonly kind: "chosen" | "incomplete"
}

interface Dependency {
  readonly name: string
  /** A range. */
  readonly version: string
  readonly repository: string
}

/**
 * source-controller fetches the dependencies that are not vendored: from the same artifact (`file://`), here from a mirror
 * when one has it, or from their repository.
 */
export async function addDependencies(
  world: BuildWorld,
  chart: ChartParts,
): Promise<Unmet | undefined> {
  for (const entry of chart.dependencies) {
    const name = stringAt(entry, ["name"])
    if (name === undefined || isVendored(chart.files, name)) continue
    const dependency = {
      name,
      version: String(stringAt(entry, ["version"]) ?? ""),
      repository: stringAt(entry, ["repository"]) ?? "",
    }
    const unmet = await add(world, chart, dependency)
    if (unmet) return unmet
  }
  return undefined
}

async function add(
  world: BuildWorld,
  chart: ChartParts,
  dependency: Dependency,
): Promise<Unmet | undefined> {
  const { name, repository } = dependency
  const absent: Unmet = {
    reason: `its dependency ${name} is neither vendored nor in a mirror`,
    kind: "chosen",
  }
  if (repository.startsWith("file://")) {
    const local = chart.sibling(repository.slice("file://".length))
    for (const [path, bytes] of local) chart.files.set(`charts/${name}/${path}`, bytes)
    return local.has("Chart.yaml") ? undefined : absent
  }
  const archive = await mirrored(world, dependency)
  const fetched = archive ? undefined : await fetchedFrom(world, dependency, chart.namespace)
  const isThere = fetched !== "outside" && fetched?.status === "found"
  const found = archive ?? (isThere ? fetched.archive : undefined)
  if (found) {
    chart.files.set(`charts/${name}.tgz`, found)
    return undefined
  }
  if (fetched === "outside" || !fetched || world.options.offline) return absent
  const reason = fetched.status === "unavailable" ? fetched.reason : messageOf(fetched)
  return { reason: `its dependency ${name} could not be fetched: ${reason}`, kind: "incomplete" }
}

function messageOf(fetched: RemoteChart): string {
  return fetched.status === "problem" ? fetched.problem.message : ""
}

function isVendored(files: ReadonlyMap<string, Uint8Array>, name: string): boolean {
  return [...files.keys()].some(
    (path) =>
      path.startsWith(`charts/${name}/`) ||
      (path.startsWith(`charts/${name}-`) && path.endsWith(".tgz")),
  )
}

async function mirrored(
  world: BuildWorld,
  { name, version }: Dependency,
): Promise<Uint8Array | undefined> {
  for (const mirror of world.mirrors) {
    const found = resolveChartVersion(version, await mirror.entries(name))
    if (found.status !== "resolved") continue
    const archive = await mirror.read(found.chosen).catch(() => undefined)
    if (archive) return archive
  }
  return undefined
}

/** From its repository, with the credentials of a HelmRepository of the same address. */
async function fetchedFrom(
  world: BuildWorld,
  { name, version, repository }: Dependency,
  namespace: string | undefined,
): Promise<RemoteChart | "outside" | undefined> {
  const known = repositoryAt(world, repository, namespace)
  if (known && outOfReach(world.options.external, known) !== undefined) return "outside"
  const source = (known && remoteSourceOf(world, known)) ?? sourceAt(repository)
  const { offline, render } = world.options
  if (!source || !world.remote || render === "off") return undefined
  return await world.remote.find({ source, name: repository, chart: name, version, offline })
}

/**
 * The HelmRepository that source-controller would take for a dependency: in the chart's namespace, with the same address but
 * for slashes at its end. https://github.com/fluxcd/source-controller (`resolveDependencyRepository`)
 */
function repositoryAt(
  world: BuildWorld,
  url: string,
  namespace: string | undefined,
): Resource | undefined {
  const normalized = (address: string): string => address.replace(/\/+$/u, "")
  return world.all(kinds.HelmRepository).find(({ id, server, manifest }) => {
    const own = stringAt(manifest, ["spec", "url"])
    const isLocal = id.namespace === namespace && server === ""
    return isLocal && own !== undefined && normalized(own) === normalized(url)
  })
}

function sourceAt(url: string): RemoteSource | undefined {
  const access = {}
  if (url.startsWith("oci://")) return { kind: "registry", url, access, insecure: false }
  return /^https?:\/\//u.test(url)
    ? { kind: "repository", url, access, passCredentials: false }
    : undefined
}
