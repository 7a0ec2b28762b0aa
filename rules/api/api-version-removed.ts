import {
  type Document,
  defineFileRule,
  describe,
  type FieldPath,
  type FileRule,
  type FluxVersion,
  isSetAside,
  type Problem,
  type Resource,
  type ResourceId,
  type Severity,
  stringAt,
  valueAt,
  versionOf,
  type Workspace,
} from "#rule"
import { migrate } from "./migration.ts"
import { adviseOnFields } from "./removed-fields.ts"
import { runningFlux } from "./running-flux.ts"
import { lastMinor, minorOf, newestServed, versionsOf } from "./served-versions.ts"

export const apiVersionRemoved: FileRule = defineFileRule({
  id: "api-version-removed",
  category: "api",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A Flux object has an `apiVersion` that the cluster's Flux does not serve.",
  why: "The dry run fails with `no matches for kind … in version …`, and Flux applies nothing of the Kustomization that contains the object.",
  docs: ["https://fluxcd.io/flux/cmd/flux_migrate/", "https://fluxcd.io/flux/releases/"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    const reported = new Set<string>()
    for (const judged of objectsOf(workspace)) {
      const problem = judge(judged, workspace)
      if (!problem) continue
      const { document, path } = problem.at
      const key = [document.file.path, document.index, ...path].join("\n")
      if (reported.has(key)) continue
      reported.add(key)
      yield { ...problem, severity: judged.severity }
    }
  },
})

interface Judged {
  readonly resource: Resource
  readonly minor: number
  /** Nobody says which Flux reads it. */
  readonly isGuess: boolean
  readonly severity: Severity
}

/** All objects that someone has written, with the Flux that reads them: the newest Flux first, guesses last. */
function objectsOf({ clusters, unreached, unreachedTarget }: Workspace): readonly Judged[] {
  const running = clusters.map((cluster) => ({ cluster, ...runningFlux(cluster) }))
  const reached = running.flatMap(({ cluster, minor, isGuess }): readonly Judged[] => {
    const severity = isGuess ? "warning" : "error"
    return minor === undefined
      ? []
      : cluster.resources.map((resource) => ({ resource, minor, isGuess, severity }))
  })
  const known = running.flatMap(({ minor }) => minor ?? [])
  const isGuess = unreachedTarget.fluxAssumed === true
  const assumed = minorOf(unreachedTarget.flux) ?? lastMinor
  const minor = running.length === 0 ? assumed : Math.max(...known)
  const rest = running.length > 0 && known.length === 0 ? [] : unreached
  return [
    ...reached.toSorted(
      (left, right) => Number(left.isGuess) - Number(right.isGuess) || right.minor - left.minor,
    ),
    ...rest
      .filter(isLive)
      .map((resource): Judged => ({ resource, minor, isGuess, severity: "warning" })),
  ]
}

function judge({ resource, minor, isGuess }: Judged, workspace: Workspace): Problem | undefined {
  const { id, apiVersion, origin } = resource
  const versions = versionsOf(id)
  const version = versionOf(apiVersion)
  if (!versions || !/^v\d+(?:(?:alpha|beta)\d+)?$/u.test(version)) return undefined
  if (origin.via === "helm" || origin.via === "implied") return undefined
  const known = versions.find((candidate) => candidate.version === version)
  if (known && known.first <= minor && minor <= known.last) return undefined
  const newest = newestServed(versions, minor)
  const since = versions.at(-1)?.first ?? 0
  const help =
    newest === undefined
      ? `Upgrade Flux to 2.${since} or later: it brings the ${id.kind}.`
      : [`Write \`apiVersion: ${id.group}/${newest}\`.`, ...adviseOnFields(resource, newest)].join(
          " ",
        )
  const fix =
    newest === undefined
      ? undefined
      : migrate(resource, newest, { workspace, isGuess, works: false })
  return {
    at: resource.at(["apiVersion"]),
    message: `${describe(writtenId(resource, origin))} is written in \`${version}\`, which Flux 2.${minor} does not serve${historyOf(known, minor)}.`,
    help,
    ...(fix && { fix }),
  }
}

function isLive({ origin }: Resource): boolean {
  return origin.via !== "helm" && !isSetAside(origin.document.file.path)
}

/** The name in the file: overlays may build several objects from it. */
function writtenId(
  { id }: Resource,
  { document, path }: { document: Document; path: FieldPath },
): ResourceId {
  const written = valueAt(document.content, [...path, "metadata"])
  const namespace = stringAt(written, ["namespace"])
  return {
    group: id.group,
    kind: id.kind,
    name: stringAt(written, ["name"]) ?? id.name,
    ...(namespace === undefined ? {} : { namespace }),
  }
}

function historyOf(known: FluxVersion | undefined, minor: number): string {
  if (!known) return ""
  return known.last < minor ? `: 2.${known.last + 1} removed it` : `: it came with 2.${known.first}`
}
