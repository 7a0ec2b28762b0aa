import { existsSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { writeAtomically } from "../host/atomic-write.ts"
import { UsageError } from "../model/errors.ts"
import { plainStyle } from "../report/pretty/style.ts"
import type { Report, Reporter } from "../report/report.ts"
import type { CreateReporter, FormatName, ReporterOptions } from "../report/reporters.ts"
import { guardedLog } from "../report/workflow-command.ts"
import { nearestName } from "../text/nearest-name.ts"
import type { FlagValues } from "./flag-values.ts"
import type { Io } from "./io.ts"

/** A format and where it goes. */
export interface ReportTarget {
  readonly format: FormatName
  /** Absolute; stdout when undefined. */
  readonly file: string | undefined
}

/** What `--format` asks for. Stdout gets `pretty`, in a job of GitHub Actions `github`, unless another format goes there. */
export function reportTargets(
  flags: FlagValues,
  cwd: string,
  { GITHUB_ACTIONS }: Io["environment"],
): readonly ReportTarget[] {
  const targets = flags.list("format").map((text) => parseTarget(text, flags, cwd))
  const onStdout = targets.filter(({ file }) => file === undefined)
  const counts = flags.switch("statistics") === true
  const wrong = counts && onStdout.find(({ format }) => !isCountable(format))
  if (wrong) {
    throw new UsageError(
      `\`${flags.source("statistics")}\` has no format \`${wrong.format}\`; it takes \`pretty\` or \`json\`.`,
      { help: "A report beside it goes to a file: `--format sarif=report.sarif`." },
    )
  }
  if (onStdout.length > 1) {
    throw new UsageError(
      `\`${flags.source("format")}\` asks for ${onStdout.length} formats on stdout.`,
      {
        help: "Give all but one of them a file: `--format json=report.json`.",
      },
    )
  }
  if (onStdout.length === 1) return targets
  const format = GITHUB_ACTIONS === "true" && !counts ? "github" : "pretty"
  return [{ format, file: undefined }, ...targets]
}

function isCountable(format: FormatName): boolean {
  return format === "pretty" || format === "json" || format === "json-v1"
}

/** The report formats by name; each is loaded when it is asked for. */
const reporters: Readonly<Record<FormatName, () => Promise<CreateReporter>>> = {
  pretty: async () => {
    const { createPrettyReporter } = await import("../report/pretty/pretty.ts")
    return ({ pretty }) => createPrettyReporter(pretty)
  },
  concise: async () => of((await import("../report/concise.ts")).reportConcise),
  json: async () => of((await import("../report/json.ts")).reportJson),
  "json-v1": async () => of((await import("../report/json.ts")).reportJson),
  jsonl: async () => of((await import("../report/jsonl.ts")).reportJsonl),
  sarif: async () => of((await import("../report/sarif/sarif.ts")).reportSarif),
  github: async () => {
    const { createGithubReporter } = await import("../report/github.ts")
    return ({ github }) => createGithubReporter(github)
  },
  gitlab: async () => of((await import("../report/gitlab.ts")).reportGitlab),
  junit: async () => of((await import("../report/junit.ts")).reportJunit),
  checkstyle: async () => of((await import("../report/checkstyle.ts")).reportCheckstyle),
  rdjson: async () => of((await import("../report/rdjson.ts")).reportRdjson),
  tap: async () => of((await import("../report/tap.ts")).reportTap),
  markdown: async () => of((await import("../report/markdown.ts")).reportMarkdown),
  html: async () => of((await import("../report/html/report-html.ts")).reportHtml),
  blob: async () => of((await import("../report/blob.ts")).reportBlob),
}

/** A reporter that looks at the report alone. */
function of(reporter: Reporter): CreateReporter {
  return () => reporter
}

/** What `--statistics` puts in the place of a report. */
async function statisticsReporter(format: FormatName): Promise<CreateReporter> {
  const statistics = await import("../report/statistics.ts")
  return ({ pretty }) =>
    format === "pretty"
      ? statistics.createStatisticsReporter(pretty)
      : statistics.reportStatisticsJson
}

/** The names that `--format` takes. */
export const formatNames = Object.keys(reporters) as readonly FormatName[] // the keys of a record of them

function parseTarget(text: string, flags: FlagValues, cwd: string): ReportTarget {
  const [name = "", ...rest] = text.split("=")
  const format = formatNames.find((known) => known === name)
  if (!format) throw unknownFormat(name, flags.source("format"))
  if (rest.length === 0) return { format, file: undefined }
  return { format, file: targetFile(rest.join("="), flags.source("format"), cwd) }
}

/** The absolute path of a file to write; refused before the work is done when it cannot be. */
export function targetFile(name: string, source: string, cwd: string): string {
  const file = resolve(cwd, name)
  if (!existsSync(dirname(file)) || statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`\`${source}\` names the file \`${name}\`, which cannot be written.`, {
      help: `Name a file in a folder that exists; \`${dirname(file)}\` was looked for.`,
    })
  }
  return file
}

function unknownFormat(format: string, source: string): UsageError {
  const nearest = nearestName(format, formatNames)
  return new UsageError(
    `\`${source}\` is \`${format}\`; it takes ${formatNames.map((name) => `\`${name}\``).join(", ")}.`,
    {
      help: nearest && `Did you mean \`${nearest}\`?`,
    },
  )
}

/** Writes every report to its place: files first, so that a reader of stdout finds them there. */
export async function writeReports(
  targets: readonly ReportTarget[],
  report: Report,
  {
    io,
    reporter,
    counts,
  }: { readonly io: Io; readonly reporter: ReporterOptions; readonly counts: boolean },
): Promise<void> {
  const plain = { ...reporter, pretty: { ...reporter.pretty, style: plainStyle, width: 100 } }
  const inFiles = targets.filter(({ file }) => file !== undefined)
  const onStdout = targets.filter(({ file }) => file === undefined)
  for (const { format, file } of [...inFiles, ...onStdout]) {
    const isCounted = counts && file === undefined
    const create = await (isCounted ? statisticsReporter(format) : reporters[format]())
    const text = create(file === undefined ? reporter : plain)(report)
    if (file !== undefined) writeAtomically(file, text)
    else io.stdout.write(isForLog(format, io) ? guardedLog(text) : text)
  }
}

/** Formats for people end up in the log of a job, where GitHub's runner looks for commands; others are for programs. */
function isForLog(format: FormatName, { environment }: Io): boolean {
  return environment.GITHUB_ACTIONS === "true" && (format === "pretty" || format === "concise")
}
