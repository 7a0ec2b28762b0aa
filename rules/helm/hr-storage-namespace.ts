import { type ClusterRule, defineClusterRule, describe, isWritten, kinds, stringAt } from "#rule"

const field = ["spec", "targetNamespace"]

export const hrStorageNamespace: ClusterRule = defineClusterRule({
  id: "hr-storage-namespace",
  category: "helm",
  scope: "cluster",
  severity: "info",
  presets: ["strict"],
  summary: "Helm's records of a release are in another namespace than its objects.",
  why: "Flux keeps Helm's records in `spec.storageNamespace`, by default the HelmRelease's own namespace, whatever `spec.targetNamespace` says: `helm list` in the namespace of the objects does not show the release.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#storage-namespace"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const release of cluster.all(kinds.HelmRelease)) {
      const { id, manifest } = release
      if (!isWritten(release) || release.uncertain || id.namespace === undefined) continue
      const target = stringAt(manifest, field)
      const storage = stringAt(manifest, ["spec", "storageNamespace"]) ?? id.namespace
      if (target === undefined || target === storage) continue
      yield {
        at: release.at(field),
        message: `${describe(id)} installs into \`${target}\`, and Helm's records of it are in \`${storage}\`.`,
        help: `Call Helm with \`-n ${storage}\`. A release that is not installed yet may have \`storageNamespace: ${target}\`; one that is gets uninstalled and installed anew by that.`,
      }
    }
  },
})
