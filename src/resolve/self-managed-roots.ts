import { baseOf, clampInside } from "../load/folders.ts"
import { isKind, kinds } from "../model/index.ts"
import { byFolder, filesReached, type KustomizationFilesByFolder } from "../parse/closure.ts"
import { isObject, stringAt } from "../yaml/index.ts"
import { type ClusterRoot, clusterName } from "./cluster-root.ts"
import { type Repository, versionIn } from "./repository.ts"
import type { WrittenObject } from "./written-objects.ts"

/**
 * A Kustomization that applies its own definition, and that of its source: a cluster that was bootstrapped by hand. A path
 * with variables (`clusters/${ENVIRONMENT}/${CLUSTER}`) stands for every folder that it fits and that applies it.
 */
export function selfManagedRoots(
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
