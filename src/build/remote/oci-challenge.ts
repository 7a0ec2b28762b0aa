/** How a registry wants to be asked. */
export type Challenge =
  | { readonly scheme: "basic" }
  | { readonly scheme: "bearer"; readonly realm: string; readonly service?: string }

/**
 * The first challenge of `WWW-Authenticate` that is understood, Bearer before Basic.
 * https://distribution.github.io/distribution/spec/auth/token/
 */
export function readChallenge(header: string | undefined): Challenge | undefined {
  const challenges = splitChallenges(header ?? "")
  const bearer = challenges.find(({ scheme }) => scheme === "bearer")?.parameters
  const realm = bearer?.get("realm")
  const service = bearer?.get("service")
  if (realm !== undefined)
    return { scheme: "bearer", realm, ...(service === undefined ? {} : { service }) }
  return challenges.some(({ scheme }) => scheme === "basic") ? { scheme: "basic" } : undefined
}

interface Parsed {
  readonly scheme: string
  readonly parameters: Map<string, string>
}

const token = /[\w!#$%&'*+.^`|~-]+/uy
const quoted = /"(?:[^"\\]|\\.)*"/uy

function splitChallenges(header: string): readonly Parsed[] {
  const challenges: Parsed[] = []
  let at = 0
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(header)?.[0]
    if (found !== undefined) at = pattern.lastIndex
    return found
  }
  while (at < header.length) {
    const word = take(token)
    if (word === undefined) {
      at += 1
    } else if (header[at] === "=") {
      at += 1
      const value = take(quoted)?.slice(1, -1).replaceAll(/\\(.)/gu, "$1") ?? take(token) ?? ""
      challenges.at(-1)?.parameters.set(word.toLowerCase(), value)
    } else {
      challenges.push({ scheme: word.toLowerCase(), parameters: new Map() })
    }
  }
  return challenges
}

/** Where a token is asked for, to pull from one repository and nothing else. */
export function tokenUrl(
  { realm, service }: Challenge & { readonly scheme: "bearer" },
  repository: string,
): string | undefined {
  if (!URL.canParse(realm)) return undefined
  const url = new URL(realm)
  if (service !== undefined) url.searchParams.set("service", service)
  url.searchParams.set("scope", `repository:${repository}:pull`)
  return url.href
}
