import { type LoadedIndex, readArchive } from "./helm-repository.ts"
import { chartFromRegistry, chartTags } from "./registry-chart.ts"
import type { RegistryWorld } from "./registry-content.ts"
import type { HelmRegistrySource, HelmRepositorySource, RemoteMirror } from "./remote-sources.ts"

type Unavailable = { readonly status: "unavailable"; readonly reason: string }

/** A repository with an index as a mirror. */
export function mirrorOfRepository(
  world: RegistryWorld,
  source: HelmRepositorySource,
  loaded: LoadedIndex,
): RemoteMirror | Unavailable {
  if (loaded.status !== "ok") return loaded
  return {
    status: "ok",
    entries: async (chart) => {
      const entries = loaded.index.entries(chart)
      return "error" in entries ? [] : entries
    },
    read: (_chart, entry) => readArchive(world, source, entry),
  }
}

/** A registry as a mirror: `oci://host/path` has a repository for each chart. */
export function mirrorOfRegistry(world: RegistryWorld, source: HelmRegistrySource): RemoteMirror {
  return {
    status: "ok",
    entries: async (chart) => {
      const tags = await chartTags(world, source, chart)
      return tags.map((version) => ({ version, url: `${chart}:${version}` }))
    },
    read: (chart, { version }) =>
      chartFromRegistry(world, {
        ...{ source, chart, version, name: "the mirror", offline: world.offline },
      }),
  }
}
