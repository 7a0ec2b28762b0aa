import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  formatFieldPath,
  groupOf,
  type Problem,
  type Resource,
  valueAt,
  versionOf,
  type Workspace,
} from "#rule"
import { migrateReference } from "./migration.ts"
import { type NestedVersion, nestedVersions } from "./nested-versions.ts"
import { removedFieldsIn } from "./removed-fields.ts"
import { type RunningFlux, runningFlux } from "./running-flux.ts"
import { newestServed, versionsOf } from "./served-versions.ts"

export const nestedApiVersionRemoved: ClusterRule = defineClusterRule({
  id: "nested-api-version-removed",
  category: "api",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A Flux object names another in an `apiVersion` that the cluster's Flux does not serve.",
  why: "The controller of Flux looks the other object up in that version and never finds it: health checks time out, webhooks reach nothing, dependencies stay unready.",
  docs: ["https://fluxcd.io/flux/releases/"],
  since: "0.1.0",
  fixable: "safe",

  *check({ cluster, workspace }) {
    const { minor, isGuess } = runningFlux(cluster)
    if (minor === undefined) return
    for (const { resource, nested } of nestedIn(cluster)) {
      const problem = judge(resource, nested, { minor, isGuess, workspace })
      if (problem) yield isGuess ? { ...problem, severity: "warning" } : problem
    }
  },
})

function nestedIn(
  cluster: Cluster,
): readonly { readonly resource: Resource; readonly nested: NestedVersion }[] {
  return cluster.resources
    .filter(({ origin }) => origin.via !== "helm" && origin.via !== "implied")
    .flatMap((resource) => nestedVersions(resource).map((nested) => ({ resource, nested })))
}

function judge(
  resource: Resource,
  { path, apiVersion, kind }: NestedVersion,
  {
    minor,
    isGuess,
    workspace,
  }: RunningFlux & { readonly minor: number; readonly workspace: Workspace },
): Problem | undefined {
  const group = groupOf(apiVersion)
  const version = versionOf(apiVersion)
  const versions = versionsOf({ group, kind })
  const newest = versions && newestServed(versions, minor)
  if (!versions || newest === undefined || !/^v\d+(?:(?:alpha|beta)\d+)?$/u.test(version))
    return undefined
  const known = versions.find((one) => one.version === version)
  if (known && known.first <= minor && minor <= known.last) return undefined
  const at = resource.at(path)
  const named = valueAt(resource.manifest, path.slice(0, -1)) ?? null
  const isPure = removedFieldsIn({ kind, manifest: named }, newest).length === 0
  const change = { apiVersion, kind, version: newest }
  const fix = isPure
    ? migrateReference(at, change, { workspace, isGuess, works: false })
    : undefined
  return {
    at,
    message: `${describe(resource.id)} names a ${kind} in \`${version}\` (\`${formatFieldPath(path)}\`), which Flux 2.${minor} does not serve.`,
    help: `Write \`apiVersion: ${group}/${newest}\`.`,
    ...(fix && { fix }),
  }
}
