import {
  baseOf,
  type ClusterRule,
  defineClusterRule,
  describe,
  folderOf,
  type KustomizationBuild,
  nearestName,
  type Resource,
  type ResourceId,
  stringAt,
  valueAt,
} from "#rule"
import { artifactFolders, artifactPaths } from "../kustomize/artifact-paths.ts"
import { linkOnTheWay, pathInRepository } from "../kustomize/links.ts"

export const ksPathMissing: ClusterRule = defineClusterRule({
  id: "ks-path-missing",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization's `path` does not exist in its source.",
  why: "Flux reports ArtifactFailed with `kustomization path not found` and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#path"],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds) {
      const isFile = build.status === "failed" && (artifactPaths(build)?.has(build.path) ?? false)
      if (build.failure?.step !== "path" && !isFile) continue
      if (linkOnTheWay(workspace, pathInRepository(build)) !== undefined) continue
      const { kustomization, path } = build
      const name = describe(kustomization.id)
      const nearest = isFile ? folderOf(path) : nearestFolder(build)
      yield {
        at: kustomization.at(["spec", "path"]),
        message: isFile
          ? `${name} builds \`${path}\`, which is a file and no folder.`
          : `${name} builds \`${path}\`, a folder that ${describe(sourceOf(kustomization))} does not have.`,
        help:
          nearest === undefined
            ? "Correct `spec.path`, or add the folder. It counts from the root of the source."
            : `Set \`spec.path\` to \`./${nearest}\`.`,
        // The revision that is pinned may have the folder.
        ...(isPinned(build) ? { severity: "warning" } : {}),
      }
    }
  },
})

/** The source as the Kustomization names it: an ExternalArtifact, not the ArtifactGenerator that makes it. */
function sourceOf({ id, manifest }: Resource): ResourceId {
  const reference = valueAt(manifest, ["spec", "sourceRef"])
  const namespace = stringAt(reference, ["namespace"]) ?? id.namespace
  return {
    group: "",
    kind: stringAt(reference, ["kind"]) ?? "source",
    name: stringAt(reference, ["name"]) ?? "",
    ...(namespace === undefined ? {} : { namespace }),
  }
}

function isPinned({ content }: KustomizationBuild): boolean {
  if (content.status !== "here" || content.fetched === true) return false
  const ref = valueAt(content.source.manifest, ["spec", "ref"])
  const name = stringAt(ref, ["name"]) ?? ""
  const follows = name === "" || name.startsWith("refs/heads/")
  return (
    !follows || ["tag", "semver", "commit"].some((field) => stringAt(ref, [field]) !== undefined)
  )
}

/** The folder that `path` probably means: one beside it with a near name, or the only one elsewhere with its last steps. */
function nearestFolder(build: KustomizationBuild): string | undefined {
  const folders = [...artifactFolders(artifactPaths(build) ?? new Map())]
  const { path } = build
  const beside = folders.filter((folder) => folder !== "" && folderOf(folder) === folderOf(path))
  const near = nearestName(baseOf(path), beside.map(baseOf))
  if (near !== undefined) return path.slice(0, path.length - baseOf(path).length) + near
  const whole = nearestName(path, folders)
  if (whole !== undefined) return whole
  const moved = folders.filter(
    (folder) => folder !== "" && (folder.endsWith(`/${path}`) || path.endsWith(`/${folder}`)),
  )
  return moved.length === 1 ? moved[0] : undefined
}
