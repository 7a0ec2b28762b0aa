import {
  defineFileRule,
  describe,
  type FileRule,
  type Fix,
  isKind,
  kinds,
  type Problem,
  type Resource,
  stringAt,
  writtenResources,
} from "#rule"

/** The repository, once it is told to be one of OCI. */
function typeFix(repository: Resource): Fix {
  return {
    title: "Set `spec.type` to `oci`",
    applicability: "safe",
    changes: [{ op: "set", at: repository.at(["spec", "type"]), value: "oci" }],
  }
}

/** What is wrong with the pair; the address decides for charts in a registry, since only it can be meant. */
function problemOf(repository: Resource): Problem | undefined {
  const url = stringAt(repository.manifest, ["spec", "url"]) ?? ""
  const type = stringAt(repository.manifest, ["spec", "type"])
  const name = describe(repository.id)
  if (url.startsWith("oci://") && (type === undefined || type === "default")) {
    return {
      at: repository.at(["spec", type === undefined ? "url" : "type"]),
      message: `${name} has the address \`${url}\`, but ${type === undefined ? "no `type`, which means `default`" : "is of type `default`"}: Flux then looks for an \`index.yaml\` over HTTP.`,
      help: "Set `spec.type` to `oci`.",
      fix: typeFix(repository),
    }
  }
  if (type === "oci" && /^https?:\/\//u.test(url)) {
    return {
      at: repository.at(["spec", "url"]),
      message: `${name} is of type \`oci\`, but has the address \`${url}\`.`,
      help: `Write \`${url.replace(/^https?:/u, "oci:")}\` if the charts are in a registry, or remove \`type\` if there is an \`index.yaml\`.`,
    }
  }
  return undefined
}

export const helmrepoTypeUrlMismatch: FileRule = defineFileRule({
  id: "helmrepo-type-url-mismatch",
  category: "sources",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A HelmRepository's address does not go with its `type`.",
  why: "Flux reports Stalled with URLInvalid, `'oci' URL scheme cannot be used with 'default' HelmRepository type`, or `invalid OCI registry URL` on each HelmChart; no release gets its chart.",
  docs: ["https://fluxcd.io/flux/components/source/helmrepositories/#type"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const { resource, severity } of writtenResources(workspace)) {
      const problem = isKind(resource.id, kinds.HelmRepository) ? problemOf(resource) : undefined
      if (problem) yield { ...problem, ...(severity && { severity }) }
    }
  },
})
