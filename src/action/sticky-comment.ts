import { commentMark } from "../report/comment.ts"
import { type GithubApi, GithubApiError } from "./github-api.ts"
import { fieldsOf } from "./job-event.ts"

/** A comment and the pull request that it belongs to. */
export interface StickyComment {
  /** `owner/name` */
  readonly repository: string
  readonly number: number
  readonly body: string
  /** Nothing was found: a first comment would only be noise. */
  readonly isEmpty: boolean
}

const perPage = 100

/** A pull request with more comments than this gets a second one of ours, rather than hundreds of requests. */
const maxPages = 30

/** Writes the comment, or writes it anew where it is; says in a few words what was done. */
export async function writeStickyComment(
  api: GithubApi,
  { repository, number, body, isEmpty }: StickyComment,
): Promise<string> {
  if (!/^[\w.-]+\/[\w.-]+$/u.test(repository))
    throw new GithubApiError("GITHUB_REPOSITORY names no repository")
  const comments = `/repos/${repository}/issues/${number}/comments`
  const known = await findOwn(api, comments)
  if (known !== undefined) {
    await api.request("PATCH", `/repos/${repository}/issues/comments/${known}`, { body })
    return `the comment on pull request ${number} is written anew`
  }
  if (isEmpty) return `no comment on pull request ${number}: nothing was found`
  await api.request("POST", comments, { body })
  return `pull request ${number} has a comment`
}

/** The comment with our mark that we have written: anybody may write such a mark, and what others wrote stays theirs. */
async function findOwn(api: GithubApi, comments: string): Promise<number | undefined> {
  for (let page = 1; page <= maxPages; page++) {
    const answer = await api.request("GET", `${comments}?per_page=${perPage}&page=${page}`)
    const found = Array.isArray(answer) ? answer.map(fieldsOf) : []
    for (const comment of found) {
      const { id, body } = comment ?? {}
      const isMarked = typeof body === "string" && body.startsWith(commentMark)
      if (isMarked && typeof id === "number" && (await isOwn(api, comment?.user))) return id
    }
    if (found.length < perPage) return undefined
  }
  return undefined
}

/** The token of a job writes as a bot; with a person's token, comments are that person's. */
async function isOwn(api: GithubApi, author: unknown): Promise<boolean> {
  const { type, login } = fieldsOf(author) ?? {}
  if (type === "Bot") return true
  try {
    const user = fieldsOf(await api.request("GET", "/user"))
    return typeof login === "string" && user?.login === login
  } catch (error) {
    // The token of a job may not ask who it is.
    if (error instanceof GithubApiError) return false
    throw error
  }
}
