import type { Difference } from "../diff/difference.ts"
import { writeAtomically } from "../host/atomic-write.ts"
import { UsageError } from "../model/errors.ts"
import { differenceHtml } from "../report/diff/difference-html.ts"
import { differenceJson } from "../report/diff/difference-json.ts"
import { differenceMarkdown } from "../report/diff/difference-markdown.ts"
import { differenceText } from "../report/diff/difference-text.ts"
import { plainStyle } from "../report/pretty/style.ts"
import { guardedLog } from "../report/workflow-command.ts"
import { nearestName } from "../text/nearest-name.ts"
import type { CommandContext } from "./command-context.ts"
import { targetFile } from "./formats.ts"
import { version } from "./version.ts"

const formats: Readonly<Record<FormatName, (difference: Difference) => string>> = {
  text: (difference: Difference) => differenceText(difference, { style: plainStyle, width: 100 }),
  markdown: (difference) => differenceMarkdown(difference),
  html: differenceHtml,
  json: (difference: Difference) => differenceJson(difference, { name: "sluice", version }),
}

type FormatName = "text" | "markdown" | "html" | "json"

const formatNames = Object.keys(formats) as readonly FormatName[] // the keys of a record of them

/** A format of a difference and where it goes. */
export interface DiffTarget {
  readonly format: FormatName
  /** Absolute; stdout when undefined. */
  readonly file: string | undefined
}

/** What `--format` asks for; stdout gets the text, unless another format goes there. */
export function diffTargets({ flags, cwd }: CommandContext): readonly DiffTarget[] {
  const source = flags.source("format")
  const targets = flags.list("format").map((text): DiffTarget => {
    const [name = "", ...rest] = text.split("=")
    const format = formatNames.find((known) => known === name)
    if (!format) throw unknownFormat(name, source)
    return {
      format,
      file: rest.length === 0 ? undefined : targetFile(rest.join("="), source, cwd),
    }
  })
  const onStdout = targets.filter(({ file }) => file === undefined).length
  if (onStdout > 1) {
    throw new UsageError(`\`${source}\` asks for ${onStdout} formats on stdout.`, {
      help: "Give all but one of them a file: `--format markdown=diff.md`.",
    })
  }
  return onStdout === 1 ? targets : [{ format: "text", file: undefined }, ...targets]
}

function unknownFormat(name: string, source: string): UsageError {
  const nearest = nearestName(name, formatNames)
  const known = formatNames.map((format) => `\`${format}\``).join(", ")
  return new UsageError(`\`${source}\` is \`${name}\`; it takes ${known}.`, {
    help: nearest && `Did you mean \`${nearest}\`?`,
  })
}

/** Writes the difference to each place: files first, so that a reader of stdout finds them there. */
export function writeDifference(
  targets: readonly DiffTarget[],
  difference: Difference,
  { io, style }: CommandContext,
): void {
  for (const { format, file } of targets) {
    if (file !== undefined) writeAtomically(file, formats[format](difference))
  }
  const shown = targets.find(({ file }) => file === undefined)
  if (!shown) return
  const width = Math.max(40, io.stdout.columns ?? 80)
  const isText = shown.format === "text"
  const text = isText
    ? differenceText(difference, { style, width })
    : formats[shown.format](difference)
  // The log of a job is read for commands.
  io.stdout.write(isText && io.environment.GITHUB_ACTIONS === "true" ? guardedLog(text) : text)
}
