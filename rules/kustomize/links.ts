import {
  type FileEntry,
  isInside,
  joinPath,
  type KustomizationBuild,
  type KustomizationFile,
  type Workspace,
} from "#rule"

/** The symbolic link that a path is, or leads through; Flux's artifacts have none. */
export function linkOnTheWay(
  { links }: Pick<Workspace, "links">,
  path: string | undefined,
): string | undefined {
  if (path === undefined) return undefined
  const files = ["kustomization.yaml", "kustomization.yml", "Kustomization"]
  return links.find(
    (link) => isInside(path, link) || files.some((file) => link === `${path}/${file}`),
  )
}

/** An entry of a kustomization file, and the link that it leads through. */
export interface LinkedEntry {
  readonly entry: FileEntry
  readonly link: string
}

/** The entries of a kustomization file that a cluster cannot follow, since a symbolic link is on the way. */
export function linkedEntries(
  { entries }: KustomizationFile,
  workspace: Workspace,
): readonly LinkedEntry[] {
  if (workspace.links.length === 0) return []
  return entries.flatMap((entry) => {
    const link = linkOnTheWay(workspace, entry.target)
    return link === undefined ? [] : [{ entry, link }]
  })
}

/** The folder that `spec.path` names, in the checked root; undefined where the source is none of its folders. */
export function pathInRepository({ content, path }: KustomizationBuild): string | undefined {
  if (content.status !== "here" || content.folder === undefined) return undefined
  return joinPath(content.folder, path)
}
