import { baseOf, clampInside, folderOf, foldersOf, isInside } from "../load/folders.ts"
import { isKind, kinds, type ParsedFile, type WorkspaceOptions } from "../model/index.ts"
import { stringAt } from "../yaml/index.ts"
import { type ClusterRoot, clusterName, dormantPath, withUniqueNames } from "./cluster-root.ts"
import { impliedSync, type Sync } from "./implied-sync.ts"
import { instanceRoots } from "./instance-roots.ts"
import { ancestorsOf, type Repository, versionNear } from "./repository.ts"
import { selfManagedRoots } from "./self-managed-roots.ts"

/**
 * The clusters that a repository declares: `flux bootstrap`'s layout, FluxInstances, or what the user has configured
 * (`flux-semantics.md` 9.1, 1 to 3).
 */
export function discoverRoots(
  repository: Repository,
  options: WorkspaceOptions,
): readonly ClusterRoot[] {
  const declared = declaredRoots(repository)
  return options.clusters ? configuredRoots(repository, options.clusters, declared) : declared
}

function declaredRoots(repository: Repository): readonly ClusterRoot[] {
  const folders = foldersOf(repository.paths)
  const roots = [
    ...bootstrapRoots(repository, folders),
    ...instanceRoots(repository, folders),
    ...selfManagedRoots(repository, folders),
  ]
  const byPath = new Map([...roots].reverse().map((root) => [root.path, root]))
  return withUniqueNames([...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)))
}

/** Bootstrap writes `<path>/flux-system/gotk-sync.yaml`, which points at `<path>`; a stripped one may be empty. */
function bootstrapRoots(
  repository: Repository,
  folders: ReadonlySet<string>,
): readonly ClusterRoot[] {
  const syncFiles = repository.files.filter(
    ({ source }) => baseOf(source.path) === "gotk-sync.yaml",
  )
  return syncFiles.flatMap((file) => {
    const objects = repository.written.all.filter(({ document }) => document.file === file.source)
    const kustomization = objects.find(({ id }) => isKind(id, kinds.Kustomization))
    const folder = folderOf(folderOf(file.source.path))
    if (!kustomization) return emptySyncRoot(repository, file, folder)
    const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "")
    const sourceFolder = sourceFolderOf(folder, path, folders)
    const exists = folders.has([sourceFolder, path].filter((part) => part !== "").join("/"))
    // A template of a cluster, not a cluster.
    if (!exists && dormantPath.test(file.source.path)) return []
    return [
      {
        name: clusterName(folder),
        path: folder,
        sourceFolder,
        objects: objects.map((written) => ({ written })),
        assumesSource: !objects.some(({ id }) => id.group === kinds.GitRepository.group),
        ...versionNear(repository, folder),
      },
    ]
  })
}

function emptySyncRoot(
  repository: Repository,
  file: ParsedFile,
  folder: string,
): readonly ClusterRoot[] {
  const document = file.documents[0]
  if (!document) return []
  const sync: Sync = {
    kind: "GitRepository",
    path: folder,
    url: "",
    ref: "",
    name: "flux-system",
    namespace: "flux-system",
  }
  const place = { document, path: [], by: "flux bootstrap" }
  return [
    {
      name: clusterName(folder),
      path: folder,
      sourceFolder: "",
      objects: impliedSync(sync).map((manifest) => ({ manifest, ...place })),
      assumesSource: true,
      ...versionNear(repository, folder),
    },
  ]
}

/**
 * The folder that the artifact stands for: `repos/fleet` when `repos/fleet/clusters/a/flux-system/gotk-sync.yaml` syncs
 * `./clusters/a`, as in a checkout that holds several repositories.
 */
function sourceFolderOf(folder: string, path: string, folders: ReadonlySet<string>): string {
  if (folder === path || path === "") return path === "" ? folder : ""
  if (folder.endsWith(`/${path}`)) return folder.slice(0, -path.length - 1)
  if (folders.has(path)) return ""
  return ancestorsOf(folder).find((ancestor) => folders.has(`${ancestor}/${path}`)) ?? ""
}

function configuredRoots(
  repository: Repository,
  clusters: NonNullable<WorkspaceOptions["clusters"]>,
  declared: readonly ClusterRoot[],
): readonly ClusterRoot[] {
  return Object.entries(clusters).flatMap(([name, { path, substitute }]) => {
    const folder = clampInside(path)
    const base = declared.find((root) => root.path === folder) ?? impliedRoot(repository, folder)
    return base ? [{ ...base, name, ...(substitute ? { substitute } : {}) }] : []
  })
}

/** A folder that is synced by something that the repository does not hold; undefined where it has no YAML. */
export function impliedRoot(repository: Repository, folder: string): ClusterRoot | undefined {
  const inside = repository.files.filter(({ source }) => isInside(source.path, folder))
  const document = inside.find(({ documents }) => documents.length > 0)?.documents[0]
  if (!document) return undefined
  const sync: Sync = {
    kind: "GitRepository",
    path: folder,
    url: "",
    ref: "",
    name: "flux-system",
    namespace: "flux-system",
  }
  return {
    name: clusterName(folder),
    path: folder,
    sourceFolder: "",
    objects: impliedSync(sync).map((manifest) => ({
      manifest,
      document,
      path: [],
      by: "what syncs this folder",
    })),
    assumesSource: true,
    ...versionNear(repository, folder),
  }
}
