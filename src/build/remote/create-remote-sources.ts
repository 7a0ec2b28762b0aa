import { filesFromBucket } from "./bucket.ts"
import type { Git, GitFailure, GitRefs } from "./git.ts"
import { filesFromGit, type GitWorld } from "./git-source.ts"
import { chartFromIndex, type LoadedIndex, loadIndex } from "./helm-repository.ts"
import { once } from "./once.ts"
import { createRegistries } from "./registry.ts"
import { chartFromArtifact, chartFromRegistry } from "./registry-chart.ts"
import type { RegistryWorld } from "./registry-content.ts"
import type { DownloadWorld, Remembered, Unavailable } from "./remembered.ts"
import { mirrorOfRegistry, mirrorOfRepository } from "./remote-mirror.ts"
import type {
  AnySource,
  HelmRepositorySource,
  RemoteChart,
  RemoteChartRequest,
  RemoteSources,
} from "./remote-sources.ts"

/** What is needed to get charts. */
export interface RemoteSourcesWorld extends Omit<DownloadWorld, "offline"> {
  readonly git: Git
  /** The repository is a stranger's: what it gives as credentials is not used. */
  readonly untrusted: boolean
}

/** A packed artifact; unpacked it may have twice as much. */
const maxArtifactBytes = 50 * 1024 * 1024

/** Charts from the network; within one run nothing is asked for twice. */
export function createRemoteSources(world: RemoteSourcesWorld): RemoteSources {
  const registries = createRegistries(world.network)
  const indexes = once<LoadedIndex>()
  const answers = once<Remembered | Unavailable>()
  const refs = once<GitRefs | GitFailure>()
  const artifacts = once<RemoteChart>()
  // Releases of several clusters ask for the same chart at the same time.
  const charts = once<RemoteChart>({ whileRunning: true })
  const worldOf = (offline: boolean): RegistryWorld => ({ ...world, registries, answers, offline })
  const gitWorldOf = (offline: boolean): GitWorld => ({ ...world, refs, offline })
  const indexOf = (download: DownloadWorld, source: HelmRepositorySource): Promise<LoadedIndex> => {
    const key = world.digest(JSON.stringify([source, download.offline]))
    return indexes(key, () => loadIndex(download, source))
  }
  const fromRepository = async (
    download: DownloadWorld,
    request: RemoteChartRequest<HelmRepositorySource>,
  ): Promise<RemoteChart> => {
    const loaded = await indexOf(download, request.source)
    return loaded.status === "ok" ? await chartFromIndex(download, request, loaded.index) : loaded
  }
  const find = (request: RemoteChartRequest): Promise<RemoteChart> => {
    const download = worldOf(request.offline)
    const { source } = request
    switch (source.kind) {
      case "repository":
        return fromRepository(download, { ...request, source })
      case "registry":
        return chartFromRegistry(download, { ...request, source })
      case "artifact":
        return chartFromArtifact(download, { ...request, source })
    }
  }
  return {
    find: (given) => {
      const request = world.untrusted ? withoutCredentials(given) : given
      return charts(world.digest(JSON.stringify(request)), () => find(request))
    },
    artifact: (given) => {
      const request = world.untrusted ? withoutCredentials(given) : given
      const { source, offline } = request
      const key = world.digest(JSON.stringify(request))
      if (source.kind === "git")
        return artifacts(key, () => filesFromGit(gitWorldOf(offline), { ...request, source }))
      return source.kind === "bucket"
        ? artifacts(key, () => filesFromBucket(worldOf(offline), { ...request, source }))
        : chartFromArtifact(worldOf(offline), { ...request, source }, maxArtifactBytes)
    },
    mirror: async (url, offline) => {
      const download = worldOf(offline)
      if (url.startsWith("oci:"))
        return mirrorOfRegistry(download, { kind: "registry", url, access: {}, insecure: false })
      const source = { kind: "repository", url, access: {}, passCredentials: false } as const
      return mirrorOfRepository(download, source, await indexOf(download, source))
    },
  }
}

function withoutCredentials<Source extends AnySource>(
  request: RemoteChartRequest<Source>,
): RemoteChartRequest<Source> {
  const { authorities, ...given } = request.source.access
  if (Object.keys(given).length === 0) return request
  const access = {
    ...(authorities === undefined ? {} : { authorities }),
    missing: given.missing ?? "--untrusted sends no credentials",
  }
  return { ...request, source: { ...request.source, access } }
}
