import type { ChartProblem } from "../../model/index.ts"
import { resolveChartVersion } from "../../version/index.ts"
import { archiveUrl, indexUrl, shownUrl } from "./chart-url.ts"
import { credentialsFor } from "./credentials.ts"
import { judgeLack, unsatisfied } from "./judge-lack.ts"
import { reasonOf } from "./refusal.ts"
import { type DownloadWorld, downloadChanging, readContent } from "./remembered.ts"
import type { HelmRepositorySource, RemoteChart, RemoteChartRequest } from "./remote-sources.ts"
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

/** Chooses a version of the chart as source-controller would, and gets its archive. */
export async function chartFromIndex(
  world: DownloadWorld,
  request: RemoteChartRequest<HelmRepositorySource>,
  index: RepositoryIndex,
): Promise<RemoteChart> {
  const { chart, version, source } = request
  const entries = index.entries(chart)
  if ("error" in entries)
    return unavailable(`the index of ${shownUrl(source.url)} cannot be read: ${entries.error}`)
  if (!index.names.includes(chart)) return judgeLack(request, notFound(request, index.names))
  const picked = resolveChartVersion(version, entries)
  if (picked.status === "invalid-constraint")
    return { status: "problem", problem: { kind: "version-invalid", message: picked.message } }
  if (picked.status === "no-match")
    return judgeLack(
      request,
      unsatisfied(
        request,
        entries.map((entry) => entry.version),
      ),
    )
  return await readArchive(world, source, picked.chosen)
}

function notFound({ name, chart }: RemoteChartRequest, known: readonly string[]): ChartProblem {
  return { kind: "chart-not-found", message: `${name} has no chart \`${chart}\``, known }
}

/** Gets the archive that an entry of an index names. */
export async function readArchive(
  world: DownloadWorld,
  { url: repository, access, passCredentials }: HelmRepositorySource,
  entry: IndexedChart,
): Promise<RemoteChart> {
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
