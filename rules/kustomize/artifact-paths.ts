import { folderOf, isInside, type KustomizationBuild } from "#rule"

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

/** The folder in the checked root that a folder of the artifact comes from: where its files are. */
export function repositoryFolder(paths: ArtifactPaths, folder: string): string | undefined {
  const start = folder === "" ? 0 : folder.length + 1
  for (const [path, from] of paths) {
    if (!isInside(path, folder)) continue
    const rest = path.slice(start)
    if (from === rest) return ""
    if (from.endsWith(`/${rest}`)) return from.slice(0, -rest.length - 1)
  }
  return undefined
}

/** Every folder of the artifact. */
export function artifactFolders(paths: ArtifactPaths): ReadonlySet<string> {
  const folders = new Set<string>([""])
  for (const path of paths.keys()) {
    for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) {
      folders.add(folder)
    }
  }
  return folders
}
