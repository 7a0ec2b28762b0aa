import { chartFromIndex, type LoadedIndex, loadIndex } from "./helm-repository.ts"
import type { DownloadWorld } from "./remembered.ts"
import type {
  HelmRepositorySource,
  RemoteChart,
  RemoteChartRequest,
  RemoteCharts,
} from "./remote-charts.ts"

/** What is needed to get charts. */
export type RemoteChartsWorld = Omit<DownloadWorld, "offline">

/** Charts from the network; within one run no index is asked for twice. */
export function createRemoteCharts(world: RemoteChartsWorld): RemoteCharts {
  const indexes = new Map<string, Promise<LoadedIndex>>()
  const indexOf = (download: DownloadWorld, source: HelmRepositorySource): Promise<LoadedIndex> => {
    const key = world.digest(JSON.stringify([source, download.offline]))
    const known = indexes.get(key) ?? loadIndex(download, source)
    indexes.set(key, known)
    return known
  }
  const find = async (request: RemoteChartRequest): Promise<RemoteChart> => {
    const download = { ...world, offline: request.offline }
    const loaded = await indexOf(download, request.source)
    return loaded.status === "ok" ? await chartFromIndex(download, request, loaded.index) : loaded
  }
  const asked = new Map<string, Promise<RemoteChart>>()
  return {
    // Releases of several clusters ask for the same chart at the same time; archives are not kept beyond that.
    find: (request) => {
      const key = world.digest(JSON.stringify(request))
      const known = asked.get(key) ?? find(request).finally(() => asked.delete(key))
      asked.set(key, known)
      return known
    },
  }
}
