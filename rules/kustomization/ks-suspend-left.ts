import {
  type ClusterRule,
  defineClusterRule,
  describe,
  isKind,
  type Kind,
  kinds,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

/** What stands still while the object is suspended. */
const effects: readonly (readonly [Kind, string])[] = [
  [kinds.Kustomization, "Flux applies no change of its manifests"],
  [kinds.HelmRelease, "Flux neither upgrades nor repairs the release"],
  [kinds.GitRepository, "Flux fetches no new commit"],
  [kinds.OCIRepository, "Flux fetches no new artifact"],
  [kinds.Bucket, "Flux fetches no new content"],
  [kinds.HelmRepository, "Flux fetches no new index, so no new chart version is seen"],
  [kinds.HelmChart, "Flux fetches no new chart"],
  [kinds.ImageRepository, "Flux scans for no new tag"],
  [kinds.ImagePolicy, "Flux chooses no new tag"],
  [kinds.ImageUpdateAutomation, "Flux commits no update"],
]

function effectOf({ id, manifest, origin }: Resource): string | undefined {
  if (origin.via === "helm" || valueAt(manifest, ["spec", "suspend"]) !== true) return undefined
  // A repository of type `oci` is only read by others: suspending it changes nothing.
  if (isKind(id, kinds.HelmRepository) && stringAt(manifest, ["spec", "type"]) === "oci")
    return undefined
  return effects.find(([kind]) => isKind(id, kind))?.[1]
}

export const ksSuspendLeft: ClusterRule = defineClusterRule({
  id: "ks-suspend-left",
  category: "kustomization",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "A Flux object is suspended in Git.",
  why: "Flux leaves a suspended object alone until somebody changes the file: its status stays as it was, mostly Ready, and changes in Git are applied nowhere. `flux resume` lasts until the next time the file is applied.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#suspend"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const resource of cluster.resources) {
      const effect = effectOf(resource)
      if (effect === undefined) continue
      yield {
        at: resource.at(["spec", "suspend"]),
        message: `${describe(resource.id)} is suspended: ${effect}.`,
        help: "Remove `suspend`, or remove the object if it is not wanted any more; a halt for an hour is better made with `flux suspend`.",
      }
    }
  },
})
