import {
  defineFileRule,
  describe,
  type FileRule,
  type Fix,
  fluxMinor,
  formatFieldPath,
  groupBy,
  isKind,
  kinds,
  type Resource,
  valueAt,
  type WrittenResource,
  writtenResources,
} from "#rule"

const field = ["spec", "rollback", "recreate"]

/** A patch sets the field of all releases that it selects: there is one line to edit. */
function placeOf({ resource }: WrittenResource): string {
  const { document, path } = resource.at(field)
  return `${document.file.path}\n${document.range.start.line}\n${formatFieldPath(path)}`
}

function andOthers(count: number): string {
  if (count === 0) return " sets"
  return count === 1 ? " and another one get" : ` and ${count} others get`
}

function removeFix(release: Resource): Fix {
  return {
    title: "Remove `recreate`",
    applicability: "safe",
    changes: [{ op: "remove", at: release.at(field, "entry") }],
  }
}

export const hrRecreateNoop: FileRule = defineFileRule({
  id: "hr-recreate-noop",
  category: "helm",
  scope: "file",
  severity: "warning",
  presets: ["recommended"],
  summary:
    "A HelmRelease asks for Pods to be made anew after a rollback, which Flux does no longer.",
  why: "Since 2.8 Flux ignores `rollback.recreate`: Helm 4 has no such option. Pods whose template is the same after the rollback keep running.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#rollback-configuration"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    const releases = [...writtenResources(workspace)].filter(
      ({ resource, target }) =>
        isKind(resource.id, kinds.HelmRelease) &&
        fluxMinor(target) >= 8 &&
        valueAt(resource.manifest, field) === true,
    )
    for (const [first, ...others] of groupBy(releases, placeOf).values()) {
      if (!first) continue
      const { resource, severity } = first
      const names = new Set([first, ...others].map((one) => describe(one.resource.id)))
      yield {
        at: resource.at(field),
        message: `${describe(resource.id)}${andOthers(names.size - 1)} \`rollback.recreate\`, which has no effect since Flux 2.8.`,
        help: "Remove `recreate`; `kubectl rollout restart` makes Pods anew.",
        fix: removeFix(resource),
        ...(severity && { severity }),
      }
    }
  },
})
