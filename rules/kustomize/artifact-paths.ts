import type { KustomizationBuild } from "#rule"

/** The files of an artifact, each with the path in the checked root that it comes from. */
export type ArtifactPaths = ReadonlyMap<string, string>

/** The files that a Kustomization's source has; undefined where it is not in this checkout. */
export function artifactPaths({ content }: KustomizationBuild): ArtifactPaths | undefined {
  if (content.status !== "here") return undefined
  const { paths, folder, files } = content
  if (paths) return paths
  if (folder === undefined || !files) return undefined
  const start = folder === "" ? 0 : folder.length + 1
  return new Map([...files].map((path) => [path.slice(start), path]))
}

/** Every folder of an artifact, with the folder in the checked root that it comes from, if its files lie together there. */
type FolderPlaces = ReadonlyMap<string, string | undefined>

/** All builds of one source share its paths. */
const knownPlaces = new WeakMap<ArtifactPaths, FolderPlaces>()

function folderPlaces(paths: ArtifactPaths): FolderPlaces {
  const places = knownPlaces.get(paths) ?? findPlaces(paths)
  knownPlaces.set(paths, places)
  return places
}

function findPlaces(paths: ArtifactPaths): FolderPlaces {
  const places = new Map<string, string | undefined>([["", undefined]])
  for (const [path, from] of paths) {
    for (const folder of foldersAbove(path)) {
      if (places.get(folder) === undefined) places.set(folder, placeOf(folder, path, from))
    }
  }
  return places
}

function foldersAbove(path: string): readonly string[] {
  const folders = [""]
  for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1)) {
    folders.push(path.slice(0, slash))
  }
  return folders
}

function placeOf(folder: string, path: string, from: string): string | undefined {
  const rest = folder === "" ? path : path.slice(folder.length + 1)
  if (from === rest) return ""
  return from.endsWith(`/${rest}`) ? from.slice(0, -rest.length - 1) : undefined
}

/** The folder in the checked root that a folder of the artifact comes from: where its files are. */
export function repositoryFolder(paths: ArtifactPaths, folder: string): string | undefined {
  return folderPlaces(paths).get(folder)
}

/** Every folder of the artifact. */
export function artifactFolders(paths: ArtifactPaths): Iterable<string> {
  return folderPlaces(paths).keys()
}
