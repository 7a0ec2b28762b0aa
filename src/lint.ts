import { buildCluster, type ClusterWorld } from "./build/build-cluster.ts"
import type { Host } from "./build/host.ts"
import { withInstalledFlux } from "./build/installed-flux.ts"
import { loadMirrors } from "./build/load-mirrors.ts"
import type { SourceTree } from "./build/source-tree.ts"
import { workspaceOf } from "./build/workspace.ts"
import { type LoadedFile, loadFiles } from "./load/files.ts"
import { foldersOf } from "./load/folders.ts"
import type { Cluster, Skip, Target, Workspace, WorkspaceOptions } from "./model/index.ts"
import { parseFiles } from "./parse/parse-files.ts"
import type { ClusterRoot } from "./resolve/cluster-root.ts"
import { discoverOrphans } from "./resolve/discover-orphans.ts"
import { discoverRoots } from "./resolve/discover-roots.ts"
import { targetOf } from "./resolve/flux-version.ts"
import { objectsOutside } from "./resolve/objects-outside.ts"
import type { Repository } from "./resolve/repository.ts"
import { indexWritten } from "./resolve/written-objects.ts"
import { judgeWorkspace } from "./schema/judge-workspace.ts"

/** A repository to open. */
export interface WorkspaceRequest {
  /** The checked root: an absolute path, or any name for a file system in memory. */
  readonly root: string
  readonly options: WorkspaceOptions
  /** Addresses of the repository itself, normalised; from git. */
  readonly remotes?: readonly string[]
}

/** Loads, parses, finds the clusters, builds all that Flux would apply and judges it by its schemas: load → parse → resolve → build → judge. */
export async function openWorkspace(
  { root, options, remotes = [] }: WorkspaceRequest,
  host: Host,
): Promise<Workspace> {
  host.observer?.phase("load")
  const loaded = await loadFiles(host.files, root, options.exclude)
  host.observer?.phase("parse")
  const parsed = parseFiles(loaded.files)
  host.observer?.phase("resolve")
  const paths = loaded.files.map(({ path }) => path)
  const { files, kustomizationFiles } = parsed
  const repository: Repository = { files, kustomizationFiles, written: indexWritten(files), paths }
  const roots = clusterRoots(repository, options)
  host.observer?.phase("build")
  if (roots.length > 0) host.engine.start()
  const mirrors = await loadMirrors(host.files, options.mirrors)
  const byPath = new Map(parsed.files.map((file) => [file.source.path, file]))
  const shared = {
    engine: host.engine,
    digest: host.digest,
    options,
    written: repository.written,
    kustomizationFiles: parsed.kustomizationFiles,
    mirrors: mirrors.mirrors,
    fileAt: (path: string) => byPath.get(path),
    files: loaded.files,
    local: await loadLocalSources(host, options),
    remotes: new Set(remotes),
    trees: new Map<string, SourceTree>(),
    folders: foldersOf(paths),
    outside: objectsOutside(repository, roots),
  }
  const clusters: Cluster[] = []
  for (const clusterRoot of roots) {
    const built = await buildCluster(worldOf(shared, clusterRoot, options, host), clusterRoot)
    clusters.push(withInstalledFlux(built))
  }
  const unread = [...loaded.unread, ...parsed.unread].map(
    ({ path, reason }): Skip => ({ path, what: "reading the file", reason, kind: "incomplete" }),
  )
  const workspace = workspaceOf({
    parsed,
    written: repository.written,
    clusters,
    skipped: [...unread, ...mirrors.skipped],
    links: loaded.links,
    target: targetOf(undefined, options),
  })
  return judgeWorkspace(workspace, {
    store: host.schemas,
    locations: options.schemaLocations ?? [],
  })
}

function clusterRoots(repository: Repository, options: WorkspaceOptions): readonly ClusterRoot[] {
  const declared = discoverRoots(repository, options)
  const roots = declared.length > 0 || options.clusters ? declared : discoverOrphans(repository)
  const { onlyClusters } = options
  return onlyClusters ? roots.filter(({ name }) => onlyClusters.includes(name)) : roots
}

type Shared = Omit<ClusterWorld, "target" | "onUnit">

function worldOf(
  shared: Shared,
  root: ClusterRoot,
  options: WorkspaceOptions,
  host: Host,
): ClusterWorld {
  const target: Target = targetOf(root.fluxVersion, options)
  let done = 0
  const onUnit = (what: string): void => host.observer?.progress(++done, 0, what)
  return { ...shared, target, onUnit }
}

async function loadLocalSources(
  host: Host,
  { localSources }: WorkspaceOptions,
): Promise<ReadonlyMap<string, readonly LoadedFile[]>> {
  const loaded = await Promise.all(
    Object.entries(localSources).map(
      async ([key, folder]) => [key, (await loadFiles(host.files, folder, [])).files] as const,
    ),
  )
  return new Map(loaded)
}
