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
}

type Unavailable = Exclude<Download, { readonly status: "ok" | "unchanged" }>

interface Note extends Validators {
  readonly digest: string
}

/** What cannot be asked for with `--offline`. */
export const notFetched: Unavailable = { status: "failed", reason: "--offline" }

const decoder = new TextDecoder()
const encoder = new TextEncoder()

/**
 * Downloads what may have changed, and spares the way when its server says that it has not. Which credentials were used is
 * part of the key: who may see what differs.
 */
export async function downloadChanging(
  world: DownloadWorld,
  request: DownloadRequest,
): Promise<Remembered | Unavailable> {
  const { network, cache, digest, offline } = world
  const { url, accept, credentials } = request
  const key = digest(JSON.stringify([url, accept ?? null, credentials ?? null]))
  const note = await readNote(cache, key)
  const bytesBefore = note && (await readContent(world, note.digest))
  const before = note && bytesBefore ? contentOf(note.digest, bytesBefore) : undefined
  if (offline) return before ?? notFetched
  const download = await network.get({ ...request, ...(before ? { validators: note ?? {} } : {}) })
  if (download.status === "unchanged")
    return (
      before ?? { status: "failed", reason: "its server says that nothing has changed, unasked" }
    )
  if (download.status !== "ok") return download
  const { bytes, headers } = download
  const made = await keepContent(world, bytes)
  const etag = headers.get("etag")
  const lastModified = headers.get("last-modified")
  const next: Note = {
    digest: made.digest,
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  }
  await cache.put("remote", key, encoder.encode(JSON.stringify(next)))
  return made
}

async function readNote(cache: Cache, key: string): Promise<Note | undefined> {
  const bytes = await cache.get("remote", key)
  // Entries are verified by the cache, and written above alone.
  return bytes && (JSON.parse(decoder.decode(bytes)) as Note)
}

function contentOf(digest: string, bytes: Uint8Array): Remembered {
  return { status: "ok", digest, bytes }
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
  return contentOf(own, bytes)
}
