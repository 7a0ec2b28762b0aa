import { hash } from "node:crypto"
import { statSync } from "node:fs"
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import type { Cache } from "../build/cache.ts"
import { cachedEngine } from "../build/cached-engine.ts"
import type { Engine } from "../build/engine.ts"
import type { Host, Observer } from "../build/host.ts"
import { createRemoteSources } from "../build/remote/create-remote-sources.ts"
import type { Git } from "../build/remote/git.ts"
import type { Lock, LockEntry } from "../build/remote/lock.ts"
import { lockedSources } from "../build/remote/locked-sources.ts"
import type { Login, Network } from "../build/remote/network.ts"
import { once } from "../build/remote/once.ts"
import { remoteSchema, schemasOnce } from "../build/remote/remote-schema.ts"
import { Turns } from "../build/turns.ts"
import type { Shard } from "../model/shard.ts"
import { type Backend, createBackend } from "./engine/choose-backend.ts"
import type { NetworkOptions } from "./fetch/guarded-network.ts"
import { proxiesOf } from "./fetch/proxy.ts"
import { folderCache, noCache, readOnly } from "./folder-cache.ts"
import type { GitOptions } from "./git/git-session.ts"
import { lazily } from "./lazily.ts"
import { nodeFiles } from "./node-files.ts"
import { packageSchemas } from "./package-schemas.ts"
import { openRemoteCache, type RemoteCacheSettings } from "./remote-cache/open-remote-cache.ts"

/** How sluice runs on this machine. */
export interface NodeHostOptions {
  /** A cache that is shared over HTTP; undefined: none. */
  readonly remoteCache?: Pick<RemoteCacheSettings, "url" | "onFailure">
  /** The folder of the cache; results are not remembered without one. */
  readonly cacheDir?: string
  /** What builds and renders: the embedded engine, unless told. */
  readonly backend?: Backend
  /** How many builds and renders run at once: as many as there are processors, unless told. */
  readonly concurrency?: number
  /** After this long a build or a render is given up. */
  readonly timeoutMs?: number
  /** The share of a run that begins with it: others begin with theirs, over the same cache. */
  readonly shard?: Shard
  /** Names what is checked: decides whether the engine starts before it is needed. */
  readonly label?: string
  readonly toolVersion: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly observer?: Observer
  /** How the network may be used; without it nothing is fetched. */
  readonly network?: Omit<NetworkOptions, "toolVersion">
  /** What sources are held to. */
  readonly lock?: Lock
  /** Is told what sources have given. */
  readonly onFetched?: (entry: LockEntry) => void
}

/** The world as Node shows it. Close its engine when done. */
export function nodeHost(options: NodeHostOptions): Host {
  const { cacheDir, toolVersion, label = "", environment, observer, network, shard } = options
  const untrusted = network?.untrusted === true
  const written = cacheDir === undefined ? noCache : folderCache(cacheDir)
  const local = untrusted ? readOnly(written) : written
  const { cache, settled } = sharedCache(local, options)
  const engine = closedAfter(createEngine(options), settled)
  return {
    files: nodeFiles(environment),
    engine:
      cacheDir === undefined
        ? engine
        : cachedEngine(engine, { cache, toolVersion: buildOf(toolVersion), label, digest: sha256 }),
    cache,
    schemas: packageSchemas,
    ...(network && remoteParts(options, network, cache)),
    ...(observer && { observer }),
    ...(shard && { division: { shard, turns: new Turns(concurrencyOf(options)) } }),
    digest: sha256,
    now: () => performance.now(),
  }
}

/** With a remote cache behind it, where there is one and the network may be used. */
function sharedCache(
  cache: Cache,
  { remoteCache, network, toolVersion, environment }: NodeHostOptions,
): { readonly cache: Cache; settled(): Promise<void> } {
  if (!remoteCache || network?.offline === true) return { cache, settled: async () => {} }
  const { signal } = network ?? {}
  const shared = openRemoteCache(cache, {
    ...remoteCache,
    ...{ toolVersion, readOnly: network?.untrusted === true },
    ...(network?.untrusted !== true && { proxyFor: proxiesOf(environment) }),
    ...(signal && { signal }),
  })
  return { cache: shared, settled: () => shared.settled() }
}

/** An engine that is closed when a run is over waits for what is still on its way to others. */
function closedAfter(engine: Engine, settled: () => Promise<void>): Engine {
  return {
    ...engine,
    close: async () => {
      await settled()
      await engine.close()
    },
  }
}

function remoteParts(
  { toolVersion, environment, lock = new Map(), onFetched }: NodeHostOptions,
  network: NonNullable<NodeHostOptions["network"]>,
  cache: Cache,
): Required<Pick<Host, "remote" | "fetchSchema">> {
  const world = {
    network: lazyNetwork({ ...network, toolVersion }, environment),
    git: lazyGit({ ...network, environment }),
    ...{ cache, digest: sha256 },
  }
  const sources = createRemoteSources({ ...world, untrusted: network.untrusted === true })
  return {
    remote: lockedSources(sources, {
      lock,
      cache,
      digest: sha256,
      ...(onFetched && { onFetched }),
    }),
    fetchSchema: schemasOnce((url, offline) => remoteSchema({ ...world, offline }, url)),
  }
}

function createEngine(options: NodeHostOptions): Engine {
  const { backend = {}, cacheDir, timeoutMs } = options
  return createBackend(backend, {
    concurrency: concurrencyOf(options),
    ...(cacheDir === undefined ? {} : { cacheDir }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  })
}

/** Node's own clients take tens of milliseconds to load: most runs find everything in the cache, or in the repository. */
function lazyNetwork(
  options: NetworkOptions,
  environment: NodeHostOptions["environment"],
): Network {
  const load = lazily(async () => {
    const [{ guardedNetwork }, { dockerLogin }] = await Promise.all([
      import("./fetch/guarded-network.ts"),
      import("./fetch/docker-login.ts"),
    ])
    const loginFor = once<Login | undefined>()
    return guardedNetwork({
      proxyFor: proxiesOf(environment),
      loginFor: (registry) => loginFor(registry, () => dockerLogin(registry, environment)),
      ...options,
    })
  })
  return {
    get: async (request) => (await load()).get(request),
    loginFor: async (registry) => (await load()).loginFor(registry),
  }
}

function lazyGit(options: GitOptions): Git {
  const load = lazily(async () => {
    const { guardedGit } = await import("./git/guarded-git.ts")
    return guardedGit(options)
  })
  return {
    refs: async (remote) => (await load()).refs(remote),
    files: async (remote, wanted) => (await load()).files(remote, wanted),
  }
}

/** What tells one build of sluice from another: what an older one has remembered may be wrong. */
export function buildOf(toolVersion: string): string {
  const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url))
  return `${toolVersion} ${mtimeMs} ${size}`
}

function concurrencyOf({ concurrency }: NodeHostOptions): number {
  return concurrency ?? defaultConcurrency()
}

/** One worker for each processor, but each takes some 100 MiB: no more than four. */
export function defaultConcurrency(): number {
  return Math.max(1, Math.min(4, availableParallelism()))
}

/** sha256 in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex")
}
