import {
  baseOf,
  defineFileRule,
  describe,
  documentStart,
  type FileRule,
  isObject,
  isSetAside,
  type LogicalLocation,
  type Problem,
  type Resource,
  valueAt,
  type Workspace,
} from "#rule"

export const flux1Object: FileRule = defineFileRule({
  id: "flux1-object",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "Something is written for Flux 1, which Flux 2 does not read.",
  why: "Flux 2 has no `helm.fluxcd.io`: the dry run fails with `no matches for kind`, and nothing of the Kustomization is applied. Annotations and `.flux.yaml` of Flux 1 have no effect.",
  docs: ["https://fluxcd.io/flux/migration/"],
  since: "0.1.0",

  *check({ workspace }) {
    const reported = new Set<string>()
    for (const problem of problemsIn(workspace)) {
      const { document, path } = problem.at
      const key = JSON.stringify([document.file.path, document.index, path])
      if (!reported.has(key)) yield problem
      reported.add(key)
    }
  },
})

function* problemsIn({ clusters, unreached, files }: Workspace): Iterable<Problem> {
  for (const resource of clusters.flatMap(({ resources }) => resources)) {
    if (resource.origin.via !== "helm") yield* problemsOf(resource)
  }
  for (const resource of unreached) {
    if (!("document" in resource.origin) || isSetAside(resource.origin.document.file.path)) continue
    for (const problem of problemsOf(resource)) yield { ...problem, severity: "warning" }
  }
  for (const { source, documents } of files) {
    const [document] = documents
    if (baseOf(source.path) === ".flux.yaml" && document) yield ofFile(documentStart(document))
  }
}

function ofFile(at: LogicalLocation): Problem {
  return {
    at,
    message: "`.flux.yaml` tells Flux 1 how to make manifests; Flux 2 does not read it.",
    help: "Write a `kustomization.yaml` instead, and remove the file.",
    severity: "warning",
  }
}

const groups: ReadonlySet<string> = new Set(["helm.fluxcd.io", "flux.weave.works"])

function* problemsOf(resource: Resource): Iterable<Problem> {
  const { id, apiVersion, manifest } = resource
  if (groups.has(id.group)) {
    yield {
      at: resource.at(["apiVersion"]),
      message: `${describe(id)} is written in \`${apiVersion}\`, which is Flux 1.`,
      help: "Write a HelmRelease in `helm.toolkit.fluxcd.io/v2`, and a source for its chart.",
    }
  }
  const annotations = valueAt(manifest, ["metadata", "annotations"])
  const keys = isObject(annotations) ? Object.keys(annotations) : []
  for (const key of keys.filter((name) => /^(?:fluxcd\.io|flux\.weave\.works)\//u.test(name))) {
    yield {
      at: resource.at(["metadata", "annotations", key], "key"),
      message: `${describe(id)} has the annotation \`${key}\`, which is for Flux 1.`,
      help: "Remove it; Flux 2 updates images with ImagePolicies and ImageUpdateAutomations.",
      severity: "warning",
    }
  }
}
