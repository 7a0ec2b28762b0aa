import { type Document, groupOf, type ResourceId, stringAt, versionOf } from "#rule"

/** What kustomize looks a strategic merge patch's object up by. */
export interface PatchIdentity extends ResourceId {
  readonly version: string
}

/** The identity that a document has for kustomize; undefined when it is no object. */
export function identityOf({ content }: Document): PatchIdentity | undefined {
  const apiVersion = stringAt(content, ["apiVersion"]) ?? ""
  const kind = stringAt(content, ["kind"])
  const name = stringAt(content, ["metadata", "name"])
  const namespace = stringAt(content, ["metadata", "namespace"])
  if (kind === undefined || name === undefined) return undefined
  return {
    group: groupOf(apiVersion),
    version: versionOf(apiVersion),
    kind,
    name,
    ...(namespace ? { namespace } : {}),
  }
}

/** Reads `Deployment.v1.apps/podinfo.[noNs]`, kustomize's way of writing an identity. */
export function parseIdentity(text: string): PatchIdentity | undefined {
  const match = /^([^./]+)\.([^./]+)\.([^/]+)\/(.+)\.([^.]+)$/u.exec(text)
  if (!match) return undefined
  const [, kind = "", version = "", group = "", name = "", namespace = ""] = match
  const plain = (part: string): string => (/^\[no\w+\]$/u.test(part) ? "" : part)
  return {
    kind: plain(kind),
    version: plain(version),
    group: plain(group),
    name: plain(name),
    ...(plain(namespace) === "" ? {} : { namespace }),
  }
}

/** Whether two identities are the same for kustomize. */
export function isSameIdentity(left: PatchIdentity, right: PatchIdentity): boolean {
  return (
    left.group === right.group &&
    left.version === right.version &&
    left.kind === right.kind &&
    left.name === right.name &&
    (left.namespace ?? "default") === (right.namespace ?? "default")
  )
}
