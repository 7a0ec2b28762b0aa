import { rules } from "../../rules/index.ts"
import { checkWorkspace } from "../check/check-workspace.ts"
import type { Checked } from "../fix/fix-rounds.ts"
import type { CheckSettings } from "../model/index.ts"
import type { Shard } from "../model/shard.ts"
import { createReport } from "../report/create-report.ts"
import type { Report } from "../report/report.ts"
import { visibleLines } from "../report/visible-text.ts"
import { updateBaseline } from "./baseline.ts"
import { type Change, changeOf, narrowToChange } from "./changes.ts"
import type { CommandContext } from "./command-context.ts"
import { fixingOf, printPatch, tryFixes, writeFixes } from "./fixing.ts"
import type { Session } from "./session.ts"
import { shareOfReport } from "./shard.ts"
import { version } from "./version.ts"

/** What came of a check. */
export interface Outcome {
  readonly report: Report
  /** Fixes that could not be written. */
  readonly unfixed: number
}

/** Checks an opened repository, and makes the fixes that are asked for. */
export async function checkSession(
  session: Session,
  settings: CheckSettings,
  { context, shard }: { readonly context: CommandContext; readonly shard: Shard | undefined },
): Promise<Outcome> {
  const change = await changeOf(session, context)
  const fixing = await fixingOf(session, { settings, change }, context)
  const fixes = fixing && (await tryFixes(session, fixing, context))
  const found = withBaseline(fixes ?? checkNow(session, settings), settings, { session, context })
  const narrowed = await narrowToChange(found, settings, { session, context, change })
  const whole = createCheckReport(narrowed, session, context, change)
  const report = shareOfReport(whole, shard, session)
  // Nothing is written after Ctrl-C: a report that is there is a whole one.
  context.io.signal.throwIfAborted()
  const { index } = fixing ?? {}
  return { report, unfixed: fixes ? await writeFixes(fixes, session, { context, index }) : 0 }
}

/** What `--fix` would change. */
export interface Patch {
  /** What was found, but for what the patch repairs. */
  readonly report: Report
  /** Prints it; gives whether there is nothing in it. */
  print(): boolean
}

/** Makes a patch of the fixes; nothing is written. */
export async function patchOf(
  session: Session,
  settings: CheckSettings,
  context: CommandContext,
): Promise<Patch> {
  const change = await changeOf(session, context)
  const fixes = await tryFixes(session, { settings, change, index: undefined }, context)
  return {
    report: createCheckReport(fixes, session, context),
    print: () => printPatch(fixes, session, context),
  }
}

/** With `--update-baseline` all that was found becomes known, and the report is about what is left. */
function withBaseline(
  found: Checked,
  settings: CheckSettings,
  { session, context }: { readonly session: Session; readonly context: CommandContext },
): Checked {
  if (context.flags.switch("update-baseline") !== true) return found
  const { workspace, result } = found
  const { host, checked } = session
  const baseline = updateBaseline(result.findings, settings, context, checked)
  const options = { settings: { ...settings, baseline }, digest: host.digest }
  return { workspace, result: checkWorkspace(workspace, rules, options) }
}

function checkNow({ workspace, clock, host }: Session, settings: CheckSettings): Checked {
  clock.phase("check")
  return { workspace, result: checkWorkspace(workspace, rules, { settings, digest: host.digest }) }
}

function createCheckReport(
  { workspace, result }: Checked,
  { clock }: Session,
  { flags, io }: CommandContext,
  change?: Change,
): Report {
  clock.phase("report")
  const tool = { name: "sluice", version }
  if (flags.switch("debug")) {
    for (const { error } of result.crashes) {
      if (error instanceof Error)
        io.stderr.write(`${visibleLines(error.stack ?? error.message).join("\n")}\n`)
    }
  }
  return createReport({
    ...{ tool, workspace, result, rules },
    ...(change && { changed: change.paths }),
  })
}
