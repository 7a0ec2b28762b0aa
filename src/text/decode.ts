/** The text of a file, or where and why its bytes are no text. `offset` counts bytes. */
export type Decoded =
  | { readonly text: string }
  | { readonly error: string; readonly offset: number }

/**
 * Decodes a file as YAML does: UTF-8, or UTF-16 when it begins with such a byte order mark.
 * The byte order mark stays in the text, so that writing the text back gives the same file.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes, "UTF-16")
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return decodeAs("utf-16le", swapBytes(bytes), "UTF-16")
  return decodeAs("utf-8", bytes, "UTF-8")
}

function decodeAs(encoding: "utf-8" | "utf-16le", bytes: Uint8Array, name: string): Decoded {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  try {
    return { text: decoder.decode(bytes) }
  } catch {
    return { error: `The file is not ${name} text.`, offset: firstBadByte(encoding, bytes) }
  }
}

/** Where the longest prefix that decodes ends, found by halving. */
function firstBadByte(encoding: "utf-8" | "utf-16le", bytes: Uint8Array): number {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (decodePrefix(encoding, bytes.subarray(0, middle)) !== undefined) low = middle
    else high = middle - 1
  }
  // The prefix may end with the first bytes of a character that does not go on.
  const text = decodePrefix(encoding, bytes.subarray(0, low)) ?? ""
  return encoding === "utf-8" ? new TextEncoder().encode(text).length : text.length * 2
}

function decodePrefix(encoding: "utf-8" | "utf-16le", bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    return decoder.decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function swapBytes(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes.length)
  for (let at = 0; at < bytes.length; at++) swapped[at] = bytes[at ^ 1] ?? 0
  return swapped
}
