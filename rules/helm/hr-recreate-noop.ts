import {
  defineFileRule,
  describe,
  type FileRule,
  type Fix,
  fluxMinor,
  isKind,
  kinds,
  type Resource,
  valueAt,
  writtenResources,
} from "#rule"

const field = ["spec", "rollback", "recreate"]

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
    for (const { resource, target, severity } of writtenResources(workspace)) {
      if (!isKind(resource.id, kinds.HelmRelease) || fluxMinor(target) < 8) continue
      if (valueAt(resource.manifest, field) !== true) continue
      yield {
        at: resource.at(field),
        message: `${describe(resource.id)} sets \`rollback.recreate\`, which has no effect since Flux 2.8.`,
        help: "Remove `recreate`; `kubectl rollout restart` makes Pods anew.",
        fix: removeFix(resource),
        ...(severity && { severity }),
      }
    }
  },
})
