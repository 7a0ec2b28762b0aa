import {
  type ClusterRule,
  chartLocation,
  defineClusterRule,
  describe,
  type FieldPath,
  formatFieldPath,
  type LogicalLocation,
  type Problem,
  type ReleaseBuild,
  type Resource,
  type Violation,
  valueAt,
  valueLocation,
  versionOf,
} from "#rule"
import { findInValues } from "./find-in-values.ts"
import { violationInWords } from "./violation-in-words.ts"

export const renderedSchemaViolation: ClusterRule = defineClusterRule({
  id: "rendered-schema-violation",
  category: "api",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A chart renders an object that its schema does not accept.",
  why: "Helm asks the API server for each object in turn, which refuses this one: the HelmRelease fails with InstallFailed or UpgradeFailed. Fields that are not declared are refused or dropped, as the cluster's Helm applies.",
  docs: ["https://fluxcd.io/flux/components/helm/helmreleases/"],
  since: "0.1.0",

  *check({ workspace, cluster }) {
    for (const build of cluster.releases) {
      const rendered = build.objects.flatMap((resource) => {
        const verdict = workspace.verdictOf(resource)
        const violations = verdict.status === "checked" ? verdict.violations : []
        return violations.map((violation): Rendered => ({ resource, violation }))
      })
      for (const alike of groupAlike(rendered)) yield problemOf(build, alike)
    }
  },
})

interface Rendered {
  readonly resource: Resource
  readonly violation: Violation
}

type Alike = readonly [Rendered, ...Rendered[]]

/** One template may make many objects with the same mistake: that is said once. */
function groupAlike(rendered: readonly Rendered[]): readonly Alike[] {
  const groups = new Map<string, [Rendered, ...Rendered[]]>()
  for (const one of rendered) {
    const { resource, violation } = one
    const path = violation.path.filter((step) => typeof step === "string")
    const key = JSON.stringify([resource.id.group, resource.id.kind, path, violation.problem])
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

function problemOf(build: ReleaseBuild, [{ resource, violation }, ...others]: Alike): Problem {
  const { id, apiVersion, manifest, origin } = resource
  const { path, problem } = violation
  const field = formatFieldPath(path)
  const value = valueAt(manifest, path)
  const kind = `${id.kind} ${versionOf(apiVersion)}`
  const words = violationInWords(problem, { field, value, kind, resource })
  const template = origin.via === "helm" ? ` (\`${origin.template}\`)` : ""
  const more = others.length === 0 ? "" : `, and ${others.length} more like it`
  const written = writtenAt(build, path, value)
  return {
    at: written?.at ?? chartLocation(build),
    message: `${describe(build.release.id)} renders ${describe(id)}${template} that ${words}${more}.`,
    help: written
      ? `Correct \`${formatFieldPath(written.path)}\` in the values.`
      : "Correct the value behind it, use another version of the chart, or patch the object with `spec.postRenderers`.",
    rendered: { resource, path },
    ...(problem.kind === "unknown" ? { severity: "warning" as const } : {}),
  }
}

/** The one place in the release's values that has the same value under the same name. */
function writtenAt(
  build: ReleaseBuild,
  path: FieldPath,
  value: ReturnType<typeof valueAt>,
): { readonly at: LogicalLocation; readonly path: FieldPath } | undefined {
  const name = path.findLast((step) => typeof step === "string")
  if (value === undefined || name === undefined || !build.values) return undefined
  const [found, ...others] = findInValues(build.values, name, value)
  const located = found && others.length === 0 ? valueLocation(build, found) : undefined
  return located && found && located.depth === found.length
    ? { at: located.at, path: found }
    : undefined
}
