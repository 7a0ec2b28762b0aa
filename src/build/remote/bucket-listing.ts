/** An object of a bucket. */
export interface BucketObject {
  readonly key: string
  /** Changes with its content. */
  readonly etag: string
  readonly size: number
}

/** A page of the list of a bucket's objects. */
export interface BucketPage {
  readonly objects: readonly BucketObject[]
  /** What the next page is asked for with. */
  readonly next?: string
}

/**
 * Reads an answer to ListObjectsV2; undefined for what is none.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function readBucketPage(text: string): BucketPage | undefined {
  if (!/<ListBucketResult[\s>]/u.test(text)) return undefined
  const isEncoded = elementIn(text, "EncodingType") === "url"
  const objects: BucketObject[] = []
  for (const part of text.split("<Contents>").slice(1)) {
    const content = part.split("</Contents>")[0] ?? ""
    const key = keyIn(elementIn(content, "Key"), isEncoded)
    const size = Number(elementIn(content, "Size") ?? "0")
    if (key === undefined || !Number.isSafeInteger(size)) return undefined
    objects.push({ key, size, etag: elementIn(content, "ETag") ?? "" })
  }
  const next = elementIn(text, "NextContinuationToken")
  const isCut = elementIn(text, "IsTruncated") === "true"
  return { objects, ...(isCut && next ? { next } : {}) }
}

function elementIn(text: string, name: string): string | undefined {
  const start = text.indexOf(`<${name}>`)
  const end = text.indexOf(`</${name}>`, start)
  return start < 0 || end < 0 ? undefined : decoded(text.slice(start + name.length + 2, end))
}

/** Keys are asked for in percent-encoding, since XML cannot hold them all; not every server does it. */
function keyIn(text: string | undefined, isEncoded: boolean): string | undefined {
  try {
    return isEncoded && text !== undefined ? decodeURIComponent(text.replaceAll("+", " ")) : text
  } catch {
    return undefined
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? all
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
}
