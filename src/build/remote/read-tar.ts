/** What an archive may hold; beyond it nothing of it is used (`safety.md` row 9). */
export interface ArchiveLimits {
  /** All files together, unpacked. */
  readonly bytes: number
  readonly fileBytes: number
  readonly entries: number
}

/** Flux's and Helm's own numbers. */
export const archiveLimits: ArchiveLimits = {
  bytes: 100 * 1024 * 1024,
  fileBytes: 5 * 1024 * 1024,
  entries: 10_000,
}

/** An archive that is broken, hostile or too large. */
export class BadArchive extends Error {}

const block = 512
const decoder = new TextDecoder("utf-8", { fatal: true })

/**
 * The files of a tar archive (ustar, pax, GNU). Links and folders are left out, as Flux leaves them out; a path that leads
 * out of the archive makes it a bad one. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export function readTar(
  bytes: Uint8Array,
  limits: ArchiveLimits = archiveLimits,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let named: string | undefined
  for (const { type, header, content } of entriesOf(bytes, limits.entries)) {
    if (type === "x" || type === "L")
      named = type === "L" ? textOf(content) : (pathIn(content) ?? named)
    if (headerTypes.has(type)) continue
    const path = named ?? pathOf(header)
    named = undefined
    if (fileTypes.has(type)) {
      if (content.length > limits.fileBytes)
        throw new BadArchive(`${path} has more than ${limits.fileBytes} bytes`)
      files.set(safePath(path), content)
    } else if (!leftOutTypes.has(type)) {
      throw new BadArchive(`${path} is neither a file nor a folder`)
    }
  }
  return files
}

const fileTypes = new Set(["0", "\0", "7"])
/** Hard links, symbolic links and folders. */
const leftOutTypes = new Set(["1", "2", "5"])
/** Headers of pax and GNU: they say more of the entry that follows. */
const headerTypes = new Set(["x", "g", "L", "K"])

interface Entry {
  readonly type: string
  readonly header: Uint8Array
  readonly content: Uint8Array
}

function* entriesOf(bytes: Uint8Array, maxEntries: number): Generator<Entry> {
  let entries = 0
  for (let at = 0; at + block <= bytes.length; ) {
    const header = bytes.subarray(at, at + block)
    if (header.every((byte) => byte === 0)) return
    if (++entries > maxEntries) throw new BadArchive(`it has more than ${maxEntries} entries`)
    checkSum(header)
    const size = numberAt(header, 124, 12)
    const content = bytes.subarray(at + block, at + block + size)
    if (content.length < size) throw new BadArchive("it is cut off")
    at += block + Math.ceil(size / block) * block
    yield { type: String.fromCharCode(header[156] ?? 0), header, content }
  }
}

/** The path of a file inside the archive; one that leads out of it, or that no file has, is refused. */
function safePath(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".")
  const isHostile =
    path.startsWith("/") || /[\0\\]/u.test(path) || /^[a-z]:/iu.test(path) || parts.includes("..")
  if (isHostile || parts.length === 0) throw new BadArchive("a path leads out of it")
  return parts.join("/")
}

function checkSum(header: Uint8Array): void {
  let sum = 0
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte
  if (sum !== numberAt(header, 148, 8)) throw new BadArchive("it is no tar archive")
}

/** Octal digits, or for large numbers the bytes themselves. */
function numberAt(header: Uint8Array, start: number, length: number): number {
  const field = header.subarray(start, start + length)
  if (((field[0] ?? 0) & 0x80) !== 0) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
    return Math.min(value, Number.MAX_SAFE_INTEGER)
  }
  const [digits = ""] = /^ *[0-7]*/u.exec(textOf(field)) ?? []
  return Number.parseInt(digits.trim() || "0", 8)
}

function pathOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100))
  const isUstar = textOf(header.subarray(257, 262)) === "ustar"
  const prefix = isUstar && header[263] === 0x30 ? textOf(header.subarray(345, 500)) : ""
  return prefix === "" ? name : `${prefix}/${name}`
}

/** The record `path` of a pax header: `<length> path=<value>\n`. */
function pathIn(content: Uint8Array): string | undefined {
  let path: string | undefined
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at)
    const length = space < 0 ? 0 : Number(textOf(content.subarray(at, space)))
    if (!Number.isSafeInteger(length) || length <= 0)
      throw new BadArchive("a header of it is broken")
    const record = textOf(content.subarray(space + 1, at + length - 1))
    if (record.startsWith("path=")) path = record.slice("path=".length)
    at += length
  }
  return path
}

/** Text up to the first zero byte. */
function textOf(field: Uint8Array): string {
  const end = field.indexOf(0)
  try {
    return decoder.decode(end < 0 ? field : field.subarray(0, end))
  } catch {
    throw new BadArchive("a name in it is no text")
  }
}
