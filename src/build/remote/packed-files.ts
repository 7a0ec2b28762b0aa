/** Files as one piece of bytes: a line of JSON with paths and sizes, then the contents. The same files give the same bytes. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1))
  const head = JSON.stringify(sorted.map(([path, { length }]) => [path, length]))
  const header = new TextEncoder().encode(`${head}\n`)
  const size = sorted.reduce((sum, [, { length }]) => sum + length, header.length)
  const packed = new Uint8Array(size)
  packed.set(header)
  let at = header.length
  for (const [, bytes] of sorted) {
    packed.set(bytes, at)
    at += bytes.length
  }
  return packed
}

/** The files that {@link packFiles} was given. */
export function unpackFiles(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const end = packed.indexOf(10)
  // Only what `packFiles` has written gets here: content is verified by its digest.
  const head = JSON.parse(new TextDecoder().decode(packed.subarray(0, end))) as readonly (readonly [
    path: string,
    length: number,
  ])[]
  const files = new Map<string, Uint8Array>()
  let at = end + 1
  for (const [path, length] of head) {
    files.set(path, packed.slice(at, at + length))
    at += length
  }
  return files
}

/** The path of a file inside its tree; undefined for one that leads out of it, or that no file has. */
export function insidePath(path: string): string | undefined {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".")
  const isHostile = path.startsWith("/") || /[\0\\]/u.test(path) || /^[a-z]:/iu.test(path)
  return isHostile || parts.length === 0 || parts.includes("..") ? undefined : parts.join("/")
}
