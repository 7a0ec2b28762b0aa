import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from "node:http"
import { Agent as HttpsAgent, request as requestHttps } from "node:https"
import type { LookupFunction } from "node:net"
import { rootCertificates } from "node:tls"
import { createGunzip } from "node:zlib"
import type { Credentials, DownloadRequest } from "../../build/remote/network.ts"
import type { HttpProxy } from "./proxy.ts"
import { signedHeaders } from "./sigv4.ts"
import { ConnectTimeout, ProxyFailure, TunnelAgent } from "./tunnel.ts"

/** The most connections to one host. */
export const connectionsPerHost = 4

/** How a request reaches the world. */
export interface Wire {
  readonly lookup: LookupFunction
  readonly userAgent: string
  readonly signal: AbortSignal
  /** A host that has not taken the connection by then is not there. */
  readonly connectMs: number
  /** The user's proxy, which looks the host up by itself. */
  readonly proxy?: HttpProxy
}

/** An answer without its content. */
export interface Answer {
  readonly code: number
  readonly headers: ReadonlyMap<string, string>
  /** Reads the content; throws {@link TooLarge} beyond the limit. */
  read(maxBytes: number): Promise<Uint8Array>
  /** Leaves the content unread, however much there is. */
  discard(): void
}

/** More content than there may be. */
export class TooLarge extends Error {}

/** Content in an encoding that was not asked for. */
export class UnknownEncoding extends Error {}

const agentOptions = { keepAlive: true, maxSockets: connectionsPerHost, maxFreeSockets: 2 }
const http = new HttpAgent(agentOptions)
const https = new HttpsAgent(agentOptions)

/** A request as it is sent: a download, or an upload. */
export interface SentRequest extends DownloadRequest {
  /** What is to be stored at the address; without it the content there is asked for. */
  readonly upload?: Uint8Array
}

/** Asks one server once; follows nothing. Credentials are sent when they belong to the server's origin. */
export function send(url: URL, request: SentRequest, wire: Wire): Promise<Answer> {
  const own = ownCredentials(url, request.credentials)
  const options = {
    lookup: wire.lookup,
    signal: wire.signal,
    method: methodOf(request),
    headers: {
      ...headersOf(request, own, wire.userAgent),
      ...(own?.signing && signedHeaders(own.signing, url, new Date())),
    },
  }
  return new Promise((settle, reject) => {
    const sent =
      url.protocol === "https:"
        ? requestHttps(url, { ...options, agent: agentFor(wire), ...tlsOf(request, own) })
        : sendPlainly(url, options, wire)
    // Over http the connection is the proxy's own.
    const isProxied = wire.proxy !== undefined && url.protocol === "http:"
    const fail = (cause: Error): void =>
      reject(isProxied && wire.proxy ? new ProxyFailure(wire.proxy, { cause }) : cause)
    sent.on("response", (response) => settle(answerOf(response, request)))
    sent.on("error", fail)
    sent.on("socket", (socket) => {
      if (!socket.connecting) return
      const timer = setTimeout(() => sent.destroy(new ConnectTimeout()), wire.connectMs)
      socket.once("connect", () => clearTimeout(timer)).once("close", () => clearTimeout(timer))
    })
    sent.end(request.form ? new URLSearchParams(request.form).toString() : request.upload)
  })
}

const tunnels = new Map<string, TunnelAgent>()

/** One for each proxy, so that its tunnels are used again. */
function agentFor({ proxy, connectMs }: Wire): HttpsAgent {
  if (!proxy) return https
  // Who looks a proxy up decides where it is.
  if (proxy.lookup) return new TunnelAgent(proxy, connectMs, { maxSockets: connectionsPerHost })
  const key = JSON.stringify([proxy.url.href, proxy.authorization ?? "", connectMs])
  const agent = tunnels.get(key) ?? new TunnelAgent(proxy, connectMs, agentOptions)
  tunnels.set(key, agent)
  return agent
}

/** Over http, to the host itself or, with the whole address, to a proxy. */
function sendPlainly(
  url: URL,
  options: RequestOptions & { readonly headers: Record<string, string> },
  { proxy }: Wire,
): ClientRequest {
  if (!proxy) return requestHttp(url, { ...options, agent: http })
  const { lookup: _, ...given } = options
  const { authorization, lookup } = proxy
  const rest = { ...given, ...(lookup && { lookup, agent: false }) }
  const headers = {
    ...options.headers,
    host: url.host,
    ...(authorization !== undefined && { "proxy-authorization": authorization }),
  }
  const asked = { ...rest, headers, path: url.href }
  return proxy.url.protocol === "https:"
    ? requestHttps(proxy.url, { agent: https, ...asked })
    : requestHttp(proxy.url, { agent: http, ...asked })
}

function methodOf({ form, upload }: SentRequest): string {
  if (upload) return "PUT"
  return form ? "POST" : "GET"
}

function ownCredentials(url: URL, credentials: Credentials | undefined): Credentials | undefined {
  return credentials?.origin === url.origin ? credentials : undefined
}

function headersOf(
  { accept, compressible, validators, form, upload }: SentRequest,
  credentials: Credentials | undefined,
  userAgent: string,
): Record<string, string> {
  return {
    "user-agent": userAgent,
    accept: accept ?? "*/*",
    "accept-encoding": compressible === true ? "gzip" : "identity",
    ...(upload && { "content-length": String(upload.length) }),
    ...(validators?.etag === undefined ? {} : { "if-none-match": validators.etag }),
    ...(validators?.lastModified === undefined
      ? {}
      : { "if-modified-since": validators.lastModified }),
    ...(form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
    ...(credentials?.authorization === undefined
      ? {}
      : { authorization: credentials.authorization }),
  }
}

function tlsOf(
  { authorities }: DownloadRequest,
  credentials: Credentials | undefined,
): { readonly ca?: string[]; readonly cert?: string; readonly key?: string } {
  return {
    // Flux adds a Secret's `ca.crt` to the authorities of the system.
    ...(authorities === undefined ? {} : { ca: [...rootCertificates, authorities] }),
    ...credentials?.certificate,
  }
}

function answerOf(response: IncomingMessage, { compressible }: DownloadRequest): Answer {
  const headers = new Map(
    Object.entries(response.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
    ),
  )
  return {
    code: response.statusCode ?? 0,
    headers,
    read: async (maxBytes) => {
      try {
        const encoding = headers.get("content-encoding") ?? "identity"
        const plain = compressible !== true || encoding === "identity"
        if (!plain && encoding !== "gzip") throw new UnknownEncoding(encoding)
        return await readAll(plain ? response : gunzipped(response), maxBytes)
      } finally {
        response.destroy()
      }
    },
    discard: () => void response.destroy(),
  }
}

function gunzipped(response: IncomingMessage): AsyncIterable<Buffer> {
  const gunzip = createGunzip()
  response.on("error", (error) => gunzip.destroy(error))
  return response.pipe(gunzip)
}

async function readAll(content: AsyncIterable<Buffer>, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of content) {
    length += part.length
    if (length > maxBytes) throw new TooLarge()
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
