/** An entry of an archive, as wrong as a test wants it. */
export interface TarEntry {
  readonly path: string
  readonly content?: string | Uint8Array
  /** `0` for a file. */
  readonly type?: string
  readonly link?: string
  readonly prefix?: string
  /** What the header claims. */
  readonly size?: number
}

/** Writes a tar archive. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content ?? "")
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512)
    return [headerOf(entry, content.length), content, padding]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function headerOf(
  { path, type = "0", link = "", prefix = "", size }: TarEntry,
  length: number,
): Buffer {
  const header = Buffer.alloc(512)
  header.write(path.slice(0, 100), 0)
  header.write("0000644\0", 100)
  header.write(`${(size ?? length).toString(8).padStart(11, "0")}\0`, 124)
  header.write("        ", 148)
  header.write(type, 156)
  header.write(link, 157)
  header.write("ustar\x0000", 257)
  header.write(prefix, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return header
}
