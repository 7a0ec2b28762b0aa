import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { guardedNetwork } from "../../../host/fetch/guarded-network.ts"
import { proxiesOf } from "../../../host/fetch/proxy.ts"
import { listen, type TestServer } from "../../../host/fetch/testdata/server.ts"
import { guardedGit } from "../../../host/git/guarded-git.ts"
import type { Cache } from "../../cache.ts"
import { createRemoteSources } from "../create-remote-sources.ts"
import type { Login } from "../network.ts"
import type { RemoteSources } from "../remote-sources.ts"

/** sha256 in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

/** A cache that lasts as long as a test. */
export function memoryCache(): Cache & { readonly entries: ReadonlyMap<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>()
  return {
    entries,
    get: async (kind, key) => entries.get(`${kind} ${key}`),
    put: async (kind, key, value) => void entries.set(`${kind} ${key}`, value),
  }
}

/** One run of sluice on a machine whose cache is `cache` and for which every host is this one. */
export function run(
  cache: Cache = memoryCache(),
  more: {
    readonly logins?: Readonly<Record<string, Login>>
    readonly untrusted?: boolean
    /** Variables of the environment that name proxies. */
    readonly proxies?: Readonly<Record<string, string>>
  } = {},
): RemoteSources {
  const network = guardedNetwork({
    toolVersion: "test",
    allowPrivateHosts: true,
    ...(more.untrusted === undefined ? {} : { untrusted: more.untrusted }),
    loginFor: async (registry) => more.logins?.[registry],
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    timing: { pauseMs: 1 },
  })
  const untrusted = more.untrusted === true
  const git = guardedGit({
    ...{ environment: process.env, allowPrivateHosts: true, untrusted },
    proxyFor: proxiesOf(more.proxies ?? {}),
    resolve: async () => [{ address: "127.0.0.1", family: 4 }],
  })
  return createRemoteSources({ network, git, cache, digest: sha256, untrusted })
}

/** A file, or what answers for it. */
export type Served =
  | string
  | Uint8Array
  | ((request: IncomingMessage, response: ServerResponse) => void)

/** Serves files by path, each with an ETag; what is not there is 404. */
export function serveFiles(files: () => Readonly<Record<string, Served>>): Promise<TestServer> {
  return listen((request, response) => {
    const file = files()[(request.url ?? "").split("?")[0] ?? ""]
    if (typeof file === "function") return file(request, response)
    if (file === undefined) return void response.writeHead(404).end()
    const etag = `"${sha256(file).slice(0, 16)}"`
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end()
    response.writeHead(200, { etag }).end(file)
  })
}
