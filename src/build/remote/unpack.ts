import { type ArchiveLimits, archiveLimits, BadArchive, readTar } from "./read-tar.ts"

/** The files of a `.tar.gz`, unpacked in memory; throws {@link BadArchive}. */
export async function unpack(
  archive: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): Promise<ReadonlyMap<string, Uint8Array>> {
  return readTar(await gunzip(archive, limits.bytes), limits)
}

/** Stops as soon as there is too much: what a small archive claims to be is not believed. */
async function gunzip(archive: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(archive)])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"))
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of stream) {
      length += part.length
      if (length > maxBytes) break
      parts.push(part)
    }
  } catch (error) {
    throw new BadArchive("it is no gzip", { cause: error })
  }
  if (length > maxBytes) throw new BadArchive(`it has more than ${maxBytes} bytes when unpacked`)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
