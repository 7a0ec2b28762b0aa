import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { run, sharedArguments } from "../cli/run.ts"
import { logLine } from "../report/workflow-command.ts"
import type { Inputs } from "./inputs.ts"
import type { Job } from "./job.ts"
import { fieldsOf } from "./job-event.ts"

/** What a job's change does in the clusters. */
export interface JobDifference {
  readonly code: number
  /** For a comment; undefined where nothing changes, or where there is none. */
  readonly markdown: string | undefined
}

/** What is decided before. */
export interface DiffPlan {
  /** The commit that is compared with; undefined: the event names none. */
  readonly since: string | undefined
  readonly untrusted: boolean
  /** Where `sluice` runs, and a folder of this step alone. */
  readonly cwd: string
  readonly folder: string
}

/** GitHub drops the summary of a step whole when it is larger than 1 MiB. */
const maxSummaryBytes = 1024 * 1024

/** Runs `sluice diff` for a job: the markdown goes into its summary, what a program may want into outputs. */
export async function diffForJob(
  job: Job,
  inputs: Inputs,
  { since, untrusted, cwd, folder }: DiffPlan,
): Promise<JobDifference> {
  if (since === undefined) {
    job.stdout.write("sluice: no diff: the event names no commit to compare with; `since` does.\n")
    return { code: 0, markdown: undefined }
  }
  const files = { markdown: join(folder, "diff.md"), json: join(folder, "diff.json") }
  const option = (name: string, value: string): readonly string[] =>
    value === "" ? [] : [`--${name}=${value}`]
  const code = await run({
    argv: [
      ...["diff", `--since=${since}`, "--allow-incomplete"],
      ...Object.entries(files).map(([name, file]) => `--format=${name}=${file}`),
      ...option("config", inputs.config),
      ...inputs.clusters.flatMap((cluster) => option("cluster", cluster)),
      ...(inputs.offline ? ["--offline"] : []),
      ...(untrusted ? ["--untrusted"] : []),
      ...sharedArguments(inputs.args),
    ],
    environment: job.environment,
    cwd,
    stdout: job.stdout,
    stderr: job.stderr,
    signal: job.signal,
  })
  if (job.signal.aborted || !existsSync(files.json)) return { code, markdown: undefined }
  const changes = changesIn(readFileSync(files.json, "utf8"))
  job.output("changed-resources", String(changes))
  job.output("diff-json", files.json)
  const markdown = readFileSync(files.markdown, "utf8")
  if (inputs.summary) addToSummary(job, markdown)
  return { code, markdown: changes === 0 ? undefined : markdown }
}

/** How many objects are not as before. */
function changesIn(json: string): number {
  const objects = fieldsOf(JSON.parse(json))?.objects
  return Array.isArray(objects) ? objects.length : 0
}

function addToSummary({ environment, stdout }: Job, markdown: string): void {
  const file = environment.GITHUB_STEP_SUMMARY
  if (!file) return
  const written = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (written + Buffer.byteLength(markdown) + 1 <= maxSummaryBytes)
    appendFileSync(file, `\n${markdown}`)
  else stdout.write(logLine("sluice: the diff does not fit into the job summary; the log has it."))
}
