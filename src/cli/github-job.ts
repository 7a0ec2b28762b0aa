import { randomUUID } from "node:crypto"
import { appendFileSync, statSync } from "node:fs"
import { relative } from "node:path"
import type { GithubOptions } from "../report/github.ts"
import { reportJobSummary } from "../report/job-summary.ts"
import { relativeUri } from "../report/relative-uri.ts"
import type { Report } from "../report/report.ts"
import type { CommandContext } from "./command-context.ts"
import type { Io } from "./io.ts"
import { toPosix } from "./root.ts"

/** What GitHub's runner says of the job by its variables; outside of a job, what fits anywhere. */
export function githubOptions(
  { io: { environment }, flags }: CommandContext,
  root: string,
): GithubOptions {
  return {
    token: `sluice-${randomUUID()}`,
    prefix: prefixOf(environment, root) ?? "",
    annotations: flags.switch("no-annotations") !== true,
  }
}

/** Adds the report to the summary of the step, where the runner has given a file for it. */
export function writeJobSummary(report: Report, { environment }: Io, root: string): void {
  const file = environment.GITHUB_STEP_SUMMARY
  if (!file) return
  const linkTo = sourceLinks(environment, prefixOf(environment, root))
  const written = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  appendFileSync(file, reportJobSummary(report, { written, ...(linkTo && { linkTo }) }))
}

/** From the checkout of the job to the checked root, with `/` at its end; undefined where that lies outside. */
function prefixOf({ GITHUB_WORKSPACE }: Io["environment"], root: string): string | undefined {
  if (!GITHUB_WORKSPACE) return undefined
  const path = toPosix(relative(GITHUB_WORKSPACE, root))
  if (path === "") return ""
  return path.startsWith("../") || path === ".." || /^(?:\/|[a-z]:)/iu.test(path)
    ? undefined
    : `${path}/`
}

function sourceLinks(
  { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA }: Io["environment"],
  prefix: string | undefined,
): ((path: string, line: number) => string) | undefined {
  const isJob = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA
  if (!isJob || prefix === undefined) return undefined
  const base = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`
  return (path, line) => `${base}/${relativeUri(prefix + path)}#L${line}`
}
