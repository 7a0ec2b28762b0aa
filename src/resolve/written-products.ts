import type { ResourceId } from "../model/index.ts"
import { isObject, type JsonObject } from "../yaml/json.ts"
import { covers, producedBy } from "./producers.ts"
import type { WrittenIndex, WrittenObject } from "./written-objects.ts"

const knownIds = new WeakMap<WrittenObject, readonly ResourceId[]>()

/**
 * Whether some file of the repository writes `target`, or an object that a controller makes it from. A namespace that is
 * not stated, and a name or namespace with variables, may be anything.
 */
export function isMadeSomewhere({ all }: WrittenIndex, target: ResourceId): boolean {
  return all.some((object) => idsOf(object).some((id) => covers(id, target)))
}

function idsOf(object: WrittenObject): readonly ResourceId[] {
  const known = knownIds.get(object)
  if (known) return known
  const { id } = object
  const placed = { ...id, namespace: id.namespace ?? "*" }
  const own = {
    ...placed,
    namespace: withoutVariables(placed.namespace),
    name: withoutVariables(id.name),
  }
  const manifest = withNamespace(object.manifest, placed.namespace)
  const ids = [own, ...producedBy({ id: placed, manifest })]
  knownIds.set(object, ids)
  return ids
}

function withoutVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}/gu, "*")
}

function withNamespace(manifest: JsonObject, namespace: string): JsonObject {
  const { metadata } = manifest
  return { ...manifest, metadata: { ...(isObject(metadata) ? metadata : {}), namespace } }
}
