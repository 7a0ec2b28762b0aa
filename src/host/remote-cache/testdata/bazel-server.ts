import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { listen, type TestServer } from "../../fetch/testdata/server.ts"

/** A server with all that it has been given. */
export interface BazelServer extends TestServer {
  readonly blobs: Map<string, Buffer>
}

/** A server of Bazel's simple form: it gives what it has been given, and holds `/cas/` to its digests. */
export async function listenAsBazel(): Promise<BazelServer> {
  const blobs = new Map<string, Buffer>()
  const store = (path: string, response: ServerResponse, body: Buffer): void => {
    const digest = createHash("sha256").update(body).digest("hex")
    const isRight = !path.startsWith("/cas/") || path === `/cas/${digest}`
    if (isRight) blobs.set(path, body)
    response.writeHead(isRight ? 200 : 400).end()
  }
  const answer = ({ method, url = "" }: IncomingMessage, response: ServerResponse): void => {
    const blob = blobs.get(url)
    response.writeHead(blob ? 200 : 404).end(method === "GET" ? blob : undefined)
  }
  const server = await listen((request, response) => {
    const parts: Buffer[] = []
    request.on("data", (part: Buffer) => parts.push(part))
    request.on("end", () => {
      if (request.method === "PUT") store(request.url ?? "", response, Buffer.concat(parts))
      else answer(request, response)
    })
  })
  return { ...server, blobs }
}
