import {
  baseOf,
  folderOf,
  isInside,
  joinPath,
  type KustomizationBuild,
  type KustomizationFile,
  listAt,
  type Workspace,
} from "#rule"

/** What the build of a Flux Kustomization reads, found without building: so also where the build itself fails. */
export interface Closure {
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
  const { content } = build
  if (content.status !== "here" || content.folder === undefined) return undefined
  const folder = joinPath(content.folder, build.path)
  if (folder === undefined) return undefined
  const paths = content.files ?? workspace.files.map(({ source }) => source.path)
  const owners = kustomizationFolders(paths)
  const generated = !owners.has(folder)
  const { picked, folders } = generated
    ? pickFiles(folder, paths, owners)
    : { picked: [], folders: [folder] }
  const components = specComponents(build, folder).map((component) => component.folder)
  const kustomizationFiles = reach([...folders, ...components], workspace.kustomizationFiles)
  const named = kustomizationFiles.flatMap(({ path, entries }) => [
    path,
    ...entries.flatMap(({ kind, target }) =>
      kind === "file" && target !== undefined ? [target] : [],
    ),
  ])
  return {
    folder,
    generated,
    picked,
    pickedFolders: generated ? folders : [],
    kustomizationFiles,
    files: new Set([...picked, ...named]),
  }
}

/** The folders that `spec.components` of the Flux Kustomization names. */
export function specComponents(
  { kustomization }: KustomizationBuild,
  folder: string,
): readonly { readonly folder: string; readonly index: number; readonly text: string }[] {
  return listAt(kustomization.manifest, ["spec", "components"]).flatMap((text, index) => {
    const target = typeof text === "string" ? joinPath(folder, text) : undefined
    return typeof text !== "string" || target === undefined ? [] : [{ folder: target, index, text }]
  })
}

function kustomizationFolders(paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].filter((path) => fileNames.has(baseOf(path))).map(folderOf))
}

/** What Flux's generator finds: a folder with a kustomization file of its own is taken whole, not descended into. */
function pickFiles(
  folder: string,
  paths: Iterable<string>,
  owners: ReadonlySet<string>,
): { readonly picked: readonly string[]; readonly folders: readonly string[] } {
  const picked: string[] = []
  const folders = new Set<string>()
  for (const path of paths) {
    if (!isInside(path, folder)) continue
    const owner = outermostOwner(path, folder, owners)
    if (owner !== undefined) folders.add(owner)
    else if (/\.ya?ml$/u.test(path)) picked.push(path)
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

/** The kustomization files of `folders` and of all folders that they lead to. */
function reach(
  folders: readonly string[],
  all: readonly KustomizationFile[],
): readonly KustomizationFile[] {
  const byFolder = groupByFolder(all)
  const found: KustomizationFile[] = []
  const visited = new Set(folders)
  // The set grows while it is walked.
  for (const folder of visited) {
    for (const file of byFolder.get(folder) ?? []) {
      found.push(file)
      for (const { kind, target } of file.entries) {
        if (kind === "folder" && target !== undefined) visited.add(target)
      }
    }
  }
  return found
}

/** Kustomization files by folder; a folder with several has them all. */
export function groupByFolder(
  files: readonly KustomizationFile[],
): ReadonlyMap<string, readonly KustomizationFile[]> {
  const groups = new Map<string, KustomizationFile[]>()
  for (const file of files) {
    const group = groups.get(file.folder)
    if (group) group.push(file)
    else groups.set(file.folder, [file])
  }
  return groups
}
