import { clampInside } from "../load/folders.ts"
import { isKind, kinds, type Resource, type ResourceId, resourceKey } from "../model/index.ts"
import type { ClusterRoot } from "../resolve/cluster-root.ts"
import { stringAt } from "../yaml/index.ts"
import { rootResource } from "./root-resource.ts"
import { sourceIdOf } from "./source-id.ts"

/** The sources that the root Kustomizations of a cluster are built from. */
export interface RootSources {
  readonly ids: readonly ResourceId[]
  /** Those that nothing defines: something outside Git made them. */
  readonly assumed: readonly Resource[]
}

/** What decides whether a source has to be assumed. */
export interface RootSourceWorld {
  /** Every folder of the checked root. */
  readonly folders: ReadonlySet<string>
  readonly isDefined: (id: ResourceId) => boolean
}

/** The sources of a root's Kustomizations, among `resources`. */
export function rootSources(
  { sourceFolder, assumesSource }: ClusterRoot,
  resources: readonly Resource[],
  { folders, isDefined }: RootSourceWorld,
): RootSources {
  const ids: ResourceId[] = []
  const assumed = new Map<string, Resource>()
  for (const kustomization of resources.filter(({ id }) => isKind(id, kinds.Kustomization))) {
    const id = sourceIdOf(kustomization, ["spec", "sourceRef"])
    if (!id || isKind(id, kinds.ExternalArtifact)) continue
    const path = clampInside(stringAt(kustomization.manifest, ["spec", "path"]) ?? "")
    const inTree = [sourceFolder, path].filter((part) => part !== "").join("/")
    const key = resourceKey(id)
    const isKnown = isDefined(id) || assumed.has(key)
    if (isKnown && assumesSource && !folders.has(inTree)) continue
    for (const source of isKnown ? [] : assumeSource(kustomization, id)) assumed.set(key, source)
    ids.push(id)
  }
  return { ids, assumed: [...assumed.values()] }
}

function assumeSource(kustomization: Resource, id: ResourceId): readonly Resource[] {
  const { document, path } = kustomization.at(["spec", "sourceRef"])
  const manifest = {
    apiVersion: `${id.group}/v1`,
    kind: id.kind,
    metadata: { name: id.name, ...(id.namespace ? { namespace: id.namespace } : {}) },
    spec: {},
  }
  return rootResource({ manifest, document, path, by: "something outside Git" })
}
