import { setTimeout } from "node:timers/promises"
import type { Download, DownloadRequest, Login, Network } from "../../build/remote/network.ts"
import { type Failure, failureOf } from "./failure-reason.ts"
import { bareHost, createGuard, type Guard, type GuardOptions } from "./guard.ts"
import type { ProxyFor } from "./proxy.ts"
import { type Answer, connectionsPerHost, type SentRequest, send } from "./send.ts"
import { Turns } from "./turns.ts"

/** How this machine lets a repository reach the network. */
export interface NetworkOptions extends GuardOptions {
  readonly toolVersion: string
  /** No connection at all is made. */
  readonly offline?: boolean
  /** The repository is a stranger's: no credentials are sent. */
  readonly untrusted?: boolean
  /** The user's proxies; a stranger's repository does not see them. */
  readonly proxyFor?: ProxyFor
  /** What this machine's user has for a registry. */
  readonly loginFor?: (registry: string) => Promise<Login | undefined>
  /** Ends all downloads. */
  readonly signal?: AbortSignal
  readonly timing?: Partial<Timing>
  /** Waits; the clock, unless told. */
  readonly sleep?: typeof sleep
}

interface Timing {
  readonly connectMs: number
  /** One answer with all of its content. */
  readonly answerMs: number
  /** The first pause before a second try; each further one is twice as long. */
  readonly pauseMs: number
  /** The longest pause that a server may ask for. */
  readonly maxPauseMs: number
}

/** Limits that `sluice doctor` prints. */
export const networkTiming: Timing = {
  connectMs: 10_000,
  answerMs: 60_000,
  pauseMs: 500,
  maxPauseMs: 10_000,
}

const maxRedirects = 10
const maxTries = 3
const maxAtOnce = 16
const maxErrorBytes = 64 * 1024

/** The network behind a guard: addresses are checked when they are connected to, everything has a limit. */
export function guardedNetwork(options: NetworkOptions): Network {
  const client = new Client(options)
  return {
    get: (request) => client.get(request),
    loginFor: async (registry) =>
      options.untrusted === true ? undefined : await options.loginFor?.(registry),
  }
}

/** A server that takes content as well as gives it. */
export interface Store {
  get(request: DownloadRequest): Promise<Download>
  /** Undefined when it was stored, else why not; a redirect is not followed. */
  put(
    request: Required<Pick<SentRequest, "url" | "upload">> & SentRequest,
  ): Promise<string | undefined>
}

/** A store behind the guard: the same limits, turns and patience as for downloads. */
export function guardedStore(options: NetworkOptions): Store {
  const client = new Client(options)
  return {
    get: (request) => client.get(request),
    put: async (request) => {
      const outcome = await client.get(request)
      if (outcome.status === "ok") return undefined
      if (outcome.status === "refused") {
        return outcome.code === 201 || outcome.code === 204
          ? undefined
          : `it answers ${outcome.code}`
      }
      return outcome.status === "failed" ? outcome.reason : "it answers 304"
    },
  }
}

type Broken = Failure & { readonly status: "broken"; readonly at: URL; readonly waitMs?: number }
type Outcome = Download | Broken

class Client {
  readonly #options: NetworkOptions
  readonly #guard: Guard
  readonly #timing: Timing
  readonly #all = new Turns(maxAtOnce)
  readonly #turns = new Map<string, Turns>()
  /** Hosts that have been given up, each with the reason: a host that is not there is waited for once. */
  readonly #dead = new Map<string, string>()

  constructor(options: NetworkOptions) {
    this.#options = options
    this.#guard = createGuard(options)
    this.#timing = { ...networkTiming, ...options.timing }
  }

