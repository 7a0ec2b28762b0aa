import { type JsonValue, listAt } from "../../yaml/index.ts"
import type { DownloadRequest } from "./network.ts"
import { chooseLayer, type Layer, manifestTypes, readManifest, sha256Of } from "./oci-manifest.ts"
import type { Once } from "./once.ts"
import { reasonOf } from "./refusal.ts"
import type { Registries, RegistryTarget } from "./registry.ts"
import {
  type Asking,
  type DownloadWorld,
  downloadChanging,
  keepContent,
  type Remembered,
  readContent,
  type Unavailable,
} from "./remembered.ts"

const MiB = 1024 * 1024
/** What the distribution specification lets a manifest have. */
const maxManifestBytes = 4 * MiB
const maxTagBytes = 16 * MiB
const maxPages = 200

/** What is needed to read from registries. */
export interface RegistryWorld extends DownloadWorld {
  readonly registries: Registries
  /** Lists of tags and manifests that this run has seen. */
  readonly answers: Once<Remembered | Unavailable>
}

/** Why something of a registry is not there. */
export type Refused =
  | { readonly status: "unavailable"; readonly reason: string }
  /** The registry says that it does not have it. */
  | { readonly status: "absent"; readonly bytes: Uint8Array; readonly reason: string }

/** All tags of a repository, page by page. https://github.com/opencontainers/distribution-spec (Listing Tags) */
export async function readTags(
  world: RegistryWorld,
  target: RegistryTarget,
): Promise<{ readonly status: "ok"; readonly tags: readonly string[] } | Refused> {
  const tags: string[] = []
  let url: string | undefined = `${apiOf(target)}/tags/list?n=1000`
  for (let page = 0; url !== undefined; page++) {
    if (page >= maxPages) return unavailable(`${target.registry} lists tags without end`)
    const answer = await download(world, target, { url, maxBytes: maxTagBytes, compressible: true })
    if (answer.status !== "ok") return refusedBy(answer, url, target)
    tags.push(...tagsIn(answer.bytes))
    url = nextPage(answer.link, url)
  }
  return { status: "ok", tags }
}

function tagsIn(bytes: Uint8Array): readonly string[] {
  try {
    const content = JSON.parse(new TextDecoder().decode(bytes)) as JsonValue
    return listAt(content, ["tags"]).filter((tag) => typeof tag === "string")
  } catch {
    return []
  }
}

/** The next page is on the same server, whatever it says. */
function nextPage(link: string | undefined, url: string): string | undefined {
  const [, next] = /<([^<>]*)>\s*;\s*rel="?next"?/u.exec(link ?? "") ?? []
  if (next === undefined || !URL.canParse(next, url)) return undefined
  const address = new URL(next, url)
  return address.origin === new URL(url).origin ? address.href : undefined
}

/** The layer of an artifact that `mediaTypes` choose, with its content. */
export async function readLayer(
  world: RegistryWorld,
  target: RegistryTarget,
  {
    reference,
    mediaTypes,
    maxBytes,
  }: {
    readonly reference: string
    readonly mediaTypes: readonly string[]
    readonly maxBytes: number
  },
): Promise<(Remembered & { readonly manifest: string }) | Refused> {
  const first = await manifestAt(world, target, reference)
  if (first.status !== "ok") return first
  let manifest = readManifest(first.bytes)
  if (!("error" in manifest) && manifest.kind === "index") {
    const second = await manifestAt(world, target, manifest.digest)
    if (second.status !== "ok") return second
    manifest = readManifest(second.bytes)
  }
  if ("error" in manifest) return unavailable(manifest.error)
  const layer = manifest.kind === "image" ? chooseLayer(manifest.layers, mediaTypes) : undefined
  if (!layer)
    return unavailable(
      mediaTypes.length === 0
        ? "its artifact has no layer"
        : `its artifact has no layer of type ${mediaTypes[0]}`,
    )
  const blob = await blobOf(world, target, layer, maxBytes)
  return blob.status === "ok" ? { ...blob, manifest: first.digest } : blob
}

/** A manifest by tag, or by digest, which says what it has to be. */
async function manifestAt(
  world: RegistryWorld,
  target: RegistryTarget,
  reference: string,
): Promise<Remembered | Refused> {
  const url = `${apiOf(target)}/manifests/${encodeURI(reference)}`
  const request = { url, accept: manifestTypes, maxBytes: maxManifestBytes, compressible: true }
  if (!reference.includes(":")) {
    const answer = await download(world, target, request)
    return answer.status === "ok" ? answer : refusedBy(answer, url, target)
  }
  return await byDigest(world, target, reference, request)
}

function blobOf(
  world: RegistryWorld,
  target: RegistryTarget,
  { digest }: Layer,
  maxBytes: number,
): Promise<Remembered | Refused> {
  return byDigest(world, target, digest, {
    url: `${apiOf(target)}/blobs/${encodeURI(digest)}`,
    maxBytes,
  })
}

/** What is named by its digest is asked for once. */
async function byDigest(
  world: RegistryWorld,
  target: RegistryTarget,
  digest: string,
  request: DownloadRequest,
): Promise<Remembered | Refused> {
  const expected = sha256Of(digest)
  if (expected === undefined) return unavailable(`${digest} is no sha256 digest`)
  const known = await readContent(world, expected)
  if (known) return { status: "ok", digest: expected, bytes: known }
  if (world.offline) return unavailable("--offline")
  const answer = await world.registries.get(target, request)
  if (answer.status === "unchanged") return unavailable(reasonOf(answer, request.url, {}))
  if (answer.status !== "ok") return refusedBy(answer, request.url, target)
  if (world.digest(answer.bytes) !== expected)
    return unavailable(`${target.registry} sends something else than ${digest}`)
  return await keepContent(world, answer.bytes)
}

function download(
  world: RegistryWorld,
  target: RegistryTarget,
  request: DownloadRequest,
): Promise<Remembered | Unavailable> {
  const asking: Asking = {
    identity: target.access,
    get: (one) => world.registries.get(target, one),
  }
  const key = JSON.stringify([request.url, target.access, world.offline])
  return world.answers(key, () => downloadChanging(world, request, asking))
}

function apiOf({ origin, repository }: RegistryTarget): string {
  return `${origin}/v2/${repository}`
}

function refusedBy(answer: Unavailable, url: string, { access }: RegistryTarget): Refused {
  const reason = reasonOf(answer, url, access)
  return answer.status === "refused" && answer.code === 404
    ? { status: "absent", bytes: answer.bytes, reason }
    : unavailable(reason)
}

function unavailable(reason: string): Refused {
  return { status: "unavailable", reason }
}
