import {
  type ClusterRule,
  type Document,
  defineClusterRule,
  describe,
  isKind,
  type KustomizationBuild,
  kinds,
  type Resource,
  stringAt,
  valueAt,
} from "#rule"

const maxRelated = 3

/** Whether kustomize-controller stops at an object: a Secret with SOPS' own block, unless it is told to leave it. */
function stops({ id, manifest, origin }: Resource): boolean {
  const switchKey = "kustomize.toolkit.fluxcd.io/decrypt"
  const decrypt = stringAt(manifest, ["metadata", "annotations", switchKey])
  return (
    isKind(id, kinds.Secret) &&
    origin.via === "kustomize" &&
    origin.document.encrypted &&
    decrypt?.toLowerCase() !== "disabled"
  )
}

/** The Secrets of a build that nobody decrypts, one for each document. */
function encryptedIn({ kustomization, objects }: KustomizationBuild): readonly Resource[] {
  // What flux-operator makes may be patched by the FluxInstance.
  if (kustomization.origin.via === "implied") return []
  if (valueAt(kustomization.manifest, ["spec", "decryption"]) !== undefined) return []
  const documents = new Map<Document, Resource>()
  for (const object of objects.filter(stops)) {
    if ("document" in object.origin && !documents.has(object.origin.document))
      documents.set(object.origin.document, object)
  }
  return [...documents.values()]
}

export const sopsNoDecryption: ClusterRule = defineClusterRule({
  id: "sops-no-decryption",
  category: "secrets",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Kustomization applies a Secret that SOPS has encrypted, and has no `decryption`.",
  why: "Flux reports ReconciliationFailed with `… is SOPS encrypted, configuring decryption is required for this secret to be reconciled`, and applies nothing of this Kustomization.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#decryption"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const build of cluster.builds) {
      const [first, ...others] = encryptedIn(build)
      if (!first) continue
      const more = others.length === 0 ? "" : ` and ${others.length} more`
      yield {
        at: build.kustomization.at(["metadata", "name"]),
        message: `${describe(build.kustomization.id)} applies ${describe(first.id)}${more}, which SOPS has encrypted, but has no \`spec.decryption\`.`,
        help: "Add `decryption` with `provider: sops`, and with a `secretRef` if the key is in a Secret. A Kustomization does not inherit it from the one that applies it.",
        related: [first, ...others].slice(0, maxRelated).map((secret) => ({
          at: secret.at(["metadata", "name"]),
          message: `${describe(secret.id)} is encrypted`,
        })),
      }
    }
  },
})
