import { isKind, kinds, type Resource } from "../../model/index.ts"
import { listAt, stringAt, valueAt } from "../../yaml/index.ts"
import type { BuildWorld } from "../build-world.ts"
import { holdsStandIn } from "../stand-in.ts"
import type { GitReference } from "./git-reference.ts"
import type { ArtifactReference, FileSource, RemoteSource } from "./remote-sources.ts"
import { accessOf } from "./source-access.ts"

/** Where a source says that its charts are; undefined where that is not known. */
export function remoteSourceOf(
  world: Pick<BuildWorld, "lookup">,
  source: Resource,
): RemoteSource | undefined {
  const { manifest } = source
  const url = stringAt(manifest, ["spec", "url"])
  if (url === undefined || holdsStandIn(JSON.stringify(manifest.spec))) return undefined
  const access = accessOf(source, (id) => world.lookup(id, source.server))
  const insecure = valueAt(manifest, ["spec", "insecure"]) === true
  if (isKind(source.id, kinds.OCIRepository)) {
    const mediaType = stringAt(manifest, ["spec", "layerSelector", "mediaType"])
    return {
      ...{ kind: "artifact", url, access, insecure, reference: referenceOf(source) },
      ...(mediaType ? { mediaType } : {}),
    }
  }
  if (!isKind(source.id, kinds.HelmRepository)) return undefined
  if (stringAt(manifest, ["spec", "type"]) === "oci")
    return { kind: "registry", url, access, insecure }
  // The provider is one of registries: an index knows none.
  const passCredentials = valueAt(manifest, ["spec", "passCredentials"]) === true
  return /^https?:\/\//u.test(url)
    ? { kind: "repository", url, access, passCredentials }
    : undefined
}

/** Where a source says that its files are; undefined where that is not known. */
export function fileSourceOf(
  world: Pick<BuildWorld, "lookup">,
  source: Resource,
): FileSource | undefined {
  if (isKind(source.id, kinds.Bucket)) return bucketOf(world, source)
  if (!isKind(source.id, kinds.GitRepository)) {
    const found = remoteSourceOf(world, source)
    return found?.kind === "artifact" ? found : undefined
  }
  const { manifest } = source
  const url = stringAt(manifest, ["spec", "url"])
  if (url === undefined || holdsStandIn(JSON.stringify(manifest.spec))) return undefined
  const folders = listAt(manifest, ["spec", "sparseCheckout"])
    .filter((folder) => typeof folder === "string")
    .map((folder) => folder.replace(/^\.\//u, "").replace(/\/+$/u, ""))
  return {
    ...{ kind: "git", url, reference: gitReferenceOf(source) },
    access: accessOf(source, (id) => world.lookup(id, source.server)),
    submodules: valueAt(manifest, ["spec", "recurseSubmodules"]) === true,
    ...(folders.length > 0 ? { folders } : {}),
  }
}

/** Other providers speak S3 only with `aws`: the others are {@link foreignProvider}. */
function bucketOf(world: Pick<BuildWorld, "lookup">, source: Resource): FileSource | undefined {
  const { manifest } = source
  const field = (name: string): string | undefined =>
    stringAt(manifest, ["spec", name]) || undefined
  const url = field("endpoint")
  const bucket = field("bucketName")
  if (url === undefined || bucket === undefined || holdsStandIn(JSON.stringify(manifest.spec)))
    return undefined
  const region = field("region")
  const ignore = field("ignore")
  return {
    ...{ kind: "bucket", url, bucket, prefix: field("prefix") ?? "" },
    access: accessOf(source, (id) => world.lookup(id, source.server)),
    insecure: valueAt(manifest, ["spec", "insecure"]) === true,
    needsKey: valueAt(manifest, ["spec", "secretRef"]) !== undefined,
    ...(region === undefined ? {} : { region }),
    ...(ignore === undefined ? {} : { ignore }),
  }
}

/** Why a source is not asked: it speaks a protocol of its cloud, or wants a login that only the cluster has. */
export function foreignProvider({ id, manifest }: Resource): string | undefined {
  if (!isKind(id, kinds.Bucket)) return undefined
  const provider = stringAt(manifest, ["spec", "provider"]) ?? "generic"
  if (provider === "gcp" || provider === "azure")
    return `sluice does not log in to the cloud of provider ${provider}`
  if (valueAt(manifest, ["spec", "sts"]) !== undefined)
    return "sluice does not ask for keys as `sts` says"
  return undefined
}

/** Without any `ref` Flux takes the branch `master`, not what the repository calls its own. */
function gitReferenceOf({ manifest }: Resource): GitReference {
  const field = (name: string): string | undefined =>
    stringAt(manifest, ["spec", "ref", name]) || undefined
  const commit = field("commit")
  const branch = field("branch")
  if (commit !== undefined)
    return { by: "commit", commit, ...(branch === undefined ? {} : { branch }) }
  const name = field("name")
  if (name !== undefined) return { by: "name", name }
  const tag = field("tag")
  if (tag !== undefined) return { by: "tag", tag }
  const semver = field("semver")
  if (semver !== undefined) return { by: "semver", semver }
  return { by: "branch", branch: branch ?? "master" }
}

function referenceOf({ manifest }: Resource): ArtifactReference {
  const field = (name: string): string | undefined =>
    stringAt(manifest, ["spec", "ref", name]) || undefined
  const digest = field("digest")
  if (digest !== undefined) return { by: "digest", digest }
  const semver = field("semver")
  const filter = field("semverFilter")
  if (semver !== undefined)
    return { by: "semver", semver, ...(filter === undefined ? {} : { filter }) }
  return { by: "tag", tag: field("tag") ?? "latest" }
}
