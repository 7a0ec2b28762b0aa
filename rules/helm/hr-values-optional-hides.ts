import { type ClusterRule, defineClusterRule, describe, formatFieldPath } from "#rule"

export const hrValuesOptionalHides: ClusterRule = defineClusterRule({
  id: "hr-values-optional-hides",
  category: "helm",
  scope: "cluster",
  severity: "info",
  presets: ["recommended"],
  summary: "An optional entry of `valuesFrom` names an object that nothing defines.",
  why: "Flux installs the release without these values, and no condition says that they are missing: a misspelt name is never found out.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/#values-references"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const { relation, optional, status, doubt, from, path, target, at } of cluster.graph
      .references) {
      if (relation !== "valuesFrom" || !optional || status !== "missing" || doubt !== undefined)
        continue
      yield {
        at,
        message: `${describe(from.id)} would take values from ${describe(target)}, but nothing defines it, and the entry is optional.`,
        help: `Add the ${target.kind}, correct \`${formatFieldPath(path)}\`, or remove the entry; without \`optional: true\` Flux would say that it is missing.`,
      }
    }
  },
})
