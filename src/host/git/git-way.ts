import { isIP } from "node:net"
import type { GitFailure, GitRemote, NamedProxy } from "../../build/remote/git.ts"
import { failureOf } from "../fetch/failure-reason.ts"
import { bareHost, type Guard } from "../fetch/guard.ts"
import { type HttpProxy, nameOfProxy, type ProxyFor, withLogin } from "../fetch/proxy.ts"

/** How git gets to a remote. */
export type GitWay =
  /** To this address of the host, and no other. */
  | { readonly by: "address"; readonly address: string }
  /** Through a proxy, which looks the host up by itself. */
  | {
      readonly by: "proxy"
      readonly proxy: HttpProxy
      /** The only address of the proxy that git may connect to; the user's own is found as this machine finds it. */
      readonly address?: string
    }

/**
 * Finds the way to a remote, or why there is none. The proxy that a source names goes before the user's, whatever `NO_PROXY` says, as with
 * go-git; it is a stranger's host like any other, and has to pass the guard by itself.
 */
export async function wayTo(
  { url: text, proxy: named }: GitRemote,
  guard: Guard,
  proxyFor: ProxyFor,
): Promise<GitWay | GitFailure> {
  const url = new URL(text)
  const refusal = guard.refusal(url)
  if (refusal !== undefined) return failed(refusal)
  const proxy = named ? guarded(named, guard) : usersProxy(url, proxyFor)
  if (typeof proxy === "string") return failed(proxy)
  if (!proxy) {
    const address = await addressOf(guard, bareHost(url))
    return typeof address === "string" ? { by: "address", address } : address
  }
  if (isMisread(proxy)) return failed(`git cannot send the login of ${nameOfProxy(proxy)}`)
  const inside = await guard.proxiedRefusal(url)
  if (inside !== undefined) return failed(inside)
  if (!named) return { by: "proxy", proxy }
  const found = await placeOf(guard, proxy.url)
  return typeof found === "string"
    ? { by: "proxy", proxy, address: found }
    : failed(`${unnamed(found.reason, proxy)}, and ${bareHost(url)} is asked through it`)
}

/** A reason without the host of a proxy, which a Secret holds. */
function unnamed(reason: string, proxy: HttpProxy): string {
  const name = nameOfProxy(proxy)
  const [before = "", ...after] = reason.split(bareHost(proxy.url))
  return [before, ...after.map((text) => text.replace(/^ \([^)]*\)/u, ""))].join(name)
}

/** The one address that git may connect to. */
async function placeOf(guard: Guard, url: URL): Promise<string | GitFailure> {
  const refusal = guard.refusal(url)
  return refusal === undefined ? await addressOf(guard, bareHost(url)) : failed(refusal)
}

/** Whether libcurl takes what looks like an escape for one depends on its version: it could send another login. */
function isMisread({ login }: HttpProxy): boolean {
  return login !== undefined && /%[\da-f]{2}/iu.test(`${login.username}\n${login.password}`)
}

/** ssh has none. */
function usersProxy(url: URL, proxyFor: ProxyFor): HttpProxy | string | undefined {
  return url.protocol === "ssh:" ? undefined : proxyFor(url)
}

function guarded({ url: text, login }: NamedProxy, guard: Guard): HttpProxy {
  const url = new URL(text)
  const proxy = login ? withLogin(url, login) : { url }
  return { ...proxy, lookup: guard.lookup, alias: "the proxy of its `proxySecretRef`" }
}

function addressOf(guard: Guard, host: string): Promise<string | GitFailure> {
  if (isIP(host) !== 0) return Promise.resolve(host)
  return new Promise((settle) =>
    guard.lookup(host, { all: false }, (error, address) =>
      settle(
        error === null && typeof address === "string"
          ? address
          : failed(failureOf(error, host, 0).reason),
      ),
    ),
  )
}

function failed(reason: string): GitFailure {
  return { status: "failed", reason }
}
