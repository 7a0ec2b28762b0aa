import { isKind, kinds, type Resource } from "../../model/index.ts"
import { stringAt } from "../../yaml/index.ts"
import type { NamedProxy } from "./git.ts"

interface ProxySecret {
  readonly keys: ReadonlyMap<string, string>
  readonly missing?: string
}

/** The proxy that a source names, or why it is not used; what only that proxy reaches is not there for sluice then, which proves nothing. */
export interface FoundProxy {
  readonly proxy?: NamedProxy
  readonly missing?: string
}

/** fluxcd/pkg: runtime/secrets, `ProxyURLFromSecret`. */
const maxAddress = 2048

/**
 * Reads `proxySecretRef` of a GitRepository over http or https (`flux-semantics.md` 4.1). Over ssh go-git wants a proxy of SOCKS5, which
 * sluice does not speak; the proxies of other sources are the cluster's alone.
 */
export function namedProxyOf(source: Resource, read: (name: string) => ProxySecret): FoundProxy {
  const { manifest, id } = source
  const name = stringAt(manifest, ["spec", "proxySecretRef", "name"])
  if (name === undefined) return {}
  const isHttp = /^https?:\/\//iu.test(stringAt(manifest, ["spec", "url"]) ?? "")
  if (!isKind(id, kinds.GitRepository) || !isHttp)
    return { missing: "the proxy of its `proxySecretRef` is the cluster's alone" }
  const { keys, missing } = read(name)
  if (missing !== undefined) return { missing }
  const address = keys.get("address") ?? ""
  const url = address.length <= maxAddress && URL.canParse(address) ? new URL(address) : undefined
  if (!url || url.hostname === "")
    return { missing: `Secret ${id.namespace ?? ""}/${name} has no \`address\` of a proxy` }
  if (!/^https?:$/u.test(url.protocol))
    return {
      missing: `sluice does not speak to the proxy of its \`proxySecretRef\`, which is none of http or https`,
    }
  const login = loginOf(keys, url)
  return { proxy: { url: `${url.protocol}//${url.host}`, ...(login && { login }) } }
}

/** Go keeps what the address itself says where the Secret has no `username`. */
function loginOf(keys: ProxySecret["keys"], url: URL): NamedProxy["login"] {
  const username = keys.get("username")
  if (username !== undefined) return { username, password: keys.get("password") ?? "" }
  if (url.username === "" && url.password === "") return undefined
  return { username: decoded(url.username), password: decoded(url.password) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
