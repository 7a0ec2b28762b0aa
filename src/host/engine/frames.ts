const lengthBytes = 4

/** The parts of a request: its length, the length of its head (32 bits each, little endian), the head, the blobs. */
export function frameOf(
  name: string,
  request: string,
  blobs: readonly Uint8Array[],
): readonly Uint8Array[] {
  const sizes = JSON.stringify(blobs.map((blob) => blob.length))
  const head = Buffer.from(`{"call":"${name}","request":${request},"blobs":${sizes}}`)
  const size = blobs.reduce((sum, blob) => sum + blob.length, lengthBytes + head.length)
  const lengths = Buffer.alloc(2 * lengthBytes)
  lengths.writeUInt32LE(size, 0)
  lengths.writeUInt32LE(head.length, lengthBytes)
  return [lengths, head, ...blobs]
}

/** Puts messages together from the pieces in which a pipe brings them; each message follows its length. */
export class FrameReader {
  #parts: Buffer[] = []
  #held = 0

  /** The messages that `part` completes. */
  read(part: Buffer): readonly Uint8Array<ArrayBuffer>[] {
    this.#parts.push(part)
    this.#held += part.length
    const messages: Uint8Array<ArrayBuffer>[] = []
    for (let next = this.#next(); next !== undefined; next = this.#next()) messages.push(next)
    return messages
  }

  #next(): Uint8Array<ArrayBuffer> | undefined {
    if (this.#held < lengthBytes) return undefined
    if ((this.#parts[0]?.length ?? 0) < lengthBytes) this.#parts = [Buffer.concat(this.#parts)]
    const end = lengthBytes + (this.#parts[0]?.readUInt32LE(0) ?? 0)
    if (this.#held < end) return undefined
    const whole = Buffer.concat(this.#parts)
    this.#parts = [whole.subarray(end)]
    this.#held -= end
    return new Uint8Array(whole.subarray(lengthBytes, end))
  }
}
