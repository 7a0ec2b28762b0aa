import {
  baseOf,
  folderOf,
  groupBy,
  isInside,
  joinPath,
  type KustomizationBuild,
  type KustomizationFile,
  listAt,
  type Workspace,
} from "#rule"
import { type ArtifactPaths, artifactPaths, repositoryFolder } from "./artifact-paths.ts"

/** What the build of a Flux Kustomization reads, found without building: so also where the build itself fails. */
export interface Closure {
  readonly paths: ArtifactPaths
  /** The folder that `spec.path` names, in the checked root. */
  readonly folder: string
  /** The folder has no kustomization file: Flux generates one from all YAML files below it. */
  readonly generated: boolean
  /** The files that the generation picks up. */
  readonly picked: readonly string[]
  /** The folders that it takes whole, since they have a kustomization file. */
  readonly pickedFolders: readonly string[]
  readonly kustomizationFiles: readonly KustomizationFile[]
  /** Every file of the above and all that kustomization files name. */
  readonly files: ReadonlySet<string>
}

const fileNames: ReadonlySet<string> = new Set([
  "kustomization.yaml",
  "kustomization.yml",
  "Kustomization",
])

/** Several rules ask for the same closures, and a build never changes. */
const known = new WeakMap<KustomizationBuild, Closure | undefined>()

/** The closure of a build; undefined where its source is not a folder of the checked root. */
export function closureOf(workspace: Workspace, build: KustomizationBuild): Closure | undefined {
  if (!known.has(build)) known.set(build, findClosure(workspace, build))
  return known.get(build)
}

function findClosure(workspace: Workspace, build: KustomizationBuild): Closure | undefined {
  const paths = artifactPaths(build)
  const folder = paths && repositoryFolder(paths, build.path)
  if (!paths || folder === undefined) return undefined
  const { files: ownFiles, folders: owners } = ownKustomizationFiles(paths)
  const generated = !owners.has(build.path)
  const { picked, folders } = generated
    ? pickFiles(build.path, paths, owners)
    : { picked: [], folders: [folder] }
  const components = specComponents(build, folder).map((component) => component.folder)
  const reached = reach([...folders, ...components], workspace.kustomizationFiles)
  const kustomizationFiles = [...reached].flatMap(([, files]) => files)
  const named = kustomizationFiles.flatMap(({ entries }) =>
    entries.flatMap(({ kind, target }) =>
      kind === "file" && target !== undefined ? [target] : [],
    ),
  )
  // Also a kustomization file that does not parse, and so names nothing.
  const own = ownFiles.filter((path) => reached.has(folderOf(path)))
  return {
    paths,
    folder,
    generated,
    picked,
    pickedFolders: generated ? folders : [],
    kustomizationFiles,
    files: new Set([...picked, ...own, ...named]),
  }
}

/** An entry of a Flux Kustomization's `spec.components`. */
export interface ListedComponent {
  /** Relative to the checked root. */
  readonly folder: string
  readonly index: number
  /** As written. */
  readonly text: string
}

/** The folders that `spec.components` of the Flux Kustomization names. */
export function specComponents(
  { kustomization }: KustomizationBuild,
  folder: string,
): readonly ListedComponent[] {
  return listAt(kustomization.manifest, ["spec", "components"]).flatMap((text, index) => {
    const target = typeof text === "string" ? joinPath(folder, text) : undefined
    return typeof text !== "string" || target === undefined ? [] : [{ folder: target, index, text }]
  })
}

/** The kustomization files of an artifact: their paths in the checked root, and their folders in the artifact. */
interface OwnKustomizationFiles {
  readonly files: readonly string[]
  readonly folders: ReadonlySet<string>
}

/** All builds of one source share its paths. */
const knownFiles = new WeakMap<ArtifactPaths, OwnKustomizationFiles>()

function ownKustomizationFiles(paths: ArtifactPaths): OwnKustomizationFiles {
  const known = knownFiles.get(paths)
  if (known) return known
  const own = [...paths].filter(([path]) => fileNames.has(baseOf(path)))
  const found = {
    files: own.map(([, from]) => from),
    folders: new Set(own.map(([path]) => folderOf(path))),
  }
  knownFiles.set(paths, found)
  return found
}

/** What Flux's generator finds: a folder with a kustomization file of its own is taken whole, not descended into. */
function pickFiles(
  folder: string,
  paths: ArtifactPaths,
  owners: ReadonlySet<string>,
): { readonly picked: readonly string[]; readonly folders: readonly string[] } {
  const picked: string[] = []
  const folders = new Set<string>()
  for (const [path, from] of paths) {
    if (!isInside(path, folder)) continue
    const owner = outermostOwner(path, folder, owners)
    if (owner === undefined) {
      if (/\.ya?ml$/u.test(path)) picked.push(from)
    } else {
      const place = repositoryFolder(paths, owner)
      if (place !== undefined) folders.add(place)
    }
  }
  return { picked: picked.sort(), folders: [...folders].sort() }
}

function outermostOwner(
  path: string,
  root: string,
  owners: ReadonlySet<string>,
): string | undefined {
  let found: string | undefined
  for (let folder = folderOf(path); folder !== root && folder !== ""; folder = folderOf(folder)) {
    if (owners.has(folder)) found = folder
  }
  return found
}

/** `folders` and all folders that they lead to, each with its kustomization files. */
function reach(
  folders: readonly string[],
  all: readonly KustomizationFile[],
): ReadonlyMap<string, readonly KustomizationFile[]> {
  const byFolder = groupByFolder(all)
  const reached = new Map(folders.map((folder) => [folder, byFolder.get(folder) ?? []]))
  // The map grows while it is walked.
  for (const [, files] of reached) {
    for (const { kind, target } of files.flatMap(({ entries }) => entries)) {
      if (kind !== "folder" || target === undefined || reached.has(target)) continue
      reached.set(target, byFolder.get(target) ?? [])
    }
  }
  return reached
}

type FilesByFolder = ReadonlyMap<string, readonly KustomizationFile[]>

const knownGroups = new WeakMap<readonly KustomizationFile[], FilesByFolder>()

/** Kustomization files by folder; a folder with several has them all. */
export function groupByFolder(files: readonly KustomizationFile[]): FilesByFolder {
  const known = knownGroups.get(files) ?? groupBy(files, ({ folder }) => folder)
  knownGroups.set(files, known)
  return known
}
