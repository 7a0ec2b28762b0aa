import { createServer, request as requestHttp } from "node:http"
import { connect } from "node:net"
import type { Duplex } from "node:stream"
import { started, type TestServer } from "./server.ts"

/** A proxy on a loopback address, for which every host is this machine. */
export interface TestProxy extends TestServer {
  /** `Proxy-Authorization` of each request. */
  readonly logins: (string | undefined)[]
  /** Names and values of all headers that it has seen. */
  readonly headers: string[]
}

/** Instead of a code: there is no answer. */
export const silence = 0

/** Starts a proxy that tunnels with CONNECT and passes on what is asked over http; `refuse` gives the code of a refusal. */
export async function startProxy(
  refuse: (target: string) => number | undefined = () => undefined,
): Promise<TestProxy> {
  const requests: string[] = []
  const seen: string[] = []
  const logins: (string | undefined)[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    logins.push(request.headers["proxy-authorization"])
    seen.push(...request.rawHeaders)
    const code = refuse(request.url ?? "")
    if (code !== undefined) return void response.writeHead(code).end()
    const { port, pathname, search } = new URL(request.url ?? "")
    const { "proxy-authorization": _, ...headers } = request.headers
    const place = { host: "127.0.0.1", port, path: `${pathname}${search}` }
    const asked = { ...place, headers, method: request.method }
    const passed = requestHttp(asked, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers)
      answer.pipe(response)
    })
    passed.on("error", () => response.destroy())
    request.pipe(passed)
  })
  const tunnels = new Set<Duplex>()
  server.on("connect", ({ url = "", headers, rawHeaders }, socket) => {
    seen.push(...rawHeaders)
    requests.push(`CONNECT ${url}`)
    logins.push(headers["proxy-authorization"])
    tunnels.add(socket)
    const code = refuse(url)
    if (code === silence) return
    if (code !== undefined) return void socket.end(`HTTP/1.1 ${code} no\r\n\r\n`)
    const inner = connect(Number(url.split(":").at(-1)), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 connected\r\n\r\n")
      inner.pipe(socket).pipe(inner)
    })
    tunnels.add(inner)
    for (const [end, other] of [
      [inner, socket],
      [socket, inner],
    ] as const) {
      end.on("error", () => {})
      end.on("close", () => other.destroy())
    }
  })
  const own = await started(server, requests)
  // A server forgets the connections that it has handed out.
  const close = async (): Promise<void> => {
    for (const tunnel of tunnels) tunnel.destroy()
    await own.close()
  }
  return { ...own, close, logins, headers: seen }
}
