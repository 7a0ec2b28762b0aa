import {
  type FieldChange,
  type Fix,
  type FluxVersion,
  groupOf,
  type Kind,
  knownMinors,
  type LogicalLocation,
  type Resource,
  stringAt,
  versionOf,
  type Workspace,
} from "#rule"
import { changesOfFields } from "./field-migration.ts"
import { placesOfIdentity } from "./places-of-identity.ts"
import { runningFlux } from "./running-flux.ts"
import { lastMinor, versionsOf } from "./served-versions.ts"

/** What decides whether a version can be written without asking. */
export interface MigrationContext {
  readonly workspace: Workspace
  /** Nobody says which Flux runs. */
  readonly isGuess: boolean
  /** The cluster takes the object as it is. */
  readonly works: boolean
}

/**
 * Moves an object to a newer version: its `apiVersion`, the fields that have another shape there (`flux-semantics.md`
 * 1.3), and the patches that find it by its version. Undefined where not all of that is certain, or where another cluster
 * that reads the file does not serve the version.
 */
export function migrate(
  resource: Resource,
  version: string,
  context: MigrationContext,
): Fix | undefined {
  const { id, apiVersion } = resource
  const at = resource.at(["apiVersion"])
  const from = versionOf(apiVersion)
  const served = servedVersion(id, { from, to: version })
  if (!served || !isWrittenAt(at, apiVersion) || !servesEverywhere(served, at, context))
    return undefined
  const fields = changesOfFields(resource, version)
  const places = placesOfIdentity(resource, context.workspace)
  if (!fields || !places) return undefined
  const wanted = `${id.group}/${version}`
  const patches = places.map(
    (place): FieldChange => ({
      op: "set",
      at: place.at,
      value: place.field === "version" ? version : wanted,
    }),
  )
  const isSafe = isCertain(served, context) && !(fields.isMove && context.works)
  return {
    title: `Write \`apiVersion: ${wanted}\``,
    applicability: isSafe ? "safe" : "unsafe",
    changes: [{ op: "set", at, value: wanted }, ...fields.changes, ...patches],
  }
}

/** Writes the version in which one object names another. */
export function migrateReference(
  at: LogicalLocation,
  { apiVersion, kind, version }: { apiVersion: string; kind: string; version: string },
  context: MigrationContext,
): Fix | undefined {
  const id = { group: groupOf(apiVersion), kind }
  const served = servedVersion(id, { from: versionOf(apiVersion), to: version })
  if (!served || !isWrittenAt(at, apiVersion) || !servesEverywhere(served, at, context))
    return undefined
  const value = `${id.group}/${version}`
  return {
    title: `Write \`apiVersion: ${value}\``,
    applicability: isCertain(served, context) ? "safe" : "unsafe",
    changes: [{ op: "set", at, value }],
  }
}

/** A value with a variable in it is not a version that could be rewritten. */
function isWrittenAt({ document, path }: LogicalLocation, apiVersion: string): boolean {
  return stringAt(document.content, path) === apiVersion
}

/** The version to move to; undefined for a way back: what an older version lacks is in no table. */
function servedVersion(
  id: Kind,
  { from, to }: { readonly from: string; readonly to: string },
): FluxVersion | undefined {
  const versions = versionsOf(id) ?? []
  const [before, after] = [from, to].map((name) =>
    versions.findIndex(({ version }) => version === name),
  )
  if (before === undefined || after === undefined || before < 0) return undefined
  return before < after ? versions[after] : undefined
}

/** Clusters share files, and do not all run the same Flux; what none reads may be meant for any. */
function servesEverywhere(
  served: FluxVersion,
  { document }: LogicalLocation,
  { workspace }: MigrationContext,
): boolean {
  const readers = workspace.clustersOf(document.file.path)
  return (readers.length > 0 ? readers : workspace.clusters).every((cluster) => {
    const { minor } = runningFlux(cluster)
    return minor !== undefined && served.first <= minor && minor <= served.last
  })
}

/** An older Flux than the one that is assumed may not have the version yet. */
function isCertain({ first, last }: FluxVersion, { isGuess }: MigrationContext): boolean {
  return !isGuess || (first <= Math.min(...knownMinors) && last === lastMinor)
}
