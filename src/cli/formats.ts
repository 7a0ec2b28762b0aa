import { existsSync, statSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { writeAtomically } from "../host/atomic-write.ts"
import { UsageError } from "../model/errors.ts"
import type { PrettyOptions } from "../report/pretty/pretty.ts"
import { plainStyle } from "../report/pretty/style.ts"
import type { Report } from "../report/report.ts"
import { type CreateReporter, reporters } from "../report/reporters.ts"
import { nearestName } from "../text/nearest-name.ts"
import type { FlagValues } from "./flag-values.ts"
import { laterFormats } from "./flags.ts"
import type { Io } from "./io.ts"

/** A format and where it goes. */
export interface ReportTarget {
  readonly create: CreateReporter
  /** Absolute; stdout when undefined. */
  readonly file: string | undefined
}

/** What `--format` asks for. The terminal gets `pretty` unless another format goes there. */
export function reportTargets(flags: FlagValues, cwd: string): readonly ReportTarget[] {
  const targets = flags.list("format").map((text) => parseTarget(text, flags, cwd))
  const onStdout = targets.filter(({ file }) => file === undefined)
  if (onStdout.length > 1) {
    throw new UsageError(
      `\`${flags.source("format")}\` asks for ${onStdout.length} formats on stdout.`,
      {
        help: "Give all but one of them a file: `--format json=report.json`.",
      },
    )
  }
  return onStdout.length === 1
    ? targets
    : [{ create: reporters.pretty, file: undefined }, ...targets]
}

function parseTarget(text: string, flags: FlagValues, cwd: string): ReportTarget {
  const [format = "", ...rest] = text.split("=")
  const create = Object.entries(reporters).find(([name]) => name === format)?.[1]
  if (!create) throw unknownFormat(format, flags.source("format"))
  if (rest.length === 0) return { create, file: undefined }
  const file = resolve(cwd, rest.join("="))
  if (!existsSync(dirname(file)) || statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(
      `\`${flags.source("format")}\` names the file \`${rest.join("=")}\`, which cannot be written.`,
      {
        help: `Name a file in a folder that exists; \`${dirname(file)}\` was looked for.`,
      },
    )
  }
  return { create, file }
}

function unknownFormat(format: string, source: string): UsageError {
  if (laterFormats.includes(format))
    return new UsageError(`The format \`${format}\` is not there yet: a later release brings it.`)
  const names = Object.keys(reporters)
  const nearest = nearestName(format, names)
  return new UsageError(
    `\`${source}\` is \`${format}\`; it takes ${names.map((name) => `\`${name}\``).join(", ")}.`,
    {
      help: nearest && `Did you mean \`${nearest}\`?`,
    },
  )
}

/** Writes every report to its place: files first, so that a reader of stdout finds them there. */
export function writeReports(
  targets: readonly ReportTarget[],
  report: Report,
  { io, pretty }: { readonly io: Io; readonly pretty: PrettyOptions },
): void {
  const inFiles = targets.filter(({ file }) => file !== undefined)
  const onStdout = targets.filter(({ file }) => file === undefined)
  for (const { create, file } of [...inFiles, ...onStdout]) {
    const options = file === undefined ? pretty : { ...pretty, style: plainStyle, width: 100 }
    const text = create(options)(report)
    if (file === undefined) io.stdout.write(text)
    else writeAtomically(file, text)
  }
}
