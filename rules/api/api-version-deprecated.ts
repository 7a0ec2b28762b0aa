import {
  defineFileRule,
  describe,
  type FileRule,
  type FluxVersion,
  type Problem,
  type Resource,
  versionOf,
  type Workspace,
} from "#rule"
import { migrate } from "./migration.ts"
import { adviseOnFields } from "./removed-fields.ts"
import { runningFlux } from "./running-flux.ts"
import { lastMinor, newestServed, versionsOf } from "./served-versions.ts"

export const apiVersionDeprecated: FileRule = defineFileRule({
  id: "api-version-deprecated",
  category: "api",
  scope: "file",
  severity: "warning",
  presets: ["recommended"],
  summary: "A Flux object has an `apiVersion` that a coming Flux does not serve.",
  why: "The cluster still takes the object; after the upgrade that removes the version Flux reports `no matches for kind … in version …` and applies nothing of the Kustomization.",
  docs: ["https://fluxcd.io/flux/cmd/flux_migrate/", "https://fluxcd.io/flux/releases/"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    const reported = new Set<string>()
    for (const cluster of workspace.clusters) {
      const { minor, isGuess } = runningFlux(cluster)
      if (minor === undefined || isGuess) continue
      for (const resource of cluster.resources) {
        const problem = judge(resource, minor, workspace)
        if (!problem) continue
        const { document, path } = problem.at
        const key = JSON.stringify([document.file.path, document.index, path])
        if (!reported.has(key)) yield problem
        reported.add(key)
      }
    }
  },
})

/** How many upgrades ahead a removal is worth knowing of: upstream supports three minors. */
const ahead = 2

function judge(resource: Resource, minor: number, workspace: Workspace): Problem | undefined {
  const { id, apiVersion, origin } = resource
  const versions = versionsOf(id)
  if (!versions || origin.via === "helm" || origin.via === "implied") return undefined
  const known = versions.find(({ version }) => version === versionOf(apiVersion))
  const newest = newestServed(versions, minor)
  if (!known || known.last < minor || known.first > minor || newest === undefined) return undefined
  if (newest === known.version || !isGoing(known, minor)) return undefined
  const advice = [
    `Write \`apiVersion: ${id.group}/${newest}\`.`,
    ...adviseOnFields(resource, newest),
  ]
  const fix = migrate(resource, newest, { workspace, isGuess: false, works: true })
  return {
    at: resource.at(["apiVersion"]),
    message: `${describe(id)} is written in \`${known.version}\`, which ${endOf(known, minor)}.`,
    help: advice.join(" "),
    ...(fix && { fix }),
  }
}

function isGoing({ last, deprecated }: FluxVersion, minor: number): boolean {
  return (deprecated ?? lastMinor + 1) <= minor || (last < lastMinor && last < minor + ahead)
}

function endOf({ last }: FluxVersion, minor: number): string {
  return last < lastMinor ? `Flux 2.${last + 1} removes` : `Flux 2.${minor} calls deprecated`
}
