import { type FetchedSchema, maxSchemaBytes } from "../../schema/fetched-schemas.ts"
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
  return { status: "unavailable", reason, chosen: world.offline }
}
