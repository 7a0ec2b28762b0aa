import {
  type Cluster,
  isKind,
  kinds,
  type LogicalLocation,
  listAt,
  type Resource,
  valueAt,
} from "#rule"

const flag = "--no-remote-bases=true"

/** Where the repository shows that kustomize-controller refuses remote bases (`flux-semantics.md` 6.3). */
export function remoteBasesForbidden({ resources }: Cluster): LogicalLocation | undefined {
  for (const resource of resources) {
    const multitenant = ["spec", "cluster", "multitenant"]
    if (
      isKind(resource.id, kinds.FluxInstance) &&
      valueAt(resource.manifest, multitenant) === true
    ) {
      return resource.at(multitenant)
    }
    const path = flagPath(resource)
    if (path) return resource.at(path)
  }
  return undefined
}

function flagPath({ id, manifest }: Resource): readonly (string | number)[] | undefined {
  if (id.kind !== "Deployment" || id.name !== "kustomize-controller") return undefined
  const containers = ["spec", "template", "spec", "containers"]
  for (const [index, container] of listAt(manifest, containers).entries()) {
    const position = listAt(container, ["args"]).indexOf(flag)
    if (position >= 0) return [...containers, index, "args", position]
  }
  return undefined
}

/** Whether an address names a commit, a tag or a release: the content stays what it is. */
export function isPinned(text: string): boolean {
  const ref = /[?&](?:ref|version)=([^&]+)/u.exec(text)?.[1]
  if (ref !== undefined) return isFixed(ref)
  const [, rest = ""] = /^https?:\/\/[^/]+\/(.*)$/u.exec(text) ?? []
  return rest.split("/").some(isFixed)
}

function isFixed(ref: string): boolean {
  return /(?:^|[-_@])v?\d+(?:\.\d+)+(?:[-+.].*)?$/u.test(ref) || /^[0-9a-f]{7,64}$/u.test(ref)
}
