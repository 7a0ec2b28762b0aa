import type { Resource } from "../../model/index.ts"
import { stringAt } from "../../yaml/index.ts"
import type { Digest } from "../source-tree.ts"

/** Where Helm puts a release, and what it calls it. */
export interface ReleaseNames {
  readonly name: string
  readonly namespace: string
  /** Where Helm keeps the release's Secret. */
  readonly storageNamespace: string
}

const maxLength = 53
const keptLength = 40
const hashLength = 12

/**
 * Names and namespaces of a release (`flux-semantics.md` 2.4). A composed name of more than 53 characters is cut to 40
 * and ends in 12 hex digits of its sha256; helm-controller: internal/release/name.go.
 */
export function releaseNames({ id, manifest }: Resource, digest: Digest): ReleaseNames {
  const own = id.namespace ?? ""
  const target = stringAt(manifest, ["spec", "targetNamespace"])
  const composed =
    stringAt(manifest, ["spec", "releaseName"]) ?? (target ? `${target}-${id.name}` : id.name)
  return {
    name: shorten(composed, digest),
    namespace: target || own,
    storageNamespace: stringAt(manifest, ["spec", "storageNamespace"]) || own,
  }
}

function shorten(name: string, digest: Digest): string {
  return name.length <= maxLength
    ? name
    : `${name.slice(0, keptLength)}-${digest(name).slice(0, hashLength)}`
}
