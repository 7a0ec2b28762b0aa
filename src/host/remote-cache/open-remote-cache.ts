import type { Cache } from "../../build/cache.ts"
import type { Credentials } from "../../build/remote/network.ts"
import type { Store } from "../fetch/guarded-network.ts"
import type { ProxyFor } from "../fetch/proxy.ts"
import { lazily } from "../lazily.ts"
import { type LayeredCache, remoteCache } from "./remote-cache.ts"

/** What the user says of the shared cache. */
export interface RemoteCacheSettings {
  /** `https://user:password@cache.example.org/sluice`; of http or https. */
  readonly url: URL
  readonly readOnly: boolean
  readonly toolVersion: string
  readonly signal?: AbortSignal
  readonly proxyFor?: ProxyFor
  onFailure(reason: string): void
}

/** A cache is there to save time. */
const timing = { connectMs: 3_000, answerMs: 20_000, maxPauseMs: 2_000 }

/** Puts the shared cache behind a local one. The user has named its host: that one alone is contacted, wherever it is. */
export function openRemoteCache(local: Cache, settings: RemoteCacheSettings): LayeredCache {
  const { url, readOnly, onFailure } = settings
  const credentials = credentialsOf(url)
  const store = lazyStore(settings)
  const place = `${url.origin}${url.pathname.replace(/\/*$/u, "/")}`
  return remoteCache(local, {
    ...{ url: place, store, readOnly, onFailure },
    ...(credentials && { credentials }),
  })
}

function credentialsOf({ origin, username, password }: URL): Credentials | undefined {
  if (username === "" && password === "") return undefined
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { origin, authorization: `Basic ${Buffer.from(login).toString("base64")}` }
}

/** Node's own clients take tens of milliseconds to load, and a run without a shared cache does without. */
function lazyStore({ url, toolVersion, signal, proxyFor }: RemoteCacheSettings): Store {
  const load = lazily(async () => {
    const [{ guardedStore }, { bareHost }] = await Promise.all([
      import("../fetch/guarded-network.ts"),
      import("../fetch/guard.ts"),
    ])
    return guardedStore({
      ...{ toolVersion, timing, allowPrivateHosts: true, allowHosts: [bareHost(url)] },
      ...(signal && { signal }),
      ...(proxyFor && { proxyFor }),
    })
  })
  return {
    get: async (request) => (await load()).get(request),
    put: async (request) => (await load()).put(request),
  }
}
