import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"

/** A server on a loopback address, with what it has seen. */
export interface TestServer {
  readonly port: number
  /** TCP connections that have reached it. */
  connections(): number
  /** Method and path of each request. */
  readonly requests: string[]
  close(): Promise<void>
}

/** Listens on a free port of `address`. */
export async function listen(answer: RequestListener, address = "127.0.0.1"): Promise<TestServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  return await started(server, requests, address)
}

/** Starts a server that was made elsewhere. */
export async function started(
  server: Server,
  requests: string[] = [],
  address = "127.0.0.1",
): Promise<TestServer> {
  let connections = 0
  server.on("connection", () => {
    connections += 1
  })
  await new Promise<void>((settle) => server.listen(0, address, settle))
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    port,
    connections: () => connections,
    requests,
    close: () =>
      new Promise((settle) => {
        server.closeAllConnections()
        server.close(() => settle())
      }),
  }
}
