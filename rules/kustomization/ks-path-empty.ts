import {
  type ClusterRule,
  defineClusterRule,
  describe,
  folderName,
  type KustomizationBuild,
  listAt,
  valueAt,
} from "#rule"
import { artifactPaths, repositoryFolder } from "../kustomize/artifact-paths.ts"

export const ksPathEmpty: ClusterRule = defineClusterRule({
  id: "ks-path-empty",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization with `prune: true` builds no object at all.",
  why: "Flux calls an empty build a success: it reports Ready and deletes everything that the Kustomization has applied before.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#prune"],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds.filter(isPrunedEmpty)) {
      const { kustomization, path } = build
      const folder = repositoryFolder(artifactPaths(build) ?? new Map(), path)
      const file = workspace.kustomizationFiles.find((candidate) => candidate.folder === folder)
      yield {
        at: kustomization.at(["spec", "path"]),
        message: `${describe(kustomization.id)} builds no object from ${folderName(path)}, and prunes what it has applied before.`,
        // Whoever wrote an empty list knows that it is empty.
        ...(file ? { severity: "warning" } : {}),
        help: "Correct `spec.path`, add the manifests, or set `prune: false` while there are none.",
        related: file
          ? [
              {
                at: { document: file.document, path: ["resources"], part: "entry" },
                message: "this is all that is built",
              },
            ]
          : [],
      }
    }
  },
})

/** A build with a reason has left out what lies outside this checkout; one that nobody has written is a guess. */
function isPrunedEmpty(build: KustomizationBuild): boolean {
  const { kustomization, content, status, objects, reason } = build
  const { manifest, origin } = kustomization
  const isComplete = content.status === "here" && !content.partial && reason === undefined
  return (
    status === "built" &&
    isComplete &&
    objects.length === 0 &&
    origin.via !== "implied" &&
    !isGate(build) &&
    valueAt(manifest, ["spec", "prune"]) === true &&
    valueAt(manifest, ["spec", "suspend"]) !== true
  )
}

/** One that only checks the health of others' objects, so that `dependsOn` can wait for them, is empty on purpose. */
function isGate({ kustomization }: KustomizationBuild): boolean {
  return listAt(kustomization.manifest, ["spec", "healthChecks"]).length > 0
}
