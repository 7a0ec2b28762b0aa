import {
  baseOf,
  type ClusterRule,
  defineClusterRule,
  describe,
  folderOf,
  isInside,
  type KustomizationBuild,
  nearestName,
  type Workspace,
} from "#rule"

export const ksPathMissing: ClusterRule = defineClusterRule({
  id: "ks-path-missing",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization's `path` does not exist in its source.",
  why: "Flux reports ArtifactFailed or BuildFailed with `kustomization path not found` and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#path"],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds) {
      const file = fileAt(workspace, build)
      if (build.failure?.step !== "path" && !file) continue
      const { content, kustomization, path } = build
      const source = content.status === "here" ? describe(content.source.id) : "its source"
      const nearest = file ? folderOf(path) : nearestFolder(workspace, build)
      yield {
        at: kustomization.at(["spec", "path"]),
        message: file
          ? `${describe(kustomization.id)} builds \`${path}\`, which is a file and no folder.`
          : `${describe(kustomization.id)} builds \`${path}\`, a folder that ${source} does not have.`,
        help:
          nearest === undefined
            ? "Correct `spec.path`, or add the folder. It counts from the root of the source."
            : `Set \`spec.path\` to \`./${nearest}\`.`,
      }
    }
  },
})

/** A path to a file fails later, when Flux looks for a kustomization file in it. */
function fileAt(workspace: Workspace, { content, path, status }: KustomizationBuild): boolean {
  if (status !== "failed" || content.status !== "here" || content.folder !== "" || path === "")
    return false
  return workspace.file(path) !== undefined
}

/** The folder that `path` probably means: one beside it with a near name, or the only one elsewhere with its last steps. */
function nearestFolder(workspace: Workspace, build: KustomizationBuild): string | undefined {
  const folders = foldersOf(workspace, build)
  const { path } = build
  const beside = folders.filter((folder) => folderOf(folder) === folderOf(path))
  const near = nearestName(baseOf(path), beside.map(baseOf))
  if (near !== undefined) return path.slice(0, path.length - baseOf(path).length) + near
  const whole = nearestName(path, folders)
  if (whole !== undefined) return whole
  const moved = folders.filter(
    (folder) => folder.endsWith(`/${path}`) || path.endsWith(`/${folder}`),
  )
  return moved.length === 1 ? moved[0] : undefined
}

/** The folders of the source, as `spec.path` names them. */
function foldersOf(workspace: Workspace, { content }: KustomizationBuild): readonly string[] {
  const root = content.status === "here" ? content.folder : undefined
  if (root === undefined) return []
  const folders = new Set<string>()
  for (const { source } of workspace.files) {
    if (!isInside(source.path, root)) continue
    for (
      let folder = folderOf(source.path);
      folder !== root && !folders.has(folder);
      folder = folderOf(folder)
    ) {
      folders.add(folder)
    }
  }
  return [...folders].map((folder) => (root === "" ? folder : folder.slice(root.length + 1)))
}
