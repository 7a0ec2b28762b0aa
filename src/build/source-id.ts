import { fluxGroups, type Resource, type ResourceId } from "../model/index.ts"
import { type FieldPath, stringAt } from "../yaml/index.ts"

/** The source that a `sourceRef` or `chartRef` at `path` names; its namespace defaults to the object's own. */
export function sourceIdOf(resource: Resource, path: FieldPath): ResourceId | undefined {
  const kind = stringAt(resource.manifest, [...path, "kind"])
  const name = stringAt(resource.manifest, [...path, "name"])
  const group = kind === undefined ? undefined : fluxGroups.get(kind)
  if (kind === undefined || name === undefined || group === undefined) return undefined
  const namespace = stringAt(resource.manifest, [...path, "namespace"]) || resource.id.namespace
  return { group, kind, name, ...(namespace ? { namespace } : {}) }
}
