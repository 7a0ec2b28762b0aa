import type { GitOutcome } from "./run-git.ts"

const redirected = /unable to update url base|returned error: 30\d/u

/** Whether the server has sent git elsewhere. */
export function isRedirect(outcome: GitOutcome): boolean {
  return outcome.status === "failed" && redirected.test(outcome.stderr)
}

/**
 * What git's own words mean. They are never shown: a server has a part in them, and may send back what it was sent.
 */
const meanings: readonly (readonly [pattern: RegExp, words: (host: string) => string])[] = [
  [redirected, (host) => `${host} redirects to where git may not follow`],
  [/repository '.*' not found|returned error: 404/u, (host) => `${host} does not have it`],
  [/returned error: 403/u, (host) => `${host} forbids it (403)`],
  [
    /could not read (?:Username|Password)|Authentication failed|returned error: 401/u,
    (host) => `${host} asks for a login`,
  ],
  [
    /Host key verification failed|no matching host key|No \S+ host key is known/u,
    (host) => `the key of ${host} is not in \`known_hosts\``,
  ],
  [
    /Permission denied \(|Load key|Too many authentication failures/u,
    (host) => `${host} does not take the key of \`identity\``,
  ],
  [/certificate|SSL/u, (host) => `the certificate of ${host} is not trusted`],
  [
    /Connection refused|Failed to connect|Couldn't connect/u,
    (host) => `${host} refuses connections`,
  ],
  [/timed? ?out|too slow/iu, (host) => `${host} does not answer`],
  [
    /not our ref|unadvertised object|couldn't find remote ref|reference is not a tree/u,
    (host) => `${host} does not have the commit`,
  ],
  [/cannot run ssh|ssh: not found/u, () => "there is no `ssh` here"],
]

/** What libcurl says of a proxy; only its own words and a code of three digits are taken. */
const proxyAnswer =
  /(?:HTTP code|CONNECT tunnel failed, response) (\d{3})|returned error: (407)|Proxy (CONNECT) aborted/u

/** Why a proxy has not let git through to a host; undefined where the host itself is to blame. */
function proxyReason(stderr: string, host: string, proxy: string): string | undefined {
  const [found, ...codes] = proxyAnswer.exec(stderr) ?? []
  const code = codes.find((one) => one !== undefined)
  if (found !== undefined && code !== undefined) {
    const wants = code === "407" ? "wants a login" : "lets nobody through"
    const shown = code === "CONNECT" ? "" : ` (${code})`
    return `${proxy} ${wants}${shown} to ${host}`
  }
  if (/Connection refused|Failed to connect|Couldn't connect/u.test(stderr))
    return `${proxy} refuses connections, and ${host} is asked through it`
  if (/Could not resolve proxy/u.test(stderr))
    return `${proxy} has no address, and ${host} is asked through it`
  return undefined
}

/** Why git did not give what it was asked for; `proxy` is what it was asked through. */
export function gitReason(
  outcome: Exclude<GitOutcome, { readonly status: "ok" }>,
  host: string,
  proxy?: string,
): string {
  if (outcome.status === "absent") return "there is no `git` here"
  if (outcome.status === "killed") {
    if (outcome.why === "time") return `${host} did not answer in time`
    return outcome.why === "size" ? `${host} sends more than is taken` : "the run was broken off"
  }
  const blamed = proxy === undefined ? undefined : proxyReason(outcome.stderr, host, proxy)
  if (blamed !== undefined) return blamed
  const known = meanings.find(([pattern]) => pattern.test(outcome.stderr))
  return known ? known[1](host) : `git could not read it from ${host}`
}
