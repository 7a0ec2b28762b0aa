import type { Cache } from "../cache.ts"
import type { Download, DownloadRequest, Network, Validators } from "./network.ts"

/** What downloads need. */
export interface DownloadWorld {
  readonly network: Network
  readonly cache: Cache
  /** sha256 in lower-case hex. */
  digest(content: string | Uint8Array): string
  /** Only what earlier runs have left is used. */
  readonly offline: boolean
}

/** Content that was downloaded in this run or in an earlier one. */
export interface Remembered {
  readonly status: "ok"
  /** sha256 of the content, in hex. */
  readonly digest: string
  readonly bytes: Uint8Array
  /** The header `Link`: where more of a list is. */
  readonly link?: string
}

/** A download that has not given content. */
export type Unavailable = Exclude<Download, { readonly status: "ok" | "unchanged" }>

interface Note extends Validators {
  readonly digest: string
  readonly link?: string
}

/** How to ask, where a plain request will not do. */
export interface Asking {
  /** Who asks: what one may see, another may not. */
  readonly identity: unknown
  get(request: DownloadRequest): Promise<Download>
}

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * Downloads what may have changed, and spares the way when its server says that it has not. Who asks is part of the key,
 * as a digest.
 */
export async function downloadChanging(
  world: DownloadWorld,
  request: DownloadRequest,
  asking: Asking = { identity: request.credentials, get: (one) => world.network.get(one) },
): Promise<Remembered | Unavailable> {
  const { cache, digest, offline } = world
  const { url, accept } = request
  const key = digest(JSON.stringify([url, accept ?? null, asking.identity ?? null]))
  const note = await readNote(cache, key)
  const bytesBefore = note && (await readContent(world, note.digest))
  const before = note && bytesBefore ? contentOf(note, bytesBefore) : undefined
  if (offline) return before ?? { status: "failed", reason: "--offline" }
  const download = await asking.get({ ...request, ...(before && note ? validatorsOf(note) : {}) })
  if (download.status === "unchanged")
    return (
      before ?? { status: "failed", reason: "its server says that nothing has changed, unasked" }
    )
  if (download.status !== "ok") return download
  const { digest: own } = await keepContent(world, download.bytes)
  const next = noteOf(own, download.headers)
  await cache.put("remote", key, encoder.encode(JSON.stringify(next)))
  return contentOf(next, download.bytes)
}

function validatorsOf({ etag, lastModified }: Note): Pick<DownloadRequest, "validators"> {
  if (etag === undefined && lastModified === undefined) return {}
  return {
    validators: {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    },
  }
}

function noteOf(digest: string, headers: ReadonlyMap<string, string>): Note {
  const etag = headers.get("etag")
  const lastModified = headers.get("last-modified")
  const link = headers.get("link")
  return {
    digest,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(link === undefined ? {} : { link }),
  }
}

async function readNote(cache: Cache, key: string): Promise<Note | undefined> {
  const bytes = await cache.get("remote", key)
  // Entries are verified by the cache, and written above alone.
  return bytes && (JSON.parse(decoder.decode(bytes)) as Note)
}

function contentOf({ digest, link }: Note, bytes: Uint8Array): Remembered {
  return { status: "ok", digest, bytes, ...(link === undefined ? {} : { link }) }
}

/** Content by its digest; what is not what it claims to be is not there. */
export async function readContent(
  { cache, digest }: Pick<DownloadWorld, "cache" | "digest">,
  expected: string,
): Promise<Uint8Array | undefined> {
  const bytes = await cache.get("content", expected)
  return bytes && digest(bytes) === expected ? bytes : undefined
}

/** Keeps content under its digest. */
export async function keepContent(
  { cache, digest }: Pick<DownloadWorld, "cache" | "digest">,
  bytes: Uint8Array,
): Promise<Remembered> {
  const own = digest(bytes)
  await cache.put("content", own, bytes)
  return { status: "ok", digest: own, bytes }
}
