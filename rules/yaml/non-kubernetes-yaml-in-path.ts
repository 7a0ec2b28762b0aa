import { type ClusterRule, defineClusterRule, describe, folderName } from "#rule"
import { closureOf } from "../kustomize/closure.ts"
import { foreignDocuments } from "../kustomize/foreign-documents.ts"

export const nonKubernetesYamlInPath: ClusterRule = defineClusterRule({
  id: "non-kubernetes-yaml-in-path",
  category: "yaml",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A folder that Flux builds as a whole holds YAML that is no Kubernetes object.",
  why: "Flux takes every YAML file below a path without kustomization.yaml for a manifest: it reports BuildFailed with `failed to decode Kubernetes YAML` and applies nothing.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#generating-a-kustomizationyaml-file",
  ],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.builds) {
      const closure = build.failure?.step === "generate" ? closureOf(workspace, build) : undefined
      if (!closure?.generated) continue
      const folder = folderName(closure.folder)
      for (const { path, at, lack, isNameless } of foreignDocuments(closure, workspace)) {
        yield {
          at,
          message: `\`${path}\` has a document with ${lack}, and ${describe(build.kustomization.id)} builds every YAML file of ${folder}.`,
          help: `${isNameless ? "Give it a `metadata.name`, or add" : "Add"} a \`kustomization.yaml\` to ${folder} that names the manifests, or move the file, or list it in \`.sourceignore\`.`,
          related: [
            {
              at: build.kustomization.at(["spec", "path"]),
              message: "this folder has no kustomization file",
            },
          ],
        }
      }
    }
  },
})
