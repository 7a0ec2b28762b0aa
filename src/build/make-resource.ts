import type {
  FieldPart,
  LogicalLocation,
  Origin,
  Resource,
  ResourceId,
  Span,
} from "../model/index.ts"
import { groupOf } from "../model/index.ts"
import { type FieldPath, type JsonObject, stringAt } from "../yaml/index.ts"
import { isClusterScoped } from "./scope.ts"

/** Finds the place of a field; see {@link Resource.at}. */
export type Locate = (
  resource: Resource,
  path: FieldPath,
  part: FieldPart,
  span?: Span,
) => LogicalLocation

/** What a {@link Resource} is made from. */
export interface ResourceParts {
  readonly manifest: JsonObject
  readonly origin: Origin
  readonly owner: Resource | undefined
  readonly server: string
  readonly uncertain: boolean
  /** For objects that are rendered without one. */
  readonly defaultNamespace?: string
  readonly locate: Locate
}

/** An object with its identity; undefined for what has no kind or name. */
export function makeResource(parts: ResourceParts): Resource | undefined {
  const { manifest, origin, owner, server, uncertain, locate } = parts
  const id = identityOf(manifest, parts.defaultNamespace)
  const apiVersion = stringAt(manifest, ["apiVersion"])
  if (!id || apiVersion === undefined) return undefined
  const resource: Resource = {
    id,
    apiVersion,
    manifest,
    origin,
    owner,
    server,
    uncertain,
    at: (path, part = "value", span) => locate(resource, path, part, span),
  }
  return resource
}

function identityOf(
  manifest: JsonObject,
  defaultNamespace: string | undefined,
): ResourceId | undefined {
  const apiVersion = stringAt(manifest, ["apiVersion"])
  const kind = stringAt(manifest, ["kind"])
  const name = stringAt(manifest, ["metadata", "name"])
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined
  const group = groupOf(apiVersion)
  if (isClusterScoped({ group, kind })) return { group, kind, name }
  const namespace = stringAt(manifest, ["metadata", "namespace"]) || defaultNamespace
  return { group, kind, ...(namespace ? { namespace } : {}), name }
}
