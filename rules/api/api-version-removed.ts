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
import { adviseOnFields } from "./removed-fields.ts"
import { runningFlux } from "./running-flux.ts"
import { lastMinor, newestServed, versionsOf } from "./served-versions.ts"

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

  *check({ workspace }) {
    const reported = new Set<string>()
    for (const { resource, minor, severity } of objectsOf(workspace)) {
      const problem = judge(resource, minor)
      if (!problem) continue
      const { document, path } = problem.at
      const key = [document.file.path, document.index, ...path].join("\n")
      if (reported.has(key)) continue
      reported.add(key)
      yield { ...problem, severity }
    }
  },
})

interface Judged {
  readonly resource: Resource
  readonly minor: number
  readonly severity: Severity
}

/** All objects that someone has written, with the Flux that reads them: the newest Flux first, guesses last. */
function objectsOf({ clusters, unreached }: Workspace): readonly Judged[] {
  const running = clusters.map((cluster) => ({ cluster, ...runningFlux(cluster) }))
  const reached = running.flatMap(({ cluster, minor, isGuess }): readonly Judged[] => {
    const severity = isGuess ? "warning" : "error"
    return minor === undefined
      ? []
      : cluster.resources.map((resource) => ({ resource, minor, severity }))
  })
  const isGuess = ({ severity }: Judged): number => (severity === "warning" ? 1 : 0)
  const known = running.flatMap(({ minor }) => minor ?? [])
  const newest = running.length === 0 ? lastMinor : Math.max(...known)
  const rest = running.length > 0 && known.length === 0 ? [] : unreached
  return [
    ...reached.toSorted(
      (left, right) => isGuess(left) - isGuess(right) || right.minor - left.minor,
    ),
    ...rest
      .filter(isLive)
      .map((resource): Judged => ({ resource, minor: newest, severity: "warning" })),
  ]
}

function judge(resource: Resource, minor: number): Problem | undefined {
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
      : [`Write \`apiVersion: ${id.group}/${newest}\`.`, ...adviseOnFields(resource)].join(" ")
  return {
    at: resource.at(["apiVersion"]),
    message: `${describe(writtenId(resource, origin))} is written in \`${version}\`, which Flux 2.${minor} does not serve${historyOf(known, minor)}.`,
    help,
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
