import { RefusedAddress } from "./guard.ts"
import { TooLarge, UnknownEncoding } from "./send.ts"
import { ConnectTimeout, ProxyFailure } from "./tunnel.ts"

/** A request that was not answered, or whose answer was not taken. */
export interface Failure {
  readonly reason: string
  /** It may go better next time. */
  readonly passing: boolean
  /** No other request to the host would fare better. */
  readonly ofHost: boolean
}

/** What the codes of Node's errors mean; the first are the host's, not the request's. */
const words: Readonly<Record<string, string>> = {
  ENOTFOUND: "has no address",
  ENODATA: "has no address",
  EAI_AGAIN: "could not be looked up",
  EAI_FAIL: "could not be looked up",
  ECONNREFUSED: "refuses connections",
  EHOSTUNREACH: "cannot be reached",
  ENETUNREACH: "cannot be reached",
  ETIMEDOUT: "does not answer",
  ECONNRESET: "has closed the connection",
  EPIPE: "has closed the connection",
}

const passingCodes = new Set(["EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "EPIPE"])

/** Puts an error of the network into words that name the host. */
export function failureOf(error: unknown, host: string, maxBytes: number): Failure {
  const own = (reason: string, passing = false): Failure => ({ reason, passing, ofHost: false })
  if (error instanceof RefusedAddress)
    return { reason: error.message, passing: false, ofHost: true }
  if (error instanceof ProxyFailure) return proxyFailure(error, host, maxBytes)
  if (error instanceof ConnectTimeout)
    return { reason: `${host} does not answer`, passing: true, ofHost: true }
  if (error instanceof TooLarge) return own(`${host} sends more than ${maxBytes / 1024 / 1024} MiB`)
  if (error instanceof UnknownEncoding)
    return own(`${host} sends an encoding that was not asked for`)
  const { name = "", code = "" } = error as Partial<NodeJS.ErrnoException>
  if (name === "AbortError" || name === "TimeoutError")
    return own(`${host} did not answer in time`, true)
  // Several addresses were tried.
  if (error instanceof AggregateError) return failureOf(error.errors[0], host, maxBytes)
  const ofHost = code !== "ECONNRESET" && code !== "EPIPE"
  const known = words[code]
  if (known !== undefined)
    return { reason: `${host} ${known}`, passing: passingCodes.has(code), ofHost }
  if (/^(?:Z_|ERR_)?(?:BUF|DATA)_ERROR$/u.test(code)) return own(`${host} sends broken gzip`)
  return own(`the connection to ${host} failed (${code || "no code"})`)
}

/** A proxy that is not there fails all hosts alike; one that says no speaks of this one. */
function proxyFailure(
  { proxy, code, cause }: ProxyFailure,
  host: string,
  maxBytes: number,
): Failure {
  if (code === undefined) {
    const failure = failureOf(cause, proxy, maxBytes)
    return { ...failure, reason: `${failure.reason}, and ${host} is asked through it` }
  }
  const wants = code === 407 ? "wants a login" : "lets nobody through"
  return { reason: `${proxy} ${wants} (${code}) to ${host}`, passing: code >= 500, ofHost: true }
}
