import type { Job } from "./job.ts"
import { fieldsOf } from "./job-event.ts"

/** GitHub's REST API, as far as comments need it. */
export interface GithubApi {
  /** The JSON of an answer; throws {@link GithubApiError} for one that is no success. */
  request(method: "GET" | "POST" | "PATCH", path: string, body?: object): Promise<unknown>
}

/** Why GitHub has not done what it was asked to. */
export class GithubApiError extends Error {
  override readonly name = "GithubApiError"
}

const timeoutMs = 20_000

/** A client for the server that the runner names. The token goes to that one alone: redirects are not followed. */
export function createGithubApi({
  environment,
  token,
  signal,
}: Pick<Job, "environment" | "signal"> & { readonly token: string }): GithubApi {
  const base = environment.GITHUB_API_URL
  return {
    request: async (method, path, body) => {
      if (!base)
        throw new GithubApiError("GITHUB_API_URL is not set: is this a job of GitHub Actions?")
      if (token === "") throw new GithubApiError("the input `github-token` is empty")
      const response = await send(`${base}${path}`, {
        method,
        headers: {
          accept: "application/vnd.github+json",
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "user-agent": "sluice",
          "x-github-api-version": "2022-11-28",
        },
        redirect: "error",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        ...(body && { body: JSON.stringify(body) }),
      })
      const answer = parsed(await response.text())
      if (response.ok) return answer
      const said = fieldsOf(answer)?.message
      throw new GithubApiError(
        `GitHub answered ${response.status}${typeof said === "string" ? ` (${said})` : ""} to ${method} ${path}`,
      )
    },
  }
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.cause ?? cause) : cause
    throw new GithubApiError(
      `GitHub cannot be reached: ${reason instanceof Error ? reason.message : String(reason)}`,
      { cause },
    )
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
