import { readFileSync, statSync } from "node:fs"
import type { Job } from "./job.ts"

/** What the event that started the workflow says of the code that is checked. */
export interface JobEvent {
  /** The pull request that the workflow runs for. */
  readonly pullRequest: PullRequest | undefined
  /** The commit that a pull request or a merge group is to be added to. */
  readonly base: string | undefined
  /** Whether the code comes from someone who may not write to this repository, or nobody can tell. */
  readonly isFromOutside: boolean
}

export interface PullRequest {
  readonly number: number
  readonly headCommit: string
}

type Fields = Readonly<Record<string, unknown>>

/** Reads the file in which the runner describes the event. A pull request of which nothing is known counts as a stranger's. */
export function readEvent({ GITHUB_EVENT_NAME, GITHUB_EVENT_PATH }: Job["environment"]): JobEvent {
  const event = readPayload(GITHUB_EVENT_PATH)
  const pullRequest = fieldsOf(event.pull_request)
  if (pullRequest) return pullRequestEvent(pullRequest)
  const mergeGroup = fieldsOf(event.merge_group)
  if (mergeGroup) return { ...plain, base: commitOf(mergeGroup.base_sha) }
  return { ...plain, isFromOutside: isOutsider(GITHUB_EVENT_NAME, event) }
}

const plain: JobEvent = { pullRequest: undefined, base: undefined, isFromOutside: false }

function pullRequestEvent({ number, head, base }: Fields): JobEvent {
  const headCommit = commitOf(fieldsOf(head)?.sha)
  const [from, to] = [head, base].map((side) => fieldsOf(fieldsOf(side)?.repo)?.id)
  return {
    pullRequest:
      typeof number === "number" && headCommit !== undefined ? { number, headCommit } : undefined,
    base: commitOf(fieldsOf(base)?.sha),
    // The repository of a head is null when the fork is gone.
    isFromOutside: typeof from !== "number" || from !== to,
  }
}

/** Events without a pull request in them that may stand for one all the same. */
function isOutsider(name: string | undefined, event: Fields): boolean {
  if (name === "workflow_run") {
    const run = fieldsOf(event.workflow_run)
    const [from, to] = [run?.head_repository, event.repository].map((one) => fieldsOf(one)?.id)
    return typeof from !== "number" || from !== to
  }
  if (name === "issue_comment") return fieldsOf(fieldsOf(event.issue)?.pull_request) !== undefined
  return name?.startsWith("pull_request") === true
}

/** The event as the runner has written it; empty when there is none, or when it is no JSON. */
export function readPayload(path: string | undefined): Fields {
  if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) return {}
  try {
    return fieldsOf(JSON.parse(readFileSync(path, "utf8"))) ?? {}
  } catch {
    return {}
  }
}

/** The fields of a JSON object; undefined for any other value. */
export function fieldsOf(value: unknown): Fields | undefined {
  // What has been checked is all that TypeScript cannot see.
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined
}

/** The id of a commit; undefined when it is none. */
export function commitOf(value: unknown): string | undefined {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(value)
    ? value
    : undefined
}
