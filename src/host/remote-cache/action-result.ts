/** The content that an entry of `/ac/` leads to: its place in `/cas/`. */
export interface ContentDigest {
  /** sha256 in lower-case hex. */
  readonly hash: string
  readonly size: number
}

// Numbers of fields in `build.bazel.remote.execution.v2`: ActionResult.output_files; OutputFile.path, digest; Digest.hash, size_bytes.
const field = { outputFiles: 2, path: 1, digest: 2, hash: 1, size: 2 } as const
const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const
const outputPath = "result"

/** Bazel's `ActionResult` with one output file; servers look into it, and keep the content as long as the entry. */
export function encodeActionResult({ hash, size }: ContentDigest): Uint8Array {
  const digest = [bytesField(field.hash, Buffer.from(hash)), varintField(field.size, size)]
  const file = [
    bytesField(field.path, Buffer.from(outputPath)),
    bytesField(field.digest, Buffer.concat(digest)),
  ]
  return bytesField(field.outputFiles, Buffer.concat(file))
}

/** Reads what {@link encodeActionResult} has written; undefined when it is anything else. */
export function decodeActionResult(bytes: Uint8Array): ContentDigest | undefined {
  const file = readFields(bytes)?.get(field.outputFiles)
  const digest = file instanceof Uint8Array ? readFields(file)?.get(field.digest) : undefined
  const fields = digest instanceof Uint8Array ? readFields(digest) : undefined
  const [hash, size = 0] = [fields?.get(field.hash), fields?.get(field.size)]
  if (!(hash instanceof Uint8Array) || typeof size !== "number") return undefined
  const text = Buffer.from(hash).toString("latin1")
  return /^[0-9a-f]{64}$/u.test(text) ? { hash: text, size } : undefined
}

function varint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) | 128)
  }
}

function varintField(number: number, value: number): Buffer {
  return Buffer.from([...varint(number * 8 + wire.varint), ...varint(value)])
}

function bytesField(number: number, value: Uint8Array): Buffer {
  const head = [...varint(number * 8 + wire.bytes), ...varint(value.length)]
  return Buffer.concat([Buffer.from(head), value])
}

/** The fields of a message by number, the last one of each; undefined when it is cut off or of another make. */
function readFields(bytes: Uint8Array): ReadonlyMap<number, number | Uint8Array> | undefined {
  const fields = new Map<number, number | Uint8Array>()
  let at = 0
  const number = (): number => {
    let value = 0
    for (let factor = 1; factor < 2 ** 49; factor *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) return Number.NaN
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
    return Number.NaN
  }
  while (at < bytes.length) {
    const tag = number()
    const kind = tag % 8
    if (kind === wire.fixed64 || kind === wire.fixed32) at += kind === wire.fixed64 ? 8 : 4
    else if (kind === wire.varint) fields.set(Math.floor(tag / 8), number())
    else if (kind === wire.bytes) {
      const size = number()
      if (Number.isNaN(size) || at + size > bytes.length) return undefined
      fields.set(Math.floor(tag / 8), bytes.subarray(at, at + size))
      at += size
    } else return undefined
  }
  return at === bytes.length ? fields : undefined
}
