import {
  defineFileRule,
  describe,
  type FileRule,
  type Fix,
  fluxMinor,
  isKind,
  kinds,
  type Resource,
  stringAt,
  valueAt,
  writtenResources,
} from "#rule"

const install = ["spec", "install"]

/** What was meant; the CRDs are no longer installed then, so somebody has to want it. */
function skipFix(release: Resource): Fix {
  return {
    title: "Set `spec.install.crds` to `Skip`",
    applicability: "unsafe",
    changes: [
      { op: "set", at: release.at([...install, "crds"]), value: "Skip" },
      { op: "remove", at: release.at([...install, "skipCRDs"]) },
    ],
  }
}

export const hrSkipCrdsNoop: FileRule = defineFileRule({
  id: "hr-skip-crds-noop",
  category: "helm",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A HelmRelease sets `install.skipCRDs`, which Flux does not read.",
  why: "Flux installs the chart's CustomResourceDefinitions all the same: only `install.crds` decides, whose default is `Create`.",
  docs: [
    "https://fluxcd.io/flux/components/helm/helmreleases/#controlling-the-lifecycle-of-custom-resource-definitions",
  ],
  since: "0.1.0",
  fixable: "unsafe",

  *check({ workspace }) {
    for (const { resource, target, severity } of writtenResources(workspace)) {
      if (!isKind(resource.id, kinds.HelmRelease) || fluxMinor(target) < 2) continue
      const { manifest, id } = resource
      const policy = stringAt(manifest, [...install, "crds"])
      const field = [...install, "skipCRDs"]
      if (valueAt(manifest, field) !== true || policy === "Skip") continue
      yield {
        at: resource.at(field),
        message: `${describe(id)} sets \`spec.install.skipCRDs\`, but Flux installs the chart's CRDs: \`spec.install.crds\` is \`${policy ?? "Create"}\`.`,
        help: "Set `spec.install.crds` to `Skip`, and remove `skipCRDs`.",
        fix: skipFix(resource),
        ...(severity && { severity }),
      }
    }
  },
})
