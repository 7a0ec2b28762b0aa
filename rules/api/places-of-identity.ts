import {
  groupBy,
  type JsonObject,
  type KustomizationBuild,
  type LogicalLocation,
  type Resource,
  stringAt,
  valueAt,
  versionOf,
  type Workspace,
} from "#rule"
import { closureOf } from "../kustomize/closure.ts"
import { identityOf, type PatchIdentity } from "../kustomize/patch-identity.ts"
import { type PatchUse, patchesOfFile, patchesOfKustomization } from "../kustomize/patches.ts"

/** A field of a patch that holds the version by which kustomize finds the patch's object. */
export interface IdentityPlace {
  readonly at: LogicalLocation
  readonly field: "apiVersion" | "version"
}

/**
 * Where patches name an object in its version: they have to change together with it. Undefined where a patch selects by
 * the version and nobody can tell what else it is for.
 */
export function placesOfIdentity(
  resource: Resource,
  workspace: Workspace,
): readonly IdentityPlace[] | undefined {
  const { origin, id } = resource
  if (!("document" in origin)) return []
  const written = stringAt(origin.document.content, [...origin.path, "metadata", "name"])
  const sought: Sought = {
    ...{ group: id.group, kind: id.kind, version: versionOf(resource.apiVersion) },
    names: new Set([id.name, ...(written === undefined ? [] : [written])]),
  }
  const patches = patchesNear(origin.document.file.path, workspace)
  const targets = patches.targeted.map((patch) => targetPlaces(patch, sought))
  if (targets.some((places) => places === undefined)) return undefined
  const named = [...sought.names].flatMap((name) => patches.byName.get(name) ?? [])
  const documents = named.filter(
    ({ identity }) =>
      identity.group === sought.group &&
      identity.kind === sought.kind &&
      identity.version === sought.version,
  )
  return [
    ...documents.map(({ at }): IdentityPlace => ({ at, field: "apiVersion" })),
    ...targets.flatMap((places) => places ?? []),
  ]
}

interface Sought {
  readonly group: string
  readonly kind: string
  readonly version: string
  readonly names: ReadonlySet<string>
}

/** The patches of some builds, so that those of an object are found at once. */
interface PatchIndex {
  readonly byName: ReadonlyMap<
    string,
    readonly { readonly identity: PatchIdentity; readonly at: LogicalLocation }[]
  >
  /** Those with a version in their target. */
  readonly targeted: readonly (PatchUse & { readonly target: JsonObject })[]
}

const nearBuilds = new WeakMap<KustomizationBuild, PatchIndex>()
const nearNothing = new WeakMap<Workspace, PatchIndex>()

/** The patches that may be applied to what a file holds: those of the builds that read it, or of no build at all. */
function patchesNear(path: string, workspace: Workspace): PatchIndex {
  const indexes = workspace.clusters.flatMap(({ builds }) =>
    builds.flatMap((build) => {
      const closure = closureOf(workspace, build)
      if (!closure?.files.has(path)) return []
      const index =
        nearBuilds.get(build) ??
        indexOf([
          ...closure.kustomizationFiles.flatMap((file) => patchesOfFile(file, workspace)),
          ...patchesOfKustomization(build),
        ])
      nearBuilds.set(build, index)
      return [index]
    }),
  )
  const [first, ...others] = indexes
  if (first && others.length === 0) return first
  if (first) return merged(indexes)
  const index = nearNothing.get(workspace) ?? indexOf(unreadPatches(workspace))
  nearNothing.set(workspace, index)
  return index
}

function unreadPatches(workspace: Workspace): readonly PatchUse[] {
  return workspace.kustomizationFiles
    .filter(({ path }) => workspace.clustersOf(path).length === 0)
    .flatMap((file) => patchesOfFile(file, workspace))
}

function indexOf(patches: readonly PatchUse[]): PatchIndex {
  const documents = patches.flatMap((patch) =>
    patch.documents.flatMap((document) => {
      const identity = identityOf(document)
      const at: LogicalLocation = { document, path: ["apiVersion"], part: "value" }
      return identity ? [{ identity, at }] : []
    }),
  )
  return {
    byName: groupBy(documents, ({ identity }) => identity.name),
    targeted: patches.flatMap((patch) => {
      const { target } = patch
      return target && typeof target.version === "string" ? [{ ...patch, target }] : []
    }),
  }
}

function merged(indexes: readonly PatchIndex[]): PatchIndex {
  const entries = indexes.flatMap(({ byName }) => [...byName])
  return {
    byName: new Map(
      [...groupBy(entries, ([name]) => name)].map(([name, group]) => [
        name,
        group.flatMap(([, places]) => places),
      ]),
    ),
    targeted: indexes.flatMap(({ targeted }) => targeted),
  }
}

/** All fields of a target are patterns; those that are plain words are what they say. */
function targetPlaces(
  { target, targetAt }: PatchIndex["targeted"][number],
  { group, kind, version, names }: Sought,
): readonly IdentityPlace[] | undefined {
  const field = (name: string): string | undefined => stringAt(target, [name])
  const excludes = (name: string, value: string): boolean => {
    const pattern = field(name)
    return pattern !== undefined && pattern !== value && /^[\w.-]+$/u.test(pattern)
  }
  if (excludes("group", group) || excludes("kind", kind) || excludes("version", version)) return []
  const name = field("name")
  if (name !== undefined && !names.has(name) && /^[\w-]+$/u.test(name)) return []
  const isExact = field("version") === version && name !== undefined && names.has(name)
  const at = targetAt("version")
  const isWritten = valueAt(at.document.content, at.path) === version
  return isExact && isWritten ? [{ at, field: "version" }] : undefined
}
