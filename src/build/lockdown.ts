import { type Cluster, isKind, kinds, type Resource } from "../model/index.ts"
import { listAt, valueAt } from "../yaml/index.ts"

const flag = "--no-cross-namespace-refs=true"

/** Where the repository shows that Flux's controllers refuse references to other namespaces (`flux-semantics.md` 6.3). */
export function lockdownOf(resources: readonly Resource[]): Cluster["lockdown"] {
  for (const resource of resources) {
    if (
      isKind(resource.id, kinds.FluxInstance) &&
      valueAt(resource.manifest, ["spec", "cluster", "multitenant"]) === true
    ) {
      return { at: resource.at(["spec", "cluster", "multitenant"]) }
    }
    const path = resource.id.kind === "Deployment" ? flagPath(resource) : undefined
    if (path) return { at: resource.at(path) }
  }
  return undefined
}

function flagPath({ manifest, id }: Resource): readonly (string | number)[] | undefined {
  if (!id.name.endsWith("-controller")) return undefined
  const base = ["spec", "template", "spec", "containers"]
  const containers = listAt(manifest, base)
  for (const [index, container] of containers.entries()) {
    const position = listAt(container, ["args"]).indexOf(flag)
    if (position >= 0) return [...base, index, "args", position]
  }
  return undefined
}
