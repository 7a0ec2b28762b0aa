import { type ClientRequest, request as requestHttp } from "node:http"
import { type AgentOptions, Agent as HttpsAgent, request as requestHttps } from "node:https"
import type { Duplex } from "node:stream"
import { type HttpProxy, nameOfProxy } from "./proxy.ts"

/** The proxy, not the host behind it, has not let a connection through. */
export class ProxyFailure extends Error {
  /** The proxy, as messages name it. */
  readonly proxy: string
  /** What the proxy has answered to CONNECT. */
  readonly code: number | undefined

  constructor(proxy: HttpProxy, why: { readonly code: number } | { readonly cause: unknown }) {
    super("the proxy has failed", "cause" in why ? { cause: why.cause } : {})
    this.proxy = nameOfProxy(proxy)
    this.code = "code" in why ? why.code : undefined
  }
}

/** No connection in time. */
export class ConnectTimeout extends Error {}

type Connected = (error: Error | null, socket: Duplex) => void

/** Connections over https through the tunnels of a proxy (CONNECT); TLS goes all the way, so the proxy sees the host alone. */
export class TunnelAgent extends HttpsAgent {
  readonly #proxy: HttpProxy
  readonly #connectMs: number

  constructor(proxy: HttpProxy, connectMs: number, options: AgentOptions) {
    super(options)
    this.#proxy = proxy
    this.#connectMs = connectMs
  }

  override createConnection(options: AgentOptions & TargetOptions, done: Connected): undefined {
    const target = `${options.host?.includes(":") ? `[${options.host}]` : options.host}:${options.port}`
    const sent = connect(this.#proxy, target)
    // Node's types leave out that a socket may come later: https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback
    const fail = (error: Error): void => (done as (error: Error) => void)(error)
    const timer = setTimeout(() => sent.destroy(new ConnectTimeout()), this.#connectMs)
    sent.on("connect", ({ statusCode = 0 }, socket, head) => {
      clearTimeout(timer)
      if (statusCode !== 200 || head.length > 0) {
        socket.destroy()
        return fail(new ProxyFailure(this.#proxy, { code: statusCode }))
      }
      const secured = super.createConnection({ ...options, socket } as AgentOptions, () => {})
      if (secured) done(null, secured)
    })
    // It has no right to answer a CONNECT with content; what it says does not matter.
    sent.on("response", (response) => {
      response.destroy()
      fail(new ProxyFailure(this.#proxy, { code: response.statusCode ?? 0 }))
    })
    sent.on("error", (cause) => {
      clearTimeout(timer)
      fail(new ProxyFailure(this.#proxy, { cause }))
    })
    sent.end()
    return undefined
  }
}

interface TargetOptions {
  readonly host?: string
  readonly port?: number | string
}

function connect({ url, authorization, lookup }: HttpProxy, target: string): ClientRequest {
  const options = {
    ...(lookup && { lookup }),
    method: "CONNECT",
    path: target,
    agent: false,
    headers: {
      host: target,
      ...(authorization !== undefined && { "proxy-authorization": authorization }),
    },
  }
  const place = { hostname: url.hostname.replace(/^\[(.*)\]$/u, "$1"), ...portOf(url) }
  return url.protocol === "https:"
    ? requestHttps({ ...options, ...place })
    : requestHttp({ ...options, ...place })
}

function portOf({ port }: URL): { readonly port?: number } {
  return port === "" ? {} : { port: Number(port) }
}
