import type { ChartProblem } from "../../model/index.ts"
import {
  compareVersions,
  parseFluxVersion,
  resolveChartVersion,
  type Version,
} from "../../version/index.ts"
import { archiveUrl, indexUrl, loginIn, originOf, shownUrl } from "./chart-url.ts"
import type { Credentials } from "./network.ts"
import { reasonOf } from "./refusal.ts"
import { type DownloadWorld, downloadChanging, readContent } from "./remembered.ts"
import type { HelmRepositorySource, RemoteChart, RemoteChartRequest } from "./remote-charts.ts"
import { type IndexedChart, type RepositoryIndex, readRepositoryIndex } from "./repository-index.ts"

const MiB = 1024 * 1024
/** source-controller's own limits: internal/helm/helm.go. */
export const maxIndexBytes: number = 50 * MiB
export const maxArchiveBytes: number = 10 * MiB

/** The index of a repository, or why it cannot be had. */
export type LoadedIndex =
  | { readonly status: "ok"; readonly index: RepositoryIndex }
  | { readonly status: "unavailable"; readonly reason: string }

/** Reads the index of a repository. */
export async function loadIndex(
  world: DownloadWorld,
  { url, access }: HelmRepositorySource,
): Promise<LoadedIndex> {
  const address = indexUrl(url)
  if (address === undefined) return unavailable("its address cannot be read")
  const download = await downloadChanging(world, {
    url: address,
    maxBytes: maxIndexBytes,
    compressible: true,
    ...credentialsFor(url, access),
  })
  if (download.status !== "ok") return unavailable(reasonOf(download, address, access))
  const index = readRepositoryIndex(download.bytes)
  return "error" in index
    ? unavailable(`${shownUrl(address)} is no index of charts: ${index.error}`)
    : { status: "ok", index }
}

function unavailable(reason: string): { readonly status: "unavailable"; readonly reason: string } {
  return { status: "unavailable", reason }
}

/** Login, certificate and authorities, bound to the origin of `url`. */
function credentialsFor(
  url: string,
  { login, certificate, authorities }: HelmRepositorySource["access"],
): { readonly credentials?: Credentials; readonly authorities?: string } {
  const origin = originOf(url)
  const trust = authorities === undefined ? {} : { authorities }
  const own = login ?? loginIn(url)
  if (origin === undefined || (!own && !certificate)) return trust
  const authorization = own && { authorization: basicAuthorization(own) }
  return {
    ...trust,
    credentials: { origin, ...authorization, ...(certificate && { certificate }) },
  }
}

/** https://www.rfc-editor.org/rfc/rfc7617 */
export function basicAuthorization(login: {
  readonly username: string
  readonly password: string
}): string {
  const bytes = new TextEncoder().encode(`${login.username}:${login.password}`)
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`
}

/** Chooses a version of the chart as source-controller would, and gets its archive. */
export async function chartFromIndex(
  world: DownloadWorld,
  request: RemoteChartRequest,
  index: RepositoryIndex,
): Promise<RemoteChart> {
  const { chart, version, source } = request
  const entries = index.entries(chart)
  if ("error" in entries)
    return unavailable(`the index of ${shownUrl(source.url)} cannot be read: ${entries.error}`)
  if (!index.names.includes(chart)) return judged(request, notFound(request, index.names))
  const picked = resolveChartVersion(version, entries)
  if (picked.status === "invalid-constraint")
    return { status: "problem", problem: { kind: "version-invalid", message: picked.message } }
  if (picked.status === "no-match")
    return judged(
      request,
      unsatisfied(
        request,
        entries.map((entry) => entry.version),
      ),
    )
  return await readArchive(world, request, picked.chosen)
}

/** What a stranger is not shown may be there all the same. An index of an earlier run may be out of date. */
function judged(
  { source: { access }, offline }: RemoteChartRequest,
  problem: ChartProblem,
): RemoteChart {
  if (offline) return unavailable("--offline")
  return access.missing === undefined
    ? { status: "problem", problem }
    : unavailable(`it is not among what anybody may see, and ${access.missing}`)
}

function notFound({ name, chart }: RemoteChartRequest, known: readonly string[]): ChartProblem {
  return { kind: "chart-not-found", message: `${name} has no chart \`${chart}\``, known }
}

function unsatisfied(
  { chart, version }: RemoteChartRequest,
  versions: readonly string[],
): ChartProblem {
  const message = `no '${chart}' chart with version matching '${version}' found`
  return { kind: "version-unsatisfied", message, known: newestFirst(versions), certain: true }
}

/** Versions from the newest to the oldest, releases before pre-releases: the first one is what one would write. */
export function newestFirst(texts: readonly string[]): readonly string[] {
  const versions = texts.flatMap((text) => {
    const version = parseFluxVersion(text)
    return version ? [{ text, version }] : []
  })
  const rank = ({ prerelease }: Version): number => (prerelease === "" ? 0 : 1)
  return versions
    .sort((a, b) => rank(a.version) - rank(b.version) || compareVersions(b.version, a.version))
    .map(({ text }) => text)
}

async function readArchive(
  world: DownloadWorld,
  request: RemoteChartRequest,
  entry: IndexedChart,
): Promise<RemoteChart> {
  const { url: repository, access, passCredentials } = request.source
  const url = archiveUrl(repository, entry.url)
  if (url === undefined) return unavailable("the address of its archive cannot be read")
  const found = (archive: Uint8Array, digest: string): RemoteChart => ({
    ...{ status: "found", archive, digest, version: entry.version, place: shownUrl(url) },
  })
  const known = entry.digest === undefined ? undefined : await readContent(world, entry.digest)
  if (known && entry.digest !== undefined) return found(known, entry.digest)
  const isDowngrade = url.startsWith("http:") && repository.startsWith("https:")
  if (isDowngrade) return unavailable(`${shownUrl(url)} is http, and its repository is https`)
  const download = await downloadChanging(world, {
    url,
    maxBytes: maxArchiveBytes,
    // Helm compares scheme, host and port, unless the repository says `passCredentials`.
    ...credentialsFor(passCredentials ? url : repository, access),
  })
  if (download.status !== "ok") return unavailable(reasonOf(download, url, access))
  const { bytes, digest } = download
  if (entry.digest !== undefined && entry.digest !== digest)
    return unavailable(`${shownUrl(url)} does not have the digest that its index states`)
  return found(bytes, digest)
}
