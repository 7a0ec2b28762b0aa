import type { Resource } from "../model/index.ts"
import { stringAt } from "../yaml/json.ts"

/**
 * What a label or an annotation of `kustomize.toolkit.fluxcd.io` says to kustomize-controller; it reads both, in any case
 * (`flux-semantics.md` 5.6).
 */
export function saysToFlux(
  { manifest }: Pick<Resource, "manifest">,
  key: "prune" | "reconcile" | "force" | "ssa",
  value: string,
): boolean {
  return ["labels", "annotations"].some(
    (map) =>
      stringAt(manifest, ["metadata", map, `kustomize.toolkit.fluxcd.io/${key}`])?.toLowerCase() ===
      value.toLowerCase(),
  )
}

/** `helm.sh/resource-policy: keep`: Helm deletes such an object neither by an upgrade nor by an uninstall. */
export function isKeptByHelm({ manifest }: Pick<Resource, "manifest">): boolean {
  const policy = stringAt(manifest, ["metadata", "annotations", "helm.sh/resource-policy"])
  return policy?.trim().toLowerCase() === "keep"
}

/** A hook of Helm: made when an action runs, and no part of the release. */
export function isHook({ manifest }: Pick<Resource, "manifest">): boolean {
  return stringAt(manifest, ["metadata", "annotations", "helm.sh/hook"]) !== undefined
}

/** A definition in the folder `crds/` of a chart: Helm neither deletes it, nor, by itself, changes it. */
export function isChartDefinition({ origin, id }: Pick<Resource, "origin" | "id">): boolean {
  if (origin.via !== "helm" || id.kind !== "CustomResourceDefinition") return false
  return /(?:^|\/)crds\//u.test(origin.template) && !origin.template.includes("/templates/")
}
