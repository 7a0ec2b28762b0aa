import type { Login } from "./network.ts"

/** Servers take no longer ones. */
const maxLength = 8192

/** Where the index of a repository lies: `index.yaml` below its path; a query stays. */
export function indexUrl(repository: string): string | undefined {
  const url = parse(repository)
  if (!url) return undefined
  url.pathname = `${url.pathname.replace(/\/+$/u, "")}/index.yaml`
  return url.href
}

/**
 * Where an archive lies that an index names: an address as it is, a path from the repository's own with its query.
 * helm.sh/helm/v4/pkg/repo/v1 (`ResolveReferenceURL`)
 */
export function archiveUrl(repository: string, reference: string): string | undefined {
  if (parse(reference)) return reference
  const base = parse(repository)
  if (!base || reference.length > maxLength) return undefined
  const folder = new URL(base)
  folder.pathname = `${base.pathname.replace(/\/+$/u, "")}/`
  if (!URL.canParse(reference, folder.href)) return undefined
  const url = new URL(reference, folder)
  url.search = base.search
  return url.href
}

/** Scheme, host and port of an address; undefined for what is none. */
export function originOf(address: string): string | undefined {
  return parse(address)?.origin
}

/** The name and password in an address: Go sends them as a login. */
export function loginIn(address: string): Login | undefined {
  const { username = "", password = "" } = parse(address) ?? {}
  try {
    return username === ""
      ? undefined
      : { username: decodeURIComponent(username), password: decodeURIComponent(password) }
  } catch {
    // A percent sign that escapes nothing: Go refuses the whole address.
    return undefined
  }
}

/** An address as it may be shown: no name and password, no query, which may hold a token. */
export function shownUrl(address: string): string {
  const url = parse(address)
  return url ? `${url.protocol}//${url.host}${url.pathname}` : "its address"
}

function parse(address: string): URL | undefined {
  return address.length <= maxLength && URL.canParse(address) ? new URL(address) : undefined
}
