import { createHash, createHmac } from "node:crypto"
import type { SigningKey } from "../../build/remote/network.ts"

/** A request without content that is to be signed. */
export interface Signable {
  readonly url: URL
  readonly at: Date
  readonly service: string
  /** Further headers that the signature covers, with names in lower case. */
  readonly headers?: Readonly<Record<string, string>>
}

const algorithm = "AWS4-HMAC-SHA256"

/** sha256 of nothing: requests that read have no content. */
export const emptyDigest: string = sha256("")

/** The headers that make a GET request a signed one. */
export function signedHeaders(key: SigningKey, url: URL, at: Date): Record<string, string> {
  const headers = { "x-amz-content-sha256": emptyDigest, "x-amz-date": timestamp(at) }
  const request = { url, at, service: "s3", headers }
  return { ...headers, authorization: authorizationOf(key, request) }
}

/**
 * Signature Version 4 of a GET request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function authorizationOf(
  { id, secret, region }: SigningKey,
  { url, at, service, headers = {} }: Signable,
): string {
  const all = { host: url.host, "x-amz-date": timestamp(at), ...headers }
  const names = Object.keys(all).sort()
  const lines = Object.entries(all)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => `${name}:${value.trim()}\n`)
  const signed = names.join(";")
  const canonical = [
    ...["GET", canonicalPath(url), canonicalQuery(url)],
    ...[lines.join(""), signed, emptyDigest],
  ].join("\n")
  const day = timestamp(at).slice(0, 8)
  const scope = `${day}/${region}/${service}/aws4_request`
  const text = [algorithm, timestamp(at), scope, sha256(canonical)].join("\n")
  const signingKey = [day, region, service, "aws4_request"].reduce<Buffer | string>(
    (before, part) => hmac(before, part),
    `AWS4${secret}`,
  )
  const signature = hmac(signingKey, text).toString("hex")
  return `${algorithm} Credential=${id}/${scope}, SignedHeaders=${signed}, Signature=${signature}`
}

/** The steps of a path, each escaped once: S3 escapes no second time. */
function canonicalPath({ pathname }: URL): string {
  return pathname
    .split("/")
    .map((step) => escaped(decodeURIComponent(step)))
    .join("/")
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join("&")
}

/** Everything but letters, digits and `-._~`. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** `20130524T000000Z` */
function timestamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/gu, "")
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest()
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
