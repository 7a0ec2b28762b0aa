import { BlockList, isIP, type LookupFunction } from "node:net"
import type { Login } from "../../build/remote/network.ts"
import { bareHost } from "./guard.ts"

/** A proxy for an address: the user's own, or one that a repository names. */
export interface HttpProxy {
  /** Of http or https, without a path. */
  readonly url: URL
  readonly login?: Login
  /** The value of the header `Proxy-Authorization`. */
  readonly authorization?: string
  /** What messages call it instead of its host, which may be somebody's secret. */
  readonly alias?: string
  /** Finds the proxy's own addresses; undefined: as this machine finds any. */
  readonly lookup?: LookupFunction
}

/** A proxy as messages name it. */
export function nameOfProxy({ url, alias }: HttpProxy): string {
  return alias ?? `the proxy ${url.host}`
}

/** Finds the proxy of an address; a text says why the one that is named cannot be used. */
export type ProxyFor = (url: URL) => HttpProxy | string | undefined

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Proxies as Node's own clients read them from the environment: `https_proxy`, `http_proxy` and `no_proxy`, or in capitals, which
 * count less. https://nodejs.org/api/http.html#built-in-proxy-support
 */
export function proxiesOf(environment: Environment): ProxyFor {
  const setting = (name: string): readonly [string, string] | undefined => {
    const found = [name, name.toUpperCase()].find((one) => environment[one])
    return found === undefined ? undefined : [found, environment[found] ?? ""]
  }
  const direct = bypass(setting("no_proxy")?.[1] ?? "")
  return (url) => {
    const named = setting(`${url.protocol.slice(0, -1)}_proxy`)
    return named === undefined || direct(url) ? undefined : proxyIn(...named)
  }
}

function proxyIn(name: string, text: string): HttpProxy | string {
  const full = text.includes("://") ? text : `http://${text}`
  const url = URL.canParse(full) ? new URL(full) : undefined
  if (!url || !/^https?:$/u.test(url.protocol) || url.hostname === "")
    return `${name} names no proxy of http or https`
  const { username, password } = url
  url.username = ""
  url.password = ""
  if (username === "" && password === "") return { url }
  return withLogin(url, { username: decoded(username), password: decoded(password) })
}

/** A proxy that wants a login. */
export function withLogin(url: URL, login: Login): HttpProxy {
  const text = `${login.username}:${login.password}`
  return { url, login, authorization: `Basic ${Buffer.from(text).toString("base64")}` }
}

/** A `%` that escapes nothing stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Which addresses the user's list sends past the proxy; this machine itself is never behind one. */
function bypass(list: string): (url: URL) => boolean {
  const entries = list
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean)
  const addresses = new BlockList()
  for (const entry of entries) addAddresses(addresses, entry)
  const loopback = new BlockList()
  loopback.addSubnet("127.0.0.0", 8, "ipv4")
  loopback.addAddress("::1", "ipv6")
  return (url) => {
    const host = bareHost(url)
    const family = isIP(host) === 6 ? "ipv6" : "ipv4"
    if (isIP(host) !== 0)
      if (addresses.check(host, family) || loopback.check(host, family)) return true
    if (host === "localhost" || host.endsWith(".localhost")) return true
    const port = url.port || (url.protocol === "https:" ? "443" : "80")
    return entries.some((entry) => fits(entry, host, port))
  }
}

/** `*`, a host, `.` or `*.` and the domain that it is below of; each maybe with a port. */
function fits(entry: string, host: string, port: string): boolean {
  const [, name = "", wantedPort = port] = /^\[?(.*?)\]?(?::(\d+))?$/u.exec(entry) ?? []
  if (wantedPort !== port) return false
  if (name === "*") return true
  return /^\*?\./u.test(name) ? host.endsWith(name.replace(/^\*/u, "")) : host === name
}

/** `10.0.0.0/8`, and `192.168.1.10-192.168.1.20`; names are none. */
function addAddresses(list: BlockList, entry: string): void {
  const [, first = "", separator = "", last = ""] =
    /^([\d.a-f:]+)([/-])([\d.a-f:]+)$/u.exec(entry) ?? []
  const version = isIP(first)
  if (version === 0) return
  const family = version === 6 ? "ipv6" : "ipv4"
  const bits = Number(last)
  if (
    separator === "/" &&
    Number.isInteger(bits) &&
    bits >= 0 &&
    bits <= (version === 6 ? 128 : 32)
  )
    list.addSubnet(first, bits, family)
  else if (separator === "-" && isIP(last) === version) addRange(list, first, last, family)
}

function addRange(list: BlockList, first: string, last: string, family: "ipv4" | "ipv6"): void {
  try {
    list.addRange(first, last, family)
  } catch {
    // The range ends before it begins: it holds no address.
  }
}

/** A proxy as it may be shown: no name, no password, however the text is written. */
export function shownProxy(text: string): string {
  const [, scheme = "", rest = ""] = /^([a-z][a-z\d+.-]*:\/\/)?(.*)$/isu.exec(text) ?? []
  const at = rest.lastIndexOf("@")
  return at < 0 ? text : `${scheme}***@${rest.slice(at + 1)}`
}
