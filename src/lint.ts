import manifest from "../package.json" with { type: "json" }
import { buildCluster, type ClusterWorld } from "./build/build-cluster.ts"
import type { Host } from "./build/host.ts"
import { loadMirrors } from "./build/load-mirrors.ts"
import { expectedCharts } from "./build/release/expected-charts.ts"
import { shardOrder } from "./build/shard-order.ts"
import type { SourceTree } from "./build/source-tree.ts"
import { workspaceOf } from "./build/workspace.ts"
import { checkWorkspace } from "./check/check-workspace.ts"
import { defaultSettings } from "./check/enabled-rules.ts"
import { type Checked, type FixOptions, type FixOutcome, fixInRounds } from "./fix/fix-rounds.ts"
import { type LoadedFile, loadFiles } from "./load/files.ts"
import { foldersOf } from "./load/folders.ts"
import { overlaidFiles } from "./load/overlaid-files.ts"
import type { CheckSettings, Cluster, Skip, Workspace, WorkspaceOptions } from "./model/index.ts"
import { parseFiles } from "./parse/parse-files.ts"
import { createReport } from "./report/create-report.ts"
import type { Report } from "./report/report.ts"
import type { ClusterRoot } from "./resolve/cluster-root.ts"
import { discoverOrphans } from "./resolve/discover-orphans.ts"
import { discoverRoots } from "./resolve/discover-roots.ts"
import { targetOf } from "./resolve/flux-version.ts"
import { withInstalledFlux } from "./resolve/installed-flux.ts"
import { objectsOutside } from "./resolve/objects-outside.ts"
import type { Repository } from "./resolve/repository.ts"
import { indexWritten } from "./resolve/written-objects.ts"
import type { Rule } from "./rule/define-rule.ts"
import type { FetchSchema } from "./schema/fetched-schemas.ts"
import { judgeWorkspace } from "./schema/judge-workspace.ts"
import { verdictMemory } from "./schema/verdict-memory.ts"

/** A repository to open. */
export interface WorkspaceRequest {
  /** The checked root: an absolute path, or any name for a file system in memory. */
  readonly root: string
  readonly options: WorkspaceOptions
  /** Addresses of the repository itself, normalised; from git. */
  readonly remotes?: readonly string[]
  /** What the caller could not take into account. */
  readonly skipped?: readonly Skip[]
}

/** Loads, parses, finds the clusters, builds all that Flux would apply and judges it by its schemas: load → parse → resolve → build → judge. */
export async function openWorkspace(request: WorkspaceRequest, host: Host): Promise<Workspace> {
  const { workspace, judge } = await open(request, host)
  return await judge(workspace)
}

/** The same without the last step: for who wants to know what Flux would apply, and not what an API server says of it. */
export async function buildWorkspace(request: WorkspaceRequest, host: Host): Promise<Workspace> {
  return (await open(request, host)).workspace
}

/** A workspace that is not judged yet, and what judges it. */
interface Opened {
  readonly workspace: Workspace
  judge(workspace: Workspace): Promise<Workspace>
}

async function open(
  { root, options, remotes = [], skipped = [] }: WorkspaceRequest,
  host: Host,
): Promise<Opened> {
  host.observer?.phase("load")
  const loaded = await loadFiles(host.files, root, options.exclude)
  // Loading the engine takes as long as parsing, on another thread.
  host.engine.start()
  host.observer?.phase("parse")
  const parsed = parseFiles(loaded.files)
  host.observer?.phase("resolve")
  const paths = loaded.files.map(({ path }) => path)
  const { files, kustomizationFiles } = parsed
  const repository: Repository = { files, kustomizationFiles, written: indexWritten(files), paths }
  const roots = clusterRoots(repository, options)
  host.observer?.phase("build")
  const mirrors = await loadMirrors(host, options)
  const byPath = new Map(parsed.files.map((file) => [file.source.path, file]))
  const fetchSchema: FetchSchema | undefined =
    host.fetchSchema && ((url) => host.fetchSchema?.(url, options.offline))
  const shared = {
    engine: host.engine,
    digest: host.digest,
    options,
    written: repository.written,
    kustomizationFiles: parsed.kustomizationFiles,
    mirrors: mirrors.mirrors,
    ...(host.remote && { remote: host.remote }),
    ...(fetchSchema && { fetchSchema }),
    ...(host.division && { division: host.division }),
    fileAt: (path: string) => byPath.get(path),
    files: loaded.files,
    local: await loadLocalSources(host, options),
    remotes: new Set(remotes),
    trees: new Map<string, SourceTree>(),
    folders: foldersOf(paths),
    outside: objectsOutside(repository, roots),
  }
  const builds = buildClusters(shared, roots, host)
  // The first builds come one after another: what they leave idle reads charts meanwhile.
  if (options.render !== "off") host.engine.expect?.(() => expectedCharts(shared))
  const clusters = await builds
  const unread = [...loaded.unread, ...parsed.unread].map(
    ({ path, reason }): Skip => ({ path, what: "reading the file", reason, kind: "incomplete" }),
  )
  const workspace = workspaceOf({
    parsed,
    written: repository.written,
    clusters,
    skipped: [...skipped, ...unread, ...mirrors.skipped],
    links: loaded.links,
    target: targetOf(undefined, options),
  })
  const sources = (): Parameters<typeof judgeWorkspace>[1] => ({
    store: host.schemas,
    locations: options.schemaLocations ?? [],
    memory: verdictMemory(
      { files: loaded.files, options, answers: host.engine.answers?.() },
      host.cache,
      host.digest,
    ),
    fetch: fetchSchema,
    engine: host.engine,
    digest: host.digest,
  })
  return { workspace, judge: (built) => judgeWorkspace(built, sources()) }
}

