import {
  defineFileRule,
  describe,
  type FileRule,
  isKind,
  kinds,
  type Resource,
  stringAt,
  valueAt,
  writtenResources,
} from "#rule"

/** What has no effect on a repository of each type; `provider: generic` and `insecure: false` say what holds anyway. */
function ignoredFields({ manifest }: Resource): readonly string[] {
  const isSet = (field: string): boolean => valueAt(manifest, ["spec", field]) !== undefined
  if (stringAt(manifest, ["spec", "type"]) === "oci")
    return ["suspend", "passCredentials"].filter(isSet)
  const provider = stringAt(manifest, ["spec", "provider"]) ?? "generic"
  return [
    ...(provider === "generic" ? [] : ["provider"]),
    ...(valueAt(manifest, ["spec", "insecure"]) === true ? ["insecure"] : []),
  ]
}

export const helmrepoOciIgnoredField: FileRule = defineFileRule({
  id: "helmrepo-oci-ignored-field",
  category: "sources",
  scope: "file",
  severity: "warning",
  presets: ["recommended"],
  summary: "A HelmRepository has a field that its type does not read.",
  why: "Flux does not reconcile a HelmRepository of type `oci` at all: it reads the address and the credentials for each HelmChart and ignores `suspend` and `passCredentials`; `provider` and `insecure` count for that type alone.",
  docs: ["https://fluxcd.io/flux/components/source/helmrepositories/#helm-oci-repository"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const { resource, severity } of writtenResources(workspace)) {
      const url = stringAt(resource.manifest, ["spec", "url"]) ?? ""
      const isOci = stringAt(resource.manifest, ["spec", "type"]) === "oci"
      // Where address and type disagree, the type is what is wrong.
      if (!isKind(resource.id, kinds.HelmRepository) || url.startsWith("oci://") !== isOci) continue
      for (const field of ignoredFields(resource)) {
        yield {
          at: resource.at(["spec", field], "key"),
          message: `${describe(resource.id)} sets \`spec.${field}\`, which has no effect on a repository of type \`${isOci ? "oci" : "default"}\`.`,
          help: `Remove \`${field}\`.`,
          ...(severity && { severity }),
        }
      }
    }
  },
})
