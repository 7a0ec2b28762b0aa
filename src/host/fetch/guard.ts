import { type LookupAddress, lookup } from "node:dns"
import { isIP, type LookupFunction } from "node:net"
import { setTimeout } from "node:timers/promises"
import { promisify } from "node:util"
import { isPublicAddress } from "./address.ts"

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

/** Which hosts may be contacted. */
export interface GuardOptions {
  /** Patterns of hosts (`ghcr.io`, `*.example.com`): only these are contacted. Undefined: any. */
  readonly allowHosts?: readonly string[]
  readonly allowPrivateHosts?: boolean
  readonly resolve?: Resolve
  /** Whether an address may be connected to; tests have a loopback address stand for the internet. */
  readonly isAllowed?: (address: string) => boolean
}

/** Says no to hosts and addresses. */
export interface Guard {
  /** Why a URL is not fetched; undefined when its host may be looked up. */
  refusal(url: URL): string | undefined
  /** Why a URL is not asked for through a proxy, which looks its host up where nobody sees what it finds. */
  proxiedRefusal(url: URL): Promise<string | undefined>
  /** For a socket: gives it the addresses that it may connect to, and fails when there are none. */
  readonly lookup: LookupFunction
}

/** The reason of a connection that was not made. */
export class RefusedAddress extends Error {}

const lookupAll = promisify(lookup)

/** The machine's own resolver: its hosts file and its DNS. */
const systemResolve: Resolve = (host) => lookupAll(host, { all: true })

/**
 * Checks the very addresses that a socket connects to: a name that is looked up, judged and looked up again may lead
 * elsewhere the second time. Numbers in host names (`0x7f000001`, `127.1`) have become addresses when URL has read them.
 */
export function createGuard(options: GuardOptions): Guard {
  const { allowHosts, allowPrivateHosts = false, resolve = systemResolve } = options
  const isAllowed = options.isAllowed ?? (allowPrivateHosts ? () => true : isPublicAddress)
  return {
    refusal: (url) => {
      const host = bareHost(url)
      if (allowHosts && !allowHosts.some((pattern) => matchesHost(pattern, host)))
        return `--allow-host does not name ${host}`
      return isIP(host) !== 0 && !isAllowed(host) ? isPrivate(host, host) : undefined
    },
    proxiedRefusal: async (url) => {
      const host = bareHost(url)
      if (allowPrivateHosts || isIP(host) !== 0) return undefined
      if (isPrivateName(host)) return isPrivate(host, host)
      const known = await Promise.race([resolve(host).catch(() => []), noAnswer()])
      const inside = known.find(({ address }) => !isAllowed(address))
      return inside && isPrivate(host, inside.address)
    },
    lookup: (host, { all }, done) => {
      resolve(host).then(
        (found) => {
          const allowed = found.filter(({ address }) => isAllowed(address))
          const [first] = allowed
          if (first === undefined)
            done(new RefusedAddress(isPrivate(host, found[0]?.address ?? "")), "")
          else if (all === true) done(null, [...allowed])
          else done(null, first.address, first.family)
        },
        (error: NodeJS.ErrnoException) => done(error, ""),
      )
    },
  }
}

/** The host of a URL, without the brackets of an IPv6 address and the dot of a full name. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/u, "$1").replace(/\.$/u, "")
}

/** Whether a host fits a pattern: itself, or `*.` and a domain that it is below of. */
export function matchesHost(pattern: string, host: string): boolean {
  const wanted = pattern.toLowerCase()
  if (wanted === "*") return true
  return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted
}

function isPrivate(host: string, address: string): string {
  const where = host === address || address === "" ? host : `${host} (${address})`
  return `${where} is not on the internet, and --allow-private-hosts is not given`
}

/** Behind a proxy there may be no resolver that answers. */
const lookupMs = 2_000

async function noAnswer(): Promise<readonly LookupAddress[]> {
  return await setTimeout(lookupMs, [], { ref: false })
}

/**
 * Names that are nobody's on the internet: without a dot, special ones of RFC 6761, 6762, 8375 and 9476, those that ICANN keeps for
 * private use, and a cluster's own.
 */
function isPrivateName(host: string): boolean {
  return !host.includes(".") || privateDomains.some((domain) => host.endsWith(`.${domain}`))
}

const privateDomains = [
  ...["localhost", "local", "internal", "home.arpa", "alt", "test", "invalid", "onion"],
  ...["lan", "home", "corp", "intranet", "private", "localdomain", "svc", "cluster.local"],
]
