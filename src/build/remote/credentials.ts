import { loginIn, originOf } from "./chart-url.ts"
import type { Credentials, Login } from "./network.ts"
import type { SourceAccess } from "./source-access.ts"

/** The header's value for a name and a password. https://www.rfc-editor.org/rfc/rfc7617 */
export function basicAuthorization({ username, password }: Login): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`)
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`
}

/** What a request carries to prove who asks, and whom it believes. */
export interface RequestAccess {
  readonly credentials?: Credentials
  readonly authorities?: string
}

/** Login, certificate and authorities of a source, bound to the origin of `url`. */
export function credentialsFor(
  url: string,
  { login, certificate, authorities }: SourceAccess,
): RequestAccess {
  const own = login ?? loginIn(url)
  return boundTo(originOf(url), {
    ...(own && { authorization: basicAuthorization(own) }),
    ...(certificate && { certificate }),
    ...(authorities === undefined ? {} : { authorities }),
  })
}

/** Binds what there is to an origin; without an origin only the authorities are left. */
export function boundTo(
  origin: string | undefined,
  { authorities, ...proof }: Omit<Credentials, "origin"> & { readonly authorities?: string },
): RequestAccess {
  const { authorization, certificate, signing } = proof
  const isEmpty = authorization === undefined && certificate === undefined && signing === undefined
  return {
    ...(authorities === undefined ? {} : { authorities }),
    ...(origin === undefined || isEmpty ? {} : { credentials: { origin, ...proof } }),
  }
}
