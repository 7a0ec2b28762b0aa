import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { run } from "../cli/run.ts"
import { UsageError } from "../model/errors.ts"
import { type ReadReport, readReport } from "../report/read-report.ts"
import { workflowCommand } from "../report/workflow-command.ts"
import { openCache } from "./action-cache.ts"
import { changeBase } from "./change-base.ts"
import { checkArguments } from "./check-arguments.ts"
import { commentOnPullRequest } from "./comment-on-pull-request.ts"
import { diffForJob } from "./diff-for-job.ts"
import { type Inputs, readInputs } from "./inputs.ts"
import type { Job } from "./job.ts"
import { type JobEvent, readEvent } from "./job-event.ts"

/** What the exit codes of `sluice check` are called; any other is no outcome of a check. */
const outcomes: Readonly<Record<number, string>> = { 0: "clean", 1: "findings", 3: "incomplete" }

/** The GitHub Action: inputs and event become the arguments of `sluice check` and `sluice diff`, their reports become outputs. */
export async function runAction(job: Job): Promise<number> {
  try {
    return await checkForJob(job, readInputs(job.input))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const message = error.help === undefined ? error.message : `${error.message}\n${error.help}`
    job.stdout.write(workflowCommand("error", message, { title: "sluice" }))
    return 2
  }
}

async function checkForJob(job: Job, inputs: Inputs): Promise<number> {
  const { environment } = job
  const event = readEvent(environment)
  const cwd = folderOf(inputs, job)
  const folder = mkdtempSync(join(environment.RUNNER_TEMP ?? tmpdir(), "sluice-"))
  const reportFile = join(folder, "report.json")
  const htmlFile = join(folder, "report.html")
  const untrusted = inputs.untrusted === "auto" ? event.isFromOutside : inputs.untrusted
  const since = await sinceOf(inputs, event, cwd, job)
  const cache = inputs.cache ? await openCache(job, { readOnly: untrusted }) : undefined
  const code = await run({
    argv: checkArguments(inputs, { reportFile, htmlFile, since, untrusted }),
    environment: inputs.summary ? environment : { ...environment, GITHUB_STEP_SUMMARY: undefined },
    cwd,
    stdout: job.stdout,
    stderr: job.stderr,
    signal: job.signal,
  })
  if (job.signal.aborted) return code
  const report = existsSync(reportFile) ? readReport(readFileSync(reportFile, "utf8")) : undefined
  const sarifFile = resolve(cwd, inputs.sarifFile)
  writeOutputs(job, { code, report, reportFile, htmlFile, sarifFile, inputs })
  const difference = inputs.diff
    ? await diffForJob(job, inputs, { since, untrusted, cwd, folder })
    : undefined
  if (job.signal.aborted) return code
  await cache?.save()
  if (inputs.comment && report)
    await comment(job, { event, inputs, report, difference: difference?.markdown })
  return code === 0 ? (difference?.code ?? 0) : code
}

function folderOf({ workingDirectory }: Inputs, { environment, cwd }: Job): string {
  const folder = resolve(environment.GITHUB_WORKSPACE ?? cwd, workingDirectory)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
  throw new UsageError(
    `The input \`working-directory\` is \`${workingDirectory}\`: there is no such folder in the checkout.`,
  )
}

/** The commit that the report is narrowed to the changes since; a warning where the checkout has not got it. */
async function sinceOf(
  { since }: Inputs,
  event: JobEvent,
  folder: string,
  { environment, stdout }: Job,
): Promise<string | undefined> {
  if (since !== "") return since
  const base = await changeBase(event, folder, environment)
  if (base.kind === "commit") return base.commit
  if (base.kind === "missing") {
    const message =
      `The checkout does not have the commit ${base.commit} that the change is to be compared with: ` +
      "everything that is found is reported, not only what the change is to blame for. " +
      "Give actions/checkout `fetch-depth: 0`."
    stdout.write(workflowCommand("warning", message, { title: "sluice" }))
  }
  return undefined
}

function writeOutputs(
  job: Job,
  outputs: {
    readonly code: number
    readonly report: ReadReport | undefined
    readonly reportFile: string
    readonly htmlFile: string
    readonly sarifFile: string
    readonly inputs: Inputs
  },
): void {
  const { code, report, reportFile, htmlFile, sarifFile, inputs } = outputs
  const outcome = outcomes[code]
  if (!report || outcome === undefined) return
  job.output("outcome", outcome)
  job.output("errors", String(report.summary.errors))
  job.output("warnings", String(report.summary.warnings))
  job.output("report-json", reportFile)
  if (existsSync(htmlFile)) job.output("html-report", htmlFile)
  if (inputs.sarifFile !== "" && existsSync(sarifFile)) job.output("sarif-file", sarifFile)
}

async function comment(
  job: Job,
  {
    event,
    inputs,
    report,
    difference,
  }: {
    readonly event: JobEvent
    readonly inputs: Inputs
    readonly report: ReadReport
    readonly difference: string | undefined
  },
): Promise<void> {
  if (!event.pullRequest) {
    job.stdout.write("sluice: no comment: the event is about no pull request.\n")
    return
  }
  if (event.isFromOutside) {
    job.stdout.write(
      workflowCommand(
        "notice",
        "A pull request from a fork has no token that may comment: let a workflow that runs on `workflow_run` do it, with the action in `comment/`.",
        { title: "sluice" },
      ),
    )
    return
  }
  const { token } = inputs
  const shown = difference === undefined ? {} : { difference }
  await commentOnPullRequest(job, { ...event.pullRequest, token, report, ...shown })
}
