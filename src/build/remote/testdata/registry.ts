import type { IncomingMessage, ServerResponse } from "node:http"
import { listen, type TestServer } from "../../../host/fetch/testdata/server.ts"
import { sha256 } from "./remote.ts"

const encoder = new TextEncoder()

/** Artifacts of one repository, as a registry keeps them. */
export class Artifacts {
  readonly manifests: Map<string, Uint8Array> = new Map()
  readonly blobs: Map<string, Uint8Array> = new Map()
  readonly tags: string[] = []

  /** Adds an artifact of some layers, each a media type and a text. */
  add(
    tag: string,
    layers: readonly (readonly [mediaType: string, content: string | Uint8Array])[],
  ): string {
    const manifest = {
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      config: { mediaType: "application/vnd.cncf.helm.config.v1+json", digest: this.#blob("{}") },
      layers: layers.map(([mediaType, content]) => ({ mediaType, digest: this.#blob(content) })),
    }
    return this.addManifest(tag, manifest)
  }

  addManifest(tag: string, manifest: object): string {
    const bytes = encoder.encode(JSON.stringify(manifest))
    const digest = `sha256:${sha256(bytes)}`
    this.manifests.set(tag, bytes).set(digest, bytes)
    if (tag !== "") this.tags.push(tag)
    return digest
  }

  #blob(content: string | Uint8Array): string {
    const bytes = typeof content === "string" ? encoder.encode(content) : content
    const digest = `sha256:${sha256(bytes)}`
    this.blobs.set(digest, bytes)
    return digest
  }
}

/** How the registry behaves. */
export interface RegistryOptions {
  /** Tags on one page of the list. */
  readonly pageSize?: number
  /** Asks for this login, by itself (`basic`) or through a token (`bearer`). */
  readonly login?: { readonly scheme: "basic" | "bearer"; readonly authorization: string }
  /** Answers before all else; true when it has. */
  readonly before?: (request: IncomingMessage, response: ServerResponse) => boolean
}

/** A small registry for what a real one does not do on demand: faults, pages, logins. */
export async function serveRegistry(
  repositories: Readonly<Record<string, Artifacts>>,
  options: RegistryOptions = {},
): Promise<TestServer> {
  return await listen((request, response) => {
    if (options.before?.(request, response)) return
    const url = new URL(request.url ?? "", `http://${request.headers.host}`)
    const sent = request.headers.authorization
    if (url.pathname === "/token")
      return giveToken(url, response, sent === options.login?.authorization)
    const [, name = "", kind = "", reference = ""] =
      /^\/v2\/(.+)\/(manifests|blobs|tags)\/([^/]+)$/u.exec(url.pathname) ?? []
    if (options.login && sent !== proofOf(options.login, name)) {
      const challenge = challengeOf(options.login, url.origin)
      return void response.writeHead(401, { "www-authenticate": challenge }).end()
    }
    const artifacts = repositories[name]
    if (!artifacts) return refuse(response, "NAME_UNKNOWN")
    if (kind === "tags") return listTags(artifacts, url, response, options.pageSize ?? 1000)
    const contents = kind === "blobs" ? artifacts.blobs : artifacts.manifests
    const content = contents.get(decodeURIComponent(reference))
    return content ? void response.end(content) : refuse(response, "MANIFEST_UNKNOWN")
  })
}

function giveToken({ searchParams }: URL, response: ServerResponse, mayPull: boolean): void {
  const token = mayPull ? `may:${searchParams.get("scope")}` : undefined
  response.writeHead(mayPull ? 200 : 403).end(JSON.stringify({ token }))
}

function proofOf(
  { scheme, authorization }: NonNullable<RegistryOptions["login"]>,
  name: string,
): string {
  return scheme === "bearer" ? `Bearer may:repository:${name}:pull` : authorization
}

function challengeOf({ scheme }: NonNullable<RegistryOptions["login"]>, origin: string): string {
  return scheme === "basic"
    ? 'Basic realm="registry"'
    : `Bearer realm="${origin}/token",service="registry.example",scope="repository:other:push"`
}

function refuse(response: ServerResponse, code: string): void {
  response.writeHead(404).end(JSON.stringify({ errors: [{ code }] }))
}

function listTags(
  { tags }: Artifacts,
  { pathname, searchParams }: URL,
  response: ServerResponse,
  pageSize: number,
): void {
  const sorted = [...tags].sort()
  const start = sorted.findIndex((tag) => tag > (searchParams.get("last") ?? ""))
  const page = start < 0 ? [] : sorted.slice(start, start + pageSize)
  const last = page.at(-1)
  if (last !== undefined && last !== sorted.at(-1))
    response.setHeader("link", `<${pathname}?n=${pageSize}&last=${last}>; rel="next"`)
  response.end(JSON.stringify({ name: "", tags: page }))
}
