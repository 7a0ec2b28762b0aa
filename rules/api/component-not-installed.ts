import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  type Resource,
  stringAt,
} from "#rule"
import { controllerOf, installedComponents } from "./installed-components.ts"

export const componentNotInstalled: ClusterRule = defineClusterRule({
  id: "component-not-installed",
  category: "api",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "An object is for a Flux controller that the cluster does not install.",
  why: "Its CustomResourceDefinition comes with the controller: the dry run fails with `no matches for kind`, and Flux applies nothing of the Kustomization.",
  docs: [
    "https://fluxcd.io/flux/installation/configuration/optional-components/",
    "https://fluxcd.control-plane.io/operator/fluxinstance/#components-configuration",
  ],
  since: "0.1.0",

  *check({ cluster }) {
    const installed = installedComponents(cluster)
    if (!installed) return
    const defined = definedKinds(cluster)
    for (const resource of cluster.resources) {
      const { id, server, origin } = resource
      const controller = controllerOf(id)
      if (controller === undefined || installed.names.has(controller)) continue
      if (server !== "" || origin.via === "helm" || defined.has(`${id.group}/${id.kind}`)) continue
      yield {
        at: resource.at(["kind"]),
        message: `${describe(id)} needs \`${controller}\`, which ${installerInWords(installed.by)} does not install.`,
        help:
          installed.by.id.kind === "FluxInstance"
            ? `Add \`${controller}\` to \`spec.components\` of ${describe(installed.by.id)}.`
            : `Install it: \`flux bootstrap\` with \`--components-extra=${controller}\`.`,
        related: [{ at: installed.by.at(["kind"]), message: "what installs Flux" }],
      }
    }
  },
})

function installerInWords({ id, origin }: Resource): string {
  const isFile = id.kind === "Deployment" && "document" in origin
  return isFile ? `\`${origin.document.file.path}\`` : describe(id)
}

/** Kinds whose definitions the repository brings by itself. */
function definedKinds({ resources }: Cluster): ReadonlySet<string> {
  const definitions = resources.filter(({ id }) => id.kind === "CustomResourceDefinition")
  return new Set(
    definitions.map(({ manifest }) => {
      const group = stringAt(manifest, ["spec", "group"]) ?? ""
      return `${group}/${stringAt(manifest, ["spec", "names", "kind"]) ?? ""}`
    }),
  )
}
