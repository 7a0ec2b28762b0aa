import { lstatSync, readFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { baselineName, formatBaseline, parseBaseline } from "../check/baseline.ts"
import { writeAtomically } from "../host/atomic-write.ts"
import { UsageError } from "../model/errors.ts"
import type { Baseline, CheckSettings, Finding } from "../model/index.ts"
import { count } from "../report/pretty/count.ts"
import { visible } from "../report/visible-text.ts"
import type { CommandContext } from "./command-context.ts"
import { type CheckedRoot, toPosix } from "./root.ts"

/** The baseline that the command line names, or the one in the checked root; undefined when there is none or none is wanted. */
export function loadBaseline(context: CommandContext, checked: CheckedRoot): Baseline | undefined {
  const { flags } = context
  if (flags.switch("no-baseline") === true) return undefined
  const file = baselineFile(context, checked)
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile())
    return parseBaseline(toPosix(nameIn(checked, file)), readFileSync(file, "utf8"))
  const named = flags.text("baseline")
  if (named === undefined || flags.switch("update-baseline") === true) return undefined
  throw new UsageError(
    `\`${flags.source("baseline")}\` names the file \`${named}\`, which is not there.`,
    { help: "Write it with `--update-baseline`." },
  )
}

/** Writes the findings that count, and those of the baseline that are still there, into the baseline; gives what it is now. */
export function updateBaseline(
  findings: readonly Finding[],
  settings: CheckSettings,
  context: CommandContext,
  checked: CheckedRoot,
): Baseline {
  const file = baselineFile(context, checked)
  const { baseline, narrowed, paths, only, skip } = settings
  const isWhole = !narrowed && paths.length + only.length + skip.length === 0
  const known = baseline?.entries ?? new Map()
  const text = formatBaseline(
    findings.filter(
      ({ suppressedBy, category }) =>
        category !== "suppressions" && (!suppressedBy || suppressedBy.kind === "baseline"),
    ),
    // What was not looked at may still be there.
    isWhole ? new Map() : known,
  )
  writeAtomically(file, text)
  const updated = parseBaseline(toPosix(nameIn(checked, file)), text)
  const added = [...updated.entries.keys()].filter((one) => !known.has(one)).length
  const removed = [...known.keys()].filter((one) => !updated.entries.has(one)).length
  context.io.stderr.write(
    `${visible(updated.path)} holds ${count(updated.entries.size, "finding")} (${added} added, ${removed} removed).\n`,
  )
  return updated
}

function baselineFile({ flags, cwd }: CommandContext, { root }: CheckedRoot): string {
  const named = flags.text("baseline")
  return named === undefined ? join(root, baselineName) : resolve(cwd, named)
}

function nameIn({ root }: CheckedRoot, file: string): string {
  const path = relative(root, file)
  return path.startsWith("..") ? file : path
}
