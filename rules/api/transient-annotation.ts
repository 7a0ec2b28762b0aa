import {
  defineFileRule,
  describe,
  type FileRule,
  fluxVersions,
  isObject,
  type Problem,
  type Resource,
  valueAt,
  writtenResources,
} from "#rule"

const fluxGroups: ReadonlySet<string> = new Set(fluxVersions.map(({ group }) => group))
const requests: readonly string[] = ["requestedAt", "forceAt", "resetAt"]

function* leftoversOf(resource: Resource): Iterable<Problem> {
  const { id, manifest } = resource
  for (const request of requests) {
    const path = ["metadata", "annotations", `reconcile.fluxcd.io/${request}`]
    if (valueAt(manifest, path) === undefined) continue
    yield {
      at: resource.at(path, "key"),
      message: `${describe(id)} has the annotation \`reconcile.fluxcd.io/${request}\` in Git, which asks for one reconciliation.`,
      help: "Remove the annotation; `flux reconcile` sets it in the cluster.",
    }
  }
  if (isObject(valueAt(manifest, ["status"]))) {
    yield {
      at: resource.at(["status"], "key"),
      message: `${describe(id)} has a \`status\`, which its controller alone writes.`,
      help: "Remove `status`; it comes from an export of the cluster.",
    }
  }
}

export const transientAnnotation: FileRule = defineFileRule({
  id: "transient-annotation",
  category: "api",
  scope: "file",
  severity: "info",
  presets: ["recommended"],
  summary: "A Flux object in Git has what belongs to the cluster: a request, or a status.",
  why: "Flux drops `status` when it applies the object; an annotation such as `reconcile.fluxcd.io/requestedAt` undoes what `flux reconcile` has set, and triggers the object whenever the file is applied anew.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#triggering-a-reconcile"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const { resource } of writtenResources(workspace)) {
      if (fluxGroups.has(resource.id.group)) yield* leftoversOf(resource)
    }
  },
})
