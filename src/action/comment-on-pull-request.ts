import { maxCommentBytes, reportComment } from "../report/comment.ts"
import { appendDifference } from "../report/diff/append-difference.ts"
import type { ReadReport } from "../report/read-report.ts"
import { workflowCommand } from "../report/workflow-command.ts"
import { createGithubApi, GithubApiError } from "./github-api.ts"
import type { Job } from "./job.ts"
import { writeStickyComment } from "./sticky-comment.ts"

/** What is said, where, and with whose permission. */
export interface CommentRequest {
  readonly number: number
  readonly headCommit: string
  readonly token: string
  readonly report: ReadReport
  /** The markdown of `sluice diff`, escaped. */
  readonly difference?: string
}

/** Writes the one comment of a pull request. A comment that cannot be written is a warning: the check has its own result. */
export async function commentOnPullRequest(
  job: Job,
  { number, headCommit, token, report, difference }: CommentRequest,
): Promise<void> {
  const { environment } = job
  const repository = environment.GITHUB_REPOSITORY ?? ""
  const said = reportComment(report, { commit: headCommit, run: runAddress(environment) })
  const body = difference === undefined ? said : appendDifference(said, difference, maxCommentBytes)
  const isEmpty = report.findings.length === 0 && difference === undefined
  try {
    const api = createGithubApi({ environment, token, signal: job.signal })
    const done = await writeStickyComment(api, { repository, number, body, isEmpty })
    job.stdout.write(`sluice: ${done}\n`)
  } catch (error) {
    if (!(error instanceof GithubApiError)) throw error
    const help = "Does the job have `permissions: { pull-requests: write }`?"
    job.stdout.write(
      workflowCommand("warning", `The comment was not written: ${error.message}\n${help}`, {
        title: "sluice",
      }),
    )
  }
}

/** The page of this run of the workflow; undefined outside of one. */
function runAddress({
  GITHUB_SERVER_URL,
  GITHUB_REPOSITORY,
  GITHUB_RUN_ID,
}: Job["environment"]): string | undefined {
  const isRun = GITHUB_SERVER_URL && GITHUB_REPOSITORY && /^\d+$/u.test(GITHUB_RUN_ID ?? "")
  return isRun
    ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
    : undefined
}
