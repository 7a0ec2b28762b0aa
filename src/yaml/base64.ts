const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const PATTERN = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u

/** The bytes of standard, padded base64, as Go decodes it: line breaks are skipped, anything else is undefined. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\r\n]/gu, "")
  if (!PATTERN.test(digits)) return undefined
  const unpadded = digits.replace(/=+$/u, "")
  const bytes = new Uint8Array(Math.floor((unpadded.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of unpadded) {
    bits = ((bits << 6) | ALPHABET.indexOf(digit)) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 0xff
    }
  }
  return bytes
}

type Decoder = InstanceType<typeof TextDecoder>

/** The text of UTF-8 bytes as Go writes it to JSON: each byte that is no text becomes U+FFFD. */
export function lenientUtf8(bytes: Uint8Array): string {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  try {
    return strict.decode(bytes)
  } catch {
    return decodeBytewise(bytes, strict)
  }
}

function decodeBytewise(bytes: Uint8Array, strict: Decoder): string {
  let text = ""
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0)
    const character = tryDecode(bytes.subarray(at, at + length), strict)
    text += character ?? "\uFFFD"
    at += character === undefined ? 1 : length
  }
  return text
}

function tryDecode(bytes: Uint8Array, strict: Decoder): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function sequenceLength(first: number): number {
  if (first < 0xc0) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}
