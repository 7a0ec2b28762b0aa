/** How many characters of text a hash covers: the line's and those after it. */
const blockSize = 100
const multiplier = 37n
const space = 32
const tab = 9
const lineFeed = 10
const carriageReturn = 13
/** Stands for the end of the text. */
const endOfText = 65535

/**
 * For each line of `text`, from 0, the hash that GitHub's upload action would give it (`primaryLocationLineHash`; github/
 * codeql-action, fingerprints.ts): a rolling hash over the hundred characters from its start, without blanks, and how
 * often the same hash has come before. With another value the action prints a warning for each result.
 */
export function lineHashes(text: string): readonly string[] {
  const hashes: string[] = []
  const counts = new Map<string, number>()
  const { codes, starts } = significantCodes(text)
  const outgoing = power(multiplier, blockSize)
  let raw = 0n
  let next = 0
  // The window is full, or filled up with zeros after the end, when a line's hash is read.
  for (let end = 0; next < starts.length; end++) {
    const incoming = BigInt(codes[end] ?? 0)
    const leaving = BigInt(codes[end - blockSize] ?? 0)
    raw = BigInt.asUintN(64, raw * multiplier + incoming - outgoing * leaving)
    if (end + 1 - blockSize !== starts[next]) continue
    const hash = raw.toString(16)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    hashes.push(`${hash}:${count}`)
    next += 1
  }
  return hashes
}

function power(base: bigint, exponent: number): bigint {
  return BigInt.asUintN(64, base ** BigInt(exponent))
}

/** The text without blanks, each line break as one line feed, and where in it lines start. */
function significantCodes(text: string): {
  readonly codes: readonly number[]
  readonly starts: readonly number[]
} {
  const codes: number[] = []
  const starts: number[] = []
  let isLineStart = true
  let isAfterReturn = false
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? endOfText : text.charCodeAt(at)
    if (code === space || code === tab || (isAfterReturn && code === lineFeed)) {
      isAfterReturn = false
      continue
    }
    isAfterReturn = code === carriageReturn
    if (isLineStart) starts.push(codes.length)
    const kept = code === carriageReturn ? lineFeed : code
    isLineStart = kept === lineFeed
    codes.push(kept)
  }
  return { codes, starts }
}
