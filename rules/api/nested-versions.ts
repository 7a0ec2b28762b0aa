import { type FieldPath, isObject, type Kind, listAt, type Resource, stringAt } from "#rule"

/** Another object that a field of a Flux object names by `apiVersion` and `kind`. */
export interface NestedVersion {
  /** The field that holds the `apiVersion`. */
  readonly path: FieldPath
  readonly apiVersion: string
  readonly kind: string
}

/**
 * Lists whose entries a controller looks up, or applies, in just the version that they state. References to sources and
 * the `eventSources` of Alerts state one too, but their controllers go by the kind alone.
 */
const lists: readonly { readonly in: Kind; readonly path: FieldPath }[] = [
  {
    in: { group: "kustomize.toolkit.fluxcd.io", kind: "Kustomization" },
    path: ["spec", "healthChecks"],
  },
  {
    in: { group: "notification.toolkit.fluxcd.io", kind: "Receiver" },
    path: ["spec", "resources"],
  },
  { in: { group: "fluxcd.controlplane.io", kind: "ResourceSet" }, path: ["spec", "dependsOn"] },
  { in: { group: "fluxcd.controlplane.io", kind: "ResourceSet" }, path: ["spec", "resources"] },
]

/** The versions that an object states for others. */
export function nestedVersions({ id, manifest }: Resource): readonly NestedVersion[] {
  return lists
    .filter((list) => list.in.kind === id.kind && list.in.group === id.group)
    .flatMap(({ path }) =>
      listAt(manifest, path).flatMap((entry, index): readonly NestedVersion[] => {
        const apiVersion = stringAt(entry, ["apiVersion"])
        const kind = stringAt(entry, ["kind"])
        if (!isObject(entry) || apiVersion === undefined || kind === undefined) return []
        return [{ path: [...path, index, "apiVersion"], apiVersion, kind }]
      }),
    )
}