/** A repository to check, and by which rules. What is left out is as the command line has it without flags. */
export interface LintRequest {
  /** The checked root: an absolute path, or any name for a file system in memory. */
  readonly root: string
  readonly rules: readonly Rule[]
  readonly options?: Partial<WorkspaceOptions>
  readonly settings?: Partial<CheckSettings>
  /** Addresses of the repository itself, normalised; from git. */
  readonly remotes?: readonly string[]
}

/** Opens a repository, checks it, and gives the report: open → check → report. */
export async function lint(request: LintRequest, host: Host): Promise<Report> {
  const { root, rules, options, settings, remotes = [] } = request
  const workspace = await openWorkspace(
    { root, remotes, options: { ...defaultOptions, ...options } },
    host,
  )
  host.observer?.phase("check")
  const result = checkWorkspace(workspace, rules, {
    settings: { ...defaultSettings, ...settings },
    digest: host.digest,
  })
  host.observer?.phase("report")
  const tool = { name: "sluice", version: manifest.version }
  return createReport({ tool, workspace, result, rules })
}

/** How a repository is opened when nobody says otherwise. */
export const defaultOptions: WorkspaceOptions = {
  localSources: {},
  external: [],
  apiVersions: [],
  render: "auto",
  mirrors: [],
  offline: false,
  exclude: [],
}

/** Which fixes to make, and by whose judgement. */
export interface FixRequest
  extends WorkspaceRequest,
    Pick<FixOptions, "applicability" | "within" | "refusal"> {
  readonly rules: readonly Rule[]
  readonly settings: CheckSettings
}

/** Finds fixes in an opened workspace and tries them out: check → fix → open → check, until none is left. Nothing is written. */
export async function fixWorkspace(
  workspace: Workspace,
  request: FixRequest,
  host: Host,
): Promise<FixOutcome> {
  const { root, rules, settings } = request
  const check = (opened: Workspace): Checked => {
    host.observer?.phase("check")
    return {
      workspace: opened,
      result: checkWorkspace(opened, rules, { settings, digest: host.digest }),
    }
  }
  return await fixInRounds(check(workspace), {
    ...request,
    paths: settings.paths,
    check: async (texts) => {
      const files = overlaidFiles(host.files, root, texts)
      return check(await openWorkspace(request, { ...host, files }))
    },
  })
}

async function buildClusters(
  shared: Omit<ClusterWorld, "target" | "onUnit">,
  roots: readonly ClusterRoot[],
  { observer, division, digest }: Host,
): Promise<readonly Cluster[]> {
  const clusters = new Map<ClusterRoot, Cluster>()
  let done = 0
  const order = division ? shardOrder(roots, ({ name }) => name, { ...division, digest }) : roots
  for (const [index, root] of order.entries()) {
    const cluster = { name: root.name, number: index + 1, of: roots.length }
    const onUnit = (what: string): void => observer?.progress({ done: ++done, what, cluster })
    const target = targetOf(root.fluxVersion, shared.options)
    clusters.set(root, await buildCluster({ ...shared, target, onUnit }, root))
  }
  return roots.flatMap((root) => clusters.get(root) ?? [])
}

function clusterRoots(repository: Repository, options: WorkspaceOptions): readonly ClusterRoot[] {
  const declared = discoverRoots(repository, options)
  const roots = declared.length > 0 || options.clusters ? declared : discoverOrphans(repository)
  const { onlyClusters } = options
  const chosen = onlyClusters ? roots.filter(({ name }) => onlyClusters.includes(name)) : roots
  return chosen.map((root) => withInstalledFlux(repository, root))
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
