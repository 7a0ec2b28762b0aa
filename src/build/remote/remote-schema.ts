import { type FetchedSchema, maxSchemaBytes } from "../../schema/fetched-schemas.ts"
import { once } from "./once.ts"
import { reasonOf } from "./refusal.ts"
import { type DownloadWorld, downloadChanging } from "./remembered.ts"

/** A JSON Schema from the network, or from an earlier run when its server says that it has not changed. */
export async function remoteSchema(world: DownloadWorld, url: string): Promise<FetchedSchema> {
  const request = { url, maxBytes: maxSchemaBytes, compressible: true }
  const download = await downloadChanging(world, request)
  if (download.status === "ok")
    return { status: "ok", text: new TextDecoder().decode(download.bytes) }
  if (download.status === "refused" && (download.code === 404 || download.code === 410))
    return { status: "absent" }
  const reason = reasonOf(download, url, {})
  const refused = download.status === "failed" && download.refused === true
  return {
    status: "unavailable",
    reason,
    chosen: world.offline,
    ...(refused && { refused }),
  }
}

/** What one run keeps of schemas; beyond it the cache is asked, and the server whether it is still good. */
const maxKept = 16 * maxSchemaBytes

/** Releases of one chart ask for the same schemas. */
export function schemasOnce(
  load: (url: string, offline: boolean) => Promise<FetchedSchema>,
): (url: string, offline: boolean) => Promise<FetchedSchema> {
  const kept = new Map<string, FetchedSchema>()
  const running = once<FetchedSchema>({ whileRunning: true })
  let bytes = 0
  return (url, offline) => {
    const key = `${offline} ${url}`
    return running(key, async () => {
      const before = kept.get(key)
      if (before) return before
      const fetched = await load(url, offline)
      bytes += fetched.status === "ok" ? fetched.text.length : 0
      if (bytes <= maxKept) kept.set(key, fetched)
      return fetched
    })
  }
}
