import { originOf } from "./chart-url.ts"
import { basicAuthorization, boundTo } from "./credentials.ts"
import { dockerEntryFor } from "./docker-config.ts"
import type { Download, DownloadRequest, Login, Network } from "./network.ts"
import { type Challenge, readChallenge, tokenUrl } from "./oci-challenge.ts"
import type { OciRepository } from "./oci-reference.ts"
import type { SourceAccess } from "./source-access.ts"

/** A repository of a registry, and what there is to reach it. */
export interface RegistryTarget extends OciRepository {
  readonly access: SourceAccess
}

const maxTokenBytes = 64 * 1024

/** Registries that have been asked in this run, each with what it takes as a proof. */
export interface Registries {
  get(target: RegistryTarget, request: DownloadRequest): Promise<Download>
}

/** Asks registries, and logs in where they want it: with a token of their own, or with name and password. */
export function createRegistries(network: Network): Registries {
  const granted = new Map<string, Promise<string | undefined>>()
  const ask = (target: RegistryTarget, request: DownloadRequest, authorization?: string) => {
    const { certificate, authorities } = target.access
    return network.get({
      ...request,
      ...boundTo(target.origin, {
        ...(authorization === undefined ? {} : { authorization }),
        ...(certificate && { certificate }),
        ...(authorities === undefined ? {} : { authorities }),
      }),
    })
  }
  return {
    get: async (target, request) => {
      const key = JSON.stringify([target.origin, target.repository, target.access])
      const before = granted.get(key)
      const first = await ask(target, request, await before)
      const challenge = challengeOf(first)
      if (!challenge) return first
      // Several requests are refused at once: the first one asks for the token. One that has expired is asked for anew.
      const now =
        granted.get(key) === before ? authorize(network, target, challenge) : granted.get(key)
      if (now) granted.set(key, now)
      const authorization = await now
      return authorization === undefined ? first : await ask(target, request, authorization)
    },
  }
}

function challengeOf(download: Download): Challenge | undefined {
  return download.status === "refused" && download.code === 401
    ? readChallenge(download.headers.get("www-authenticate"))
    : undefined
}

/** The login for a registry: the source's own, else this user's. */
export async function loginOf(
  network: Network,
  { registry, access }: RegistryTarget,
): Promise<Login | undefined> {
  const own = access.login ?? dockerEntryFor(access.dockerConfig ?? "", registry).login
  return own ?? (await network.loginFor(registry))
}

async function authorize(
  network: Network,
  target: RegistryTarget,
  challenge: Challenge,
): Promise<string | undefined> {
  const login = await loginOf(network, target)
  const identityToken = login?.identityToken
  if (challenge.scheme === "basic")
    return login && identityToken === undefined ? basicAuthorization(login) : undefined
  const url = tokenUrl(challenge, target.repository)
  // A registry over https does not send a login over http.
  const isDowngrade = target.origin.startsWith("https:") && url?.startsWith("https:") !== true
  if (url === undefined || isDowngrade) return undefined
  const { authorities } = target.access
  const form = identityToken === undefined ? undefined : formOf(url, identityToken)
  const answer = await network.get({
    url: form ? (url.split("?")[0] ?? url) : url,
    maxBytes: maxTokenBytes,
    ...(form && { form }),
    ...boundTo(originOf(url), {
      ...(login && !form && { authorization: basicAuthorization(login) }),
      ...(authorities === undefined ? {} : { authorities }),
    }),
  })
  const token = answer.status === "ok" ? tokenIn(answer.bytes) : undefined
  return token === undefined ? undefined : `Bearer ${token}`
}

/** An identity token is exchanged as OAuth does it. https://distribution.github.io/distribution/spec/auth/oauth/ */
function formOf(url: string, identityToken: string): Readonly<Record<string, string>> {
  const asked = Object.fromEntries(new URL(url).searchParams)
  const grant = { grant_type: "refresh_token", client_id: "sluice" }
  return { ...asked, ...grant, refresh_token: identityToken }
}

/** `token`, or `access_token` as OAuth calls it. A line break in it would end the header. */
function tokenIn(bytes: Uint8Array): string | undefined {
  try {
    const { token, access_token: other } = JSON.parse(new TextDecoder().decode(bytes)) as {
      readonly token?: unknown
      readonly access_token?: unknown
    }
    const found = token ?? other
    return typeof found === "string" && /^[\x21-\x7e]+$/u.test(found) ? found : undefined
  } catch {
    return undefined
  }
}
