import { readFileSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { UsageError } from "../model/errors.ts"
import { ReportError, readReport } from "../report/read-report.ts"
import { workflowCommand } from "../report/workflow-command.ts"
import { commentOnPullRequest } from "./comment-on-pull-request.ts"
import { createGithubApi, type GithubApi, GithubApiError } from "./github-api.ts"
import type { Job } from "./job.ts"
import { commitOf, fieldsOf, type PullRequest, readPayload } from "./job-event.ts"

/** A report of a very large repository has some ten MiB. */
const maxReportBytes = 64 * 1024 * 1024

/**
 * The action in `comment/`, for a workflow on `workflow_run`: it comments with what the workflow of a pull request has found.
 * That report may come from a stranger, and is taken for nothing but text; which pull request it belongs to is asked of
 * GitHub, never read from the report.
 */
export async function runCommentAction(job: Job): Promise<number> {
  try {
    return await comment(job)
  } catch (error) {
    const isKnown =
      error instanceof UsageError || error instanceof ReportError || error instanceof GithubApiError
    if (!isKnown) throw error
    job.stdout.write(workflowCommand("error", error.message, { title: "sluice" }))
    return 2
  }
}

async function comment(job: Job): Promise<number> {
  const { environment, stdout, signal } = job
  const file = resolve(environment.GITHUB_WORKSPACE ?? job.cwd, job.input("report"))
  const report = readReport(readReportFile(file, job.input("report")))
  const run = fieldsOf(readPayload(environment.GITHUB_EVENT_PATH).workflow_run)
  const commit = commitOf(run?.head_sha)
  if (!run || commit === undefined)
    throw new UsageError(
      "The event has no `workflow_run`: this action is for workflows on that event.",
    )
  const token = job.input("github-token")
  const api = createGithubApi({ environment, token, signal })
  const pullRequest = await pullRequestOf(api, run, environment.GITHUB_REPOSITORY ?? "")
  if (!pullRequest) {
    stdout.write(`sluice: no comment: no open pull request is at ${commit} any more.\n`)
    return 0
  }
  await commentOnPullRequest(job, { ...pullRequest, token, report })
  return 0
}

function readReportFile(file: string, named: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile())
    throw new UsageError(`The input \`report\` names the file \`${named}\`, which is not there.`)
  if (stats.size > maxReportBytes)
    throw new UsageError(
      `The report \`${named}\` has ${stats.size} bytes; ${maxReportBytes} are read.`,
    )
  return readFileSync(file, "utf8")
}

/** The open pull request whose head the workflow has run for: the event names none that comes from a fork. */
async function pullRequestOf(
  api: GithubApi,
  run: Readonly<Record<string, unknown>>,
  repository: string,
): Promise<PullRequest | undefined> {
  const owner = fieldsOf(fieldsOf(run.head_repository)?.owner)?.login
  const { head_branch: branch, head_sha: commit } = run
  if (typeof owner !== "string" || typeof branch !== "string") return undefined
  const head = encodeURIComponent(`${owner}:${branch}`)
  const answer = await api.request(
    "GET",
    `/repos/${repository}/pulls?state=open&per_page=100&head=${head}`,
  )
  const found = Array.isArray(answer) ? answer.map(fieldsOf) : []
  const pull = found.find((one) => fieldsOf(one?.head)?.sha === commit)
  const headCommit = commitOf(commit)
  return typeof pull?.number === "number" && headCommit !== undefined
    ? { number: pull.number, headCommit }
    : undefined
}
