import { baseOf, clampInside, folderOf, foldersOf, isInside } from "../load/folders.ts"
import {
  isKind,
  type KustomizationFile,
  kinds,
  type ParsedFile,
  type WorkspaceOptions,
} from "../model/index.ts"
import { byFolder, filesReached, type KustomizationFilesByFolder } from "../parse/closure.ts"
import { isObject, type JsonObject, stringAt } from "../yaml/index.ts"
import {
  type ClusterRoot,
  clusterName,
  dormantPath,
  type RootObject,
  withUniqueNames,
} from "./cluster-root.ts"
import { fluxVersionIn } from "./flux-version.ts"
import { impliedSync, type Sync, syncOf } from "./implied-sync.ts"
import type { WrittenIndex, WrittenObject } from "./written-objects.ts"

/** What discovery looks at. */
export interface Repository {
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly files: readonly ParsedFile[]
  readonly written: WrittenIndex
  /** Every path of the checked root, YAML or not. */
  readonly paths: readonly string[]
}

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
    ({ source }) => baseOf(source.path) === "gotk-sync.yaml" && !dormantPath.test(source.path),
  )
  return syncFiles.flatMap((file) => {
    const objects = repository.written.all.filter(({ document }) => document.file === file.source)
    const kustomization = objects.find(({ id }) => isKind(id, kinds.Kustomization))
    const folder = folderOf(folderOf(file.source.path))
    if (!kustomization) return emptySyncRoot(repository, file, folder)
    const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "")
    return [
      {
        name: clusterName(folder),
        path: folder,
        sourceFolder: sourceFolderOf(folder, path, folders),
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

function ancestorsOf(folder: string): readonly string[] {
  const ancestors: string[] = []
  for (let current = folder; current !== ""; current = folderOf(current)) ancestors.push(current)
  return ancestors
}

/**
 * A Kustomization that applies its own definition, and that of its source: a cluster that was bootstrapped by hand. A path
 * with variables (`clusters/${ENVIRONMENT}/${CLUSTER}`) stands for every folder that it fits and that applies it.
 */
function selfManagedRoots(
  repository: Repository,
  folders: ReadonlySet<string>,
): readonly ClusterRoot[] {
  const index = byFolder(repository.kustomizationFiles)
  return repository.written.all.flatMap((object) => {
    const { id, document, manifest } = object
    if (!isKind(id, kinds.Kustomization) || baseOf(document.file.path) === "gotk-sync.yaml")
      return []
    const path = clampInside(stringAt(manifest, ["spec", "path"]) ?? "")
    const fitting = [...folders].filter((folder) => folder !== "" && fits(path, folder))
    const applying = fitting
      .map((folder) => ({ folder, reached: filesReached(folder, repository.paths, index) }))
      .filter(({ reached }) => reached.has(document.file.path))
    return applying
      .filter(
        ({ folder }) =>
          !applying.some(
            (other) => other.folder !== folder && leadsTo(other.reached, folder, index),
          ),
      )
      .flatMap(({ folder, reached }) => selfManagedRoot(repository, object, folder, reached))
  })
}

/** Whether a folder is what a path becomes for some value of each variable. */
function fits(path: string, folder: string): boolean {
  if (!path.includes("${")) return path === folder
  const steps = folder.split("/")
  const pattern = path.split("/")
  return (
    pattern.length === steps.length &&
    pattern.every((step, index) => step.includes("${") || step === steps[index])
  )
}

function leadsTo(
  reached: ReadonlySet<string>,
  folder: string,
  index: KustomizationFilesByFolder,
): boolean {
  const file = index.get(folder)
  return file !== undefined && reached.has(file.path)
}

function selfManagedRoot(
  repository: Repository,
  object: WrittenObject,
  folder: string,
  reached: ReadonlySet<string>,
): readonly ClusterRoot[] {
  const source = stringAt(object.manifest, ["spec", "sourceRef", "name"])
  const sources = repository.written.all.filter(
    ({ id, document }) =>
      id.group === kinds.GitRepository.group &&
      id.name === source &&
      reached.has(document.file.path),
  )
  if (sources.length === 0) return []
  const spec = isObject(object.manifest.spec) ? object.manifest.spec : {}
  const root: WrittenObject = {
    ...object,
    manifest: { ...object.manifest, spec: { ...spec, path: folder } },
  }
  return [
    {
      name: clusterName(folder),
      path: folder,
      sourceFolder: "",
      objects: [root, ...sources].map((written) => ({ written })),
      assumesSource: false,
      ...versionIn(repository.files.filter(({ source: file }) => reached.has(file.path))),
    },
  ]
}

/** Every FluxInstance, written as such or as values of the `flux-instance` chart. */
function instanceRoots(
  repository: Repository,
  folders: ReadonlySet<string>,
): readonly ClusterRoot[] {
  return repository.written.all.flatMap((object) => {
    const spec = instanceSpecOf(object)
    const sync = spec && syncOf(spec.manifest, object.id.namespace)
    if (!spec || !sync) return []
    const file = object.document.file.path
    const sourceFolder = instanceFolder(file, sync.path, folders)
    if (sourceFolder === undefined) return []
    const path = [sourceFolder, sync.path].filter((part) => part !== "").join("/")
    const place = {
      document: object.document,
      path: spec.path,
      by: `${object.id.kind} ${object.id.name}`,
    }
    const version = stringAt(spec.manifest, ["distribution", "version"])
    const objects: readonly RootObject[] = impliedSync(sync).map((manifest) => ({
      manifest,
      ...place,
    }))
    return [
      {
        name: clusterName(path),
        path,
        sourceFolder,
        objects,
        assumesSource: false,
        ...(version === undefined
          ? versionNear(repository, path)
          : { fluxVersion: { text: version, from: file } }),
      },
    ]
  })
}

function instanceSpecOf(
  object: WrittenObject,
): { readonly manifest: JsonObject; readonly path: readonly (string | number)[] } | undefined {
  const at = (path: readonly string[]): ReturnType<typeof instanceSpecOf> => {
    let value: unknown = object.manifest
    for (const step of path)
      value = isObject(value as JsonObject) ? (value as JsonObject)[step] : undefined
    return isObject(value as JsonObject)
      ? { manifest: value as JsonObject, path: [...object.path, ...path] }
      : undefined
  }
  if (isKind(object.id, kinds.FluxInstance)) return at(["spec"])
  if (isKind(object.id, kinds.HelmRelease) && usesInstanceChart(object))
    return at(["spec", "values", "instance"])
  return undefined
}

function usesInstanceChart({ manifest }: WrittenObject): boolean {
  return [
    ["spec", "chartRef", "name"],
    ["spec", "chart", "spec", "chart"],
  ].some((path) => stringAt(manifest, path) === "flux-instance")
}

/** Where the synced path exists: from the checked root, or from a folder that holds the FluxInstance. */
function instanceFolder(
  file: string,
  path: string,
  folders: ReadonlySet<string>,
): string | undefined {
  if (folders.has(path)) return ""
  return ancestorsOf(folderOf(file)).find((ancestor) => folders.has(`${ancestor}/${path}`))
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

function versionNear(repository: Repository, folder: string): Pick<ClusterRoot, "fluxVersion"> {
  return versionIn(repository.files.filter(({ source }) => isInside(source.path, folder)))
}

function versionIn(files: readonly ParsedFile[]): Pick<ClusterRoot, "fluxVersion"> {
  const version = fluxVersionIn(files)
  return version ? { fluxVersion: version } : {}
}
