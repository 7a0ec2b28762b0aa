import {
  baseOf,
  type ClusterRule,
  defineClusterRule,
  describe,
  documentStart,
  folderOf,
  isInside,
  isRoot,
  type KustomizationBuild,
  type KustomizationFile,
  type Resource,
  resourceKey,
  valueAt,
  type Workspace,
} from "#rule"
import { closureOf } from "../kustomize/closure.ts"

/** What a root applies no more: its own objects, or the controllers beside them. */
function lostFile(workspace: Workspace, build: KustomizationBuild): string | undefined {
  const { kustomization, objects, files } = build
  if (!("document" in kustomization.origin)) return undefined
  const own = kustomization.origin.document.file.path
  // One that somebody applies by hand was never among what it prunes.
  if (baseOf(own) !== "gotk-sync.yaml" && baseOf(folderOf(own)) !== "flux-system") return undefined
  const key = resourceKey(kustomization.id, kustomization.server)
  const appliesItself = objects.some(({ id, server }: Resource) => resourceKey(id, server) === key)
  if (!appliesItself) return own
  const components = `${folderOf(own)}/gotk-components.yaml`
  return workspace.file(components) && !files.includes(components) ? components : undefined
}

/** The kustomization file at a root's path, and the file of Flux below it that it does not lead to. */
function omissionIn(
  workspace: Workspace,
  build: KustomizationBuild,
): { readonly file: KustomizationFile; readonly lost: string } | undefined {
  const { kustomization, status } = build
  if (!isRoot(kustomization) || status !== "built") return undefined
  if (valueAt(kustomization.manifest, ["spec", "prune"]) !== true) return undefined
  const closure = closureOf(workspace, build)
  const file = closure?.kustomizationFiles.find(({ folder }) => folder === closure.folder)
  const lost = closure?.generated ? undefined : lostFile(workspace, build)
  if (!file || lost === undefined || !isInside(lost, file.folder)) return undefined
  return { file, lost }
}

export const fluxSystemNotIncluded: ClusterRule = defineClusterRule({
  id: "flux-system-not-included",
  category: "kustomization",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "The kustomization file at a cluster's path leaves out Flux itself.",
  why: "Flux has applied itself from there before: with `prune: true` it deletes its own objects, controllers included, and nothing in the cluster is reconciled any more.",
  docs: [
    "https://fluxcd.io/flux/installation/bootstrap/",
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#prune",
  ],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds) {
      const omission = omissionIn(workspace, build)
      if (!omission) continue
      const { file, lost } = omission
      const entry = folderOf(lost).slice(file.folder === "" ? 0 : file.folder.length + 1) || lost
      yield {
        at: file.document.has(["resources"])
          ? { document: file.document, path: ["resources"], part: "key" }
          : documentStart(file.document),
        message: `\`${file.path}\` does not lead to \`${lost}\`, so ${describe(build.kustomization.id)} prunes what it has applied from there.`,
        help: `Add \`${entry}\` to \`resources\`.`,
        related: [
          { at: build.kustomization.at(["spec", "path"]), message: "the path is built from here" },
        ],
      }
    }
  },
})
