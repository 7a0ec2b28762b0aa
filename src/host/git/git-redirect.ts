import type { GitRemote } from "../../build/remote/git.ts"
import { parseGitUrl } from "../../build/remote/git-address.ts"
import type { Guard } from "../fetch/guard.ts"
import type { HttpProxy } from "../fetch/proxy.ts"
import { send } from "../fetch/send.ts"

/** What git asks for first. */
const question = "/info/refs?service=git-upload-pack"
const connectMs = 10_000
const answerMs = 30_000

/**
 * Where a server says that a repository is now (GitLab's address without `.git`, a renamed one). git does not follow: the new
 * address has to pass the guard first. Never from https to http; undefined where there is no other address.
 */
export async function redirectOf(
  guard: Guard,
  { url, credentials, authorities }: GitRemote,
  proxy?: HttpProxy,
): Promise<string | undefined> {
  const asked = new URL(`${url.replace(/\/+$/u, "")}${question}`)
  if (!asked.protocol.startsWith("http") || guard.refusal(asked) !== undefined) return undefined
  const request = {
    ...{ url: asked.href, maxBytes: 0 },
    ...(credentials && { credentials }),
    ...(authorities === undefined ? {} : { authorities }),
  }
  const wire = {
    ...{ lookup: guard.lookup, userAgent: "git/sluice", connectMs },
    ...(proxy && { proxy }),
  }
  try {
    const answer = await send(asked, request, { ...wire, signal: AbortSignal.timeout(answerMs) })
    answer.discard()
    const location = answer.headers.get("location")
    if (answer.code < 300 || answer.code >= 400 || location === undefined) return undefined
    const target = new URL(location, asked).href
    const next = target.endsWith(question)
      ? parseGitUrl(target.slice(0, -question.length))
      : undefined
    const isDowngrade = asked.protocol === "https:" && next?.protocol !== "https:"
    return isDowngrade || !next?.protocol.startsWith("http") ? undefined : next.href
  } catch {
    return undefined
  }
}
