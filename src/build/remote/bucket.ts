import { createSourceIgnore } from "../../load/source-ignore.ts"
import { type BucketObject, readBucketPage } from "./bucket-listing.ts"
import type { RequestAccess } from "./credentials.ts"
import { boundTo } from "./credentials.ts"
import { insidePath, packFiles } from "./packed-files.ts"
import { archiveLimits } from "./read-tar.ts"
import { reasonOf } from "./refusal.ts"
import { type DownloadWorld, downloadChanging, keepContent, readContent } from "./remembered.ts"
import type { BucketSource, RemoteChart, RemoteChartRequest } from "./remote-sources.ts"

const maxListBytes = 16 * 1024 * 1024
const maxPages = 100
/** minio-go's own region where nobody says another. */
const defaultRegion = "us-east-1"
const atOnce = 4

/** The files of a Bucket's artifact, in one piece (`flux-semantics.md` 4.4). Only what is not ignored is downloaded. */
export async function filesFromBucket(
  world: DownloadWorld,
  { source }: RemoteChartRequest<BucketSource>,
): Promise<RemoteChart> {
  const base = baseOf(source)
  if (!base) return unavailable("its `endpoint` and `bucketName` are no address")
  if (source.access.accessKey === undefined && source.needsKey)
    return unavailable(source.access.missing ?? "its Secret has no `accesskey` and `secretkey`")
  const asking = { world, source, base, access: accessTo(base, source) }
  const listed = await listObjects(asking)
  if (typeof listed === "string") return unavailable(listed)
  const ignores = listed.find(({ key }) => key === ".sourceignore")
  const patterns = ignores && (await readObject(asking, ignores))
  if (typeof patterns === "string") return unavailable(patterns)
  const kept = keptObjects(listed, patterns, source.ignore)
  if (typeof kept === "string") return unavailable(kept)
  const files = new Map<string, Uint8Array>()
  // Few at a time, and in the order of the list.
  for (let start = 0; start < kept.length; start += atOnce) {
    const part = kept.slice(start, start + atOnce)
    const contents = await Promise.all(part.map((object) => readObject(asking, object)))
    for (const [index, content] of contents.entries()) {
      if (typeof content === "string") return unavailable(content)
      const path = insidePath(part[index]?.key ?? "")
      if (path !== undefined) files.set(path, content)
    }
  }
  const { bytes, digest } = await keepContent(world, packFiles(files))
  const version = revisionOf(kept, world.digest).slice(0, 12)
  return { status: "found", archive: bytes, digest, version, place: bucketPlace(source) }
}

/** Where the bucket is, as it may be shown. */
export function bucketPlace({ url, bucket, prefix }: BucketSource): string {
  return `s3://${url}/${bucket}${prefix === "" ? "" : `/${prefix}`}`
}

interface Asking {
  readonly world: DownloadWorld
  readonly source: BucketSource
  readonly base: URL
  readonly access: RequestAccess
}

/** `https://<endpoint>/<bucket>`: every server of the protocol knows buckets as the first step of the path. */
function baseOf({ url, insecure, bucket }: BucketSource): URL | undefined {
  const text = `${insecure ? "http" : "https"}://${url}/${encodeURIComponent(bucket)}`
  if (!/^[\w.:[\]-]+$/u.test(url) || bucket === "" || !URL.canParse(text)) return undefined
  return new URL(text)
}

function accessTo({ origin }: URL, { access, region }: BucketSource): RequestAccess {
  const { accessKey, certificate, authorities } = access
  return boundTo(origin, {
    ...(accessKey && { signing: { ...accessKey, region: region ?? defaultRegion } }),
    ...(certificate && { certificate }),
    ...(authorities === undefined ? {} : { authorities }),
  })
}

async function listObjects(asking: Asking): Promise<readonly BucketObject[] | string> {
  const { world, source, base, access } = asking
  const objects: BucketObject[] = []
  let next: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const url = new URL(base)
    url.searchParams.set("list-type", "2")
    url.searchParams.set("encoding-type", "url")
    if (source.prefix !== "") url.searchParams.set("prefix", source.prefix)
    if (next !== undefined) url.searchParams.set("continuation-token", next)
    const request = { url: url.href, maxBytes: maxListBytes, ...access }
    const answer = await downloadChanging(world, request)
    if (answer.status !== "ok") return reasonOf(answer, url.href, source.access)
    const read = readBucketPage(new TextDecoder().decode(answer.bytes))
    if (!read) return `${base.host} does not answer as S3 does`
    objects.push(...read.objects)
    if (read.next === undefined) return objects
    next = read.next
  }
  return `${base.host} lists objects without end`
}

/**
 * The digest in the revision of the artifact: of all keys and ETags, sorted (`source-controller: internal/index/digest.go`,
 * `internal/controller/bucket_controller.go`, `fetchEtagIndex`). minio-go takes the quotes from an ETag.
 */
function revisionOf(kept: readonly BucketObject[], digest: DownloadWorld["digest"]): string {
  const lines = kept
    .filter(({ key }) => key !== ".sourceignore")
    .map(({ key, etag }) => ({ key, line: `${key} ${etag.replace(/^"|"$/gu, "")}\n` }))
    .sort((left, right) => compareAsGo(left.key, right.key))
  return digest(lines.map(({ line }) => line).join(""))
}

/** By code points, in which the bytes of UTF-8 are in order. */
function compareAsGo(left: string, right: string): number {
  const [first, second] = [[...left], [...right]]
  const at = first.findIndex((character, index) => character !== second[index])
  if (at < 0) return first.length - second.length
  return (first[at]?.codePointAt(0) ?? 0) - (second[at]?.codePointAt(0) ?? -1)
}

/** What is in the artifact; folders are objects too, whose keys end in a slash. */
function keptObjects(
  objects: readonly BucketObject[],
  patterns: Uint8Array | undefined,
  ignore: string | undefined,
): readonly BucketObject[] | string {
  const text = patterns && new TextDecoder().decode(patterns)
  const leftOut = createSourceIgnore({
    files: new Map(text === undefined ? [] : [[".sourceignore", text]]),
    ...(ignore === undefined ? {} : { ignore }),
    defaults: "bucket",
  })
  const kept = objects.filter(({ key }) => !key.endsWith("/") && !leftOut(key))
  if (kept.some(({ key }) => insidePath(key) === undefined)) return "a key leads out of it"
  if (kept.length > archiveLimits.entries)
    return `it has more than ${archiveLimits.entries} objects`
  const size = kept.reduce((sum, object) => sum + object.size, 0)
  return size > archiveLimits.bytes
    ? `its objects have more than ${archiveLimits.bytes} bytes`
    : kept
}

/** An object that an earlier run has read, as long as the list says that it is the same. */
async function readObject(
  { world, source, base, access }: Asking,
  { key, etag }: BucketObject,
): Promise<Uint8Array | string> {
  const url = `${base.href}/${key.split("/").map(encodeURIComponent).join("/")}`
  const note = world.digest(JSON.stringify(["object", url, etag, access]))
  const known = await world.cache.get("remote", note)
  const content = known && (await readContent(world, new TextDecoder().decode(known)))
  if (content && etag !== "") return content
  if (world.offline) return "--offline"
  const answer = await world.network.get({ url, maxBytes: archiveLimits.fileBytes, ...access })
  if (answer.status !== "ok") return reasonOf(answer, url, source.access)
  const { digest } = await keepContent(world, answer.bytes)
  await world.cache.put("remote", note, new TextEncoder().encode(digest))
  return answer.bytes
}

function unavailable(reason: string): RemoteChart {
  return { status: "unavailable", reason }
}
