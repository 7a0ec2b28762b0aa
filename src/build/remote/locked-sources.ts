import { askedBy, type Lock, type LockEntry, lockKey } from "./lock.ts"
import { sha256Of } from "./oci-manifest.ts"
import { type DownloadWorld, readContent } from "./remembered.ts"
import type { AnySource, RemoteChart, RemoteChartRequest, RemoteSources } from "./remote-sources.ts"

/** What is needed to hold sources to a lock. */
export interface LockWorld extends Pick<DownloadWorld, "cache" | "digest"> {
  readonly lock: Lock
  /** Is told what sources have given. */
  readonly onFetched?: (entry: LockEntry) => void
}

/** Sources that give what `sluice.lock` says, or nothing; those that it does not name are asked as ever. */
export function lockedSources(sources: RemoteSources, world: LockWorld): RemoteSources {
  const ask = async <Request extends RemoteChartRequest<AnySource>>(
    request: Request,
    fetch: (request: Request) => Promise<RemoteChart>,
  ): Promise<RemoteChart> => {
    const asked = askedBy(request)
    const entry = world.lock.get(lockKey(asked))
    const found = entry ? await held(world, request, entry, fetch) : await fetch(request)
    if (found.status === "found") {
      const { version, digest } = found
      world.onFetched?.({ ...asked, version, digest: `sha256:${digest}` })
    }
    return found
  }
  return {
    find: (request) => ask(request, (one) => sources.find(one)),
    artifact: (request) => ask(request, (one) => sources.artifact(one)),
    mirror: (url, offline) => sources.mirror(url, offline),
  }
}

/** What is in the cache under the digest needs no question. */
async function held<Request extends RemoteChartRequest<AnySource>>(
  world: LockWorld,
  request: Request,
  { version, digest, source: place }: LockEntry,
  fetch: (request: Request) => Promise<RemoteChart>,
): Promise<RemoteChart> {
  const expected = sha256Of(digest) ?? ""
  const known = await readContent(world, expected)
  if (known) return { status: "found", archive: known, digest: expected, version, place }
  const found = await fetch(pinned(request, version))
  if (found.status === "unavailable" || (found.status === "found" && found.digest === expected))
    return found
  const what = found.status === "found" ? "has changed" : "is gone"
  const reason = `version ${version} ${what} since sluice.lock was written: run \`sluice lock\``
  return { status: "unavailable", reason }
}

/** A range may have moved on: the version of the lock is asked for. */
function pinned<Request extends RemoteChartRequest<AnySource>>(
  request: Request,
  version: string,
): Request {
  const { source } = request
  // A bucket has no versions to ask for.
  if (source.kind === "bucket") return request
  if (source.kind === "git") {
    const { reference } = source
    const branch =
      reference.by === "branch" || reference.by === "commit" ? reference.branch : undefined
    const commit = { by: "commit", commit: version, ...(branch === undefined ? {} : { branch }) }
    return { ...request, source: { ...source, reference: commit } }
  }
  if (source.kind !== "artifact") return { ...request, version }
  return source.reference.by === "digest"
    ? request
    : { ...request, source: { ...source, reference: { by: "tag", tag: version } } }
}
