import {
  type Cluster,
  type ClusterRule,
  defineClusterRule,
  describe,
  formatFieldPath,
  groupOf,
  type Problem,
  type Resource,
  versionOf,
} from "#rule"
import { type NestedVersion, nestedVersions } from "./nested-versions.ts"
import { runningFlux } from "./running-flux.ts"
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

  *check({ cluster }) {
    const { minor, isGuess } = runningFlux(cluster)
    if (minor === undefined) return
    for (const { resource, nested } of nestedIn(cluster)) {
      const problem = judge(resource, nested, minor)
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
  minor: number,
): Problem | undefined {
  const group = groupOf(apiVersion)
  const version = versionOf(apiVersion)
  const versions = versionsOf({ group, kind })
  const newest = versions && newestServed(versions, minor)
  if (!versions || newest === undefined || !/^v\d+(?:(?:alpha|beta)\d+)?$/u.test(version))
    return undefined
  const known = versions.find((one) => one.version === version)
  if (known && known.first <= minor && minor <= known.last) return undefined
  return {
    at: resource.at(path),
    message: `${describe(resource.id)} names a ${kind} in \`${version}\` (\`${formatFieldPath(path)}\`), which Flux 2.${minor} does not serve.`,
    help: `Write \`apiVersion: ${group}/${newest}\`.`,
  }
}
