import { hash } from "node:crypto"
import type { Cache, CacheKind } from "../../build/cache.ts"
import type { Credentials } from "../../build/remote/network.ts"
import { entryName, openEntry, sealEntry } from "../cache-entry.ts"
import type { Store } from "../fetch/guarded-network.ts"
import { type ContentDigest, decodeActionResult, encodeActionResult } from "./action-result.ts"

/** A cache that is shared over HTTP, in Bazel's simple form. */
export interface RemoteCacheOptions {
  /** Ends with `/`; `ac/` and `cas/` are below. */
  readonly url: string
  readonly credentials?: Credentials
  readonly store: Store
  /** What has been remembered is used, and nothing is added. */
  readonly readOnly: boolean
  /** Is told once why the rest of the run does without. */
  onFailure(reason: string): void
}

/** A cache that also asks another one. */
export interface LayeredCache extends Cache {
  /** When all that was to be shared has been, or cannot be. */
  settled(): Promise<void>
}

/**
 * What others may use: results that depend on their key alone. Notes of addresses, of folders of this machine and of runs stay
 * here.
 */
const shared: ReadonlySet<CacheKind> = new Set([
  "content",
  "helm",
  "inputs",
  "kustomize",
  "values",
  "verdicts",
])
const maxActionBytes = 64 * 1024
/** bazel-remote and others refuse more. */
const maxContentBytes = 100 * 1024 * 1024

/** Reads through and writes through to a shared cache. Its failure makes a run slower, and nothing else. */
export function remoteCache(local: Cache, options: RemoteCacheOptions): LayeredCache {
  return new RemoteCache(local, options)
}

class RemoteCache implements LayeredCache {
  readonly #local: Cache
  readonly #options: RemoteCacheOptions
  readonly #pending = new Set<Promise<void>>()
  #isDown = false

  constructor(local: Cache, options: RemoteCacheOptions) {
    this.#local = local
    this.#options = options
  }

  async get(kind: CacheKind, key: string): Promise<Uint8Array | undefined> {
    const known = await this.#local.get(kind, key)
    if (known || !shared.has(kind)) return known
    const value = await this.#fetch(kind, key)
    if (value) await this.#local.put(kind, key, value)
    return value
  }

  async put(kind: CacheKind, key: string, value: Uint8Array): Promise<void> {
    await this.#local.put(kind, key, value)
    if (this.#options.readOnly || this.#isDown || !shared.has(kind)) return
    const upload = this.#upload(kind, key, value).finally(() => this.#pending.delete(upload))
    this.#pending.add(upload)
  }

  async settled(): Promise<void> {
    await Promise.all(this.#pending)
  }

  async #fetch(kind: CacheKind, key: string): Promise<Uint8Array | undefined> {
    const action = await this.#download(`ac/${actionOf(kind, key)}`, maxActionBytes)
    const digest = action && decodeActionResult(action)
    if (!digest || digest.size > maxContentBytes) return undefined
    const entry = await this.#download(`cas/${digest.hash}`, maxContentBytes)
    if (!entry || sha256(entry) !== digest.hash) return undefined
    try {
      return openEntry(key, Buffer.from(entry))
    } catch {
      // Somebody else has written it, who does not have the inputs.
      return undefined
    }
  }

  async #upload(kind: CacheKind, key: string, value: Uint8Array): Promise<void> {
    const entry = sealEntry(key, value)
    if (entry.length > maxContentBytes) return
    const digest: ContentDigest = { hash: sha256(entry), size: entry.length }
    // The content first: an entry that leads nowhere would be refused.
    if (!(await this.#store(`cas/${digest.hash}`, entry))) return
    await this.#store(`ac/${actionOf(kind, key)}`, encodeActionResult(digest))
  }

  async #download(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
    if (this.#isDown) return undefined
    const answer = await this.#options.store.get({ ...this.#request(path), maxBytes })
    if (answer.status === "ok") return answer.bytes
    if (answer.status === "failed") this.#giveUp(answer.reason)
    if (answer.status === "refused" && answer.code !== 404)
      this.#giveUp(`it answers ${answer.code}`)
    return undefined
  }

  async #store(path: string, upload: Uint8Array): Promise<boolean> {
    if (this.#isDown) return false
    const problem = await this.#options.store.put({
      ...this.#request(path),
      ...{ upload, maxBytes: maxActionBytes },
    })
    if (problem !== undefined) this.#giveUp(problem)
    return problem === undefined
  }

  #request(path: string): { readonly url: string; readonly credentials?: Credentials } {
    const { url, credentials } = this.#options
    return { url: url + path, ...(credentials && { credentials }) }
  }

  #giveUp(reason: string): void {
    if (this.#isDown) return
    this.#isDown = true
    this.#options.onFailure(reason)
  }
}

/** Names of other programs are hashes of other things: the two never meet. */
function actionOf(kind: CacheKind, key: string): string {
  return sha256(`sluice ${kind} ${entryName(key)}`)
}

function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex")
}