  async get(request: SentRequest): Promise<Download> {
    if (this.#options.offline === true) return failed("--offline")
    const { credentials: _, ...anonymous } = request
    const asked = this.#options.untrusted === true ? anonymous : request
    for (let tries = 1; ; tries++) {
      const outcome = await this.#follow(asked)
      if (outcome.status !== "broken") return outcome
      const pause = outcome.waitMs ?? this.#timing.pauseMs * 2 ** (tries - 1)
      if (!outcome.passing || tries >= maxTries || pause > this.#timing.maxPauseMs) {
        if (outcome.ofHost) this.#dead.set(outcome.at.host, outcome.reason)
        return { status: "failed", reason: outcome.reason }
      }
      // Those that were told to wait together do not come back together.
      await (this.#options.sleep ?? sleep)(pause * (1 + Math.random() / 4), this.#options.signal)
    }
  }

  async #follow(request: SentRequest): Promise<Outcome> {
    const { maxBytes } = request
    let url = parse(request.url)
    for (let hops = 0; hops <= maxRedirects; hops++) {
      if (!url) return failed("its address is not one of http or https")
      const host = bareHost(url)
      const refusal = this.#guard.refusal(url)
      if (refusal !== undefined) return { status: "failed", reason: refusal, refused: true }
      const here = url
      const next = await this.#turnsOf(host).take(() =>
        this.#all.take(() => this.#ask(here, request, maxBytes)),
      )
      if (!("redirect" in next)) return next
      if (request.form) return failed(`${host} sends a login elsewhere`)
      if (request.upload) return failed(`${host} redirects what is to be stored`)
      const target = parse(next.redirect, url)
      if (target?.protocol === "http:" && url.protocol === "https:")
        return failed(`${host} redirects from https to http`)
      url = target
    }
    return failed(`${request.url.split(/[?#]/u)[0]} redirects more than ${maxRedirects} times`)
  }

  async #ask(
    url: URL,
    request: SentRequest,
    maxBytes: number,
  ): Promise<Outcome | { readonly redirect: string }> {
    const { toolVersion, signal } = this.#options
    const { connectMs, answerMs } = this.#timing
    const host = bareHost(url)
    // Others may have found out while this one has waited for its turn.
    const dead = this.#dead.get(url.host)
    if (dead !== undefined) return failed(dead)
    const timeout = AbortSignal.timeout(answerMs)
    const proxy = this.#options.untrusted === true ? undefined : this.#options.proxyFor?.(url)
    if (typeof proxy === "string") return failed(proxy)
    const refusal = proxy && (await this.#guard.proxiedRefusal(url))
    if (refusal !== undefined) return failed(refusal)
    try {
      const answer = await send(url, request, {
        ...(proxy && { proxy }),
        lookup: this.#guard.lookup,
        userAgent: `sluice/${toolVersion}`,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        connectMs,
      })
      return await outcomeOf(answer, url, maxBytes)
    } catch (error) {
      // Content that is cut off by our own clock looks like a connection that was closed.
      const failure = failureOf(timeout.aborted ? timeout.reason : error, host, maxBytes)
      const passing = failure.passing && signal?.aborted !== true
      // Before those that wait have their turn.
      if (failure.ofHost && !passing) this.#dead.set(url.host, failure.reason)
      return { status: "broken", at: url, ...failure, passing }
    }
  }

  #turnsOf(host: string): Turns {
    const known = this.#turns.get(host) ?? new Turns(connectionsPerHost)
    this.#turns.set(host, known)
    return known
  }
}

const redirects = new Set([301, 302, 303, 307, 308])

async function outcomeOf(
  answer: Answer,
  at: URL,
  maxBytes: number,
): Promise<Outcome | { readonly redirect: string }> {
  const { code, headers } = answer
  if (code === 200) return { status: "ok", bytes: await answer.read(maxBytes), headers }
  const location = headers.get("location")
  if (code === 304 || (redirects.has(code) && location !== undefined)) {
    answer.discard()
    return code === 304 ? { status: "unchanged" } : { redirect: location ?? "" }
  }
  if (code === 429 || code === 408 || code >= 500) {
    answer.discard()
    const waitMs = retryAfter(headers.get("retry-after"))
    const reason = `${bareHost(at)} answers ${code}`
    const broken: Broken = { status: "broken", at, reason, passing: true, ofHost: false }
    return waitMs === undefined ? broken : { ...broken, waitMs }
  }
  const bytes = await answer.read(maxErrorBytes).catch(() => new Uint8Array())
  return { status: "refused", code, headers, bytes }
}

/** Seconds, or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,6}$/u.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

function failed(reason: string): Download {
  return { status: "failed", reason }
}

/** An address of http or https, without name and password: those travel as credentials. */
function parse(text: string, base?: URL): URL | undefined {
  if (!URL.canParse(text, base?.href)) return undefined
  const url = new URL(text, base)
  url.username = ""
  url.password = ""
  url.hash = ""
  return url.protocol === "http:" || url.protocol === "https:" ? url : undefined
}

/** A run that is broken off waits no longer. */
async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(ms, undefined, signal ? { signal } : {}).catch(() => {})
}
