import { rules } from "../../../rules/index.ts"
import { checkWorkspace } from "../../check/check-workspace.ts"
import type { Checked } from "../../fix/fix-rounds.ts"
import { UsageError } from "../../model/errors.ts"
import type { CheckSettings } from "../../model/index.ts"
import type { Shard } from "../../model/shard.ts"
import { createReport } from "../../report/create-report.ts"
import type { Report } from "../../report/report.ts"
import { visible, visibleLines } from "../../report/visible-text.ts"
import { loadBaseline, updateBaseline } from "../baseline.ts"
import { type Change, changeFlag, changeOf, narrowToChange } from "../changes.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodeOf } from "../exit-code.ts"
import { exitCodes } from "../failure.ts"
import { fixingOf, printPatch, tryFixes, writeFixes } from "../fixing.ts"
import { reportTargets } from "../formats.ts"
import { rememberedRun } from "../remembered-run.ts"
import { exitPolicy, maxFindingsOf, showReport } from "../result-flags.ts"
import { cacheFolder, type Run, type Session, say, withRun, withSession } from "../session.ts"
import { checkSettings } from "../settings.ts"
import { shardFlag, shareOfReport } from "../shard.ts"
import { version } from "../version.ts"
import { checkOnChange } from "../watching.ts"

/** `sluice check`: reports what Flux would stumble over, and repairs what it is asked to. */
export async function check(context: CommandContext): Promise<number> {
  if (context.flags.switch("watch") === true) return await checkOnChange(context, checkOnce)
  return await checkOnce(context)
}

async function checkOnce(context: CommandContext): Promise<number> {
  // A patch is there to be read, whatever else is asked: it writes nothing.
  if (context.flags.switch("diff") === true) return await checkForPatch(context)
  const { flags, cwd, io } = context
  changeFlag(flags)
  const targets = reportTargets(flags, cwd, io.environment)
  const policy = exitPolicy(flags)
  const shard = shardFlag(flags)
  // Refused before the work is done.
  maxFindingsOf(flags)
  return await withRun(context, context.arguments, { lock: "held" }, async (run) => {
    const settings = settingsOf(run, context)
    const isDrawn = targets.some(({ format }) => format === "html" || format === "blob")
    const seen = isPlain(context)
      ? await rememberedRun(run, settings, { rules, isDrawn })
      : undefined
    const checkedNow = async (): Promise<Outcome> =>
      await checkSession(await run.open(seen?.host ?? run.host), settings, { context, shard })
    const { report, unfixed } = seen?.report
      ? { report: seen.report, unfixed: 0 }
      : await checkedNow()
    if (seen?.report) say(context, ["nothing has changed since an earlier run: this is its report"])
    run.clock.phase("report")
    const timed = flags.switch("no-timing") ? report : { ...report, timing: run.clock.read() }
    showReport(timed, { targets, root: run.checked.root }, context)
    reportCrashes(report, context)
    // Nobody waits for what a later run will want.
    if (!seen?.report) await seen?.remember(report)
    return unfixed > 0 ? exitCodes.incomplete : exitCodeOf(report, policy)
  })
}

/** What came of a check. */
interface Outcome {
  readonly report: Report
  /** Fixes that could not be written. */
  readonly unfixed: number
}

/** Checks an opened repository, and makes the fixes that are asked for. */
async function checkSession(
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

/** The report is about all that is there, the run changes nothing, and there is a cache: an earlier one may stand for it. */
function isPlain(context: CommandContext): boolean {
  const { flags } = context
  if (cacheFolder(context) === undefined) return false
  const changing = ["fix", "update-baseline"].some((name) => flags.switch(name) === true)
  return !changing && changeFlag(flags) === undefined && flags.text("shard") === undefined
}

/** `sluice check --diff`: what `--fix` would change, as a patch; exit 1 when there is something. */
async function checkForPatch(context: CommandContext): Promise<number> {
  const { flags, io } = context
  changeFlag(flags)
  shardFlag(flags)
  const report = ["format", "statistics"].find((name) => flags.text(name) !== undefined)
  if (report !== undefined) {
    throw new UsageError(
      `\`${flags.source(report)}\` asks for a report; \`${flags.source("diff")}\` prints a patch instead.`,
      { help: "Run it once for each." },
    )
  }
  const policy = exitPolicy(flags)
  return await withSession(context, context.arguments, { lock: "held" }, async (session) => {
    const change = await changeOf(session, context)
    const fixing = { settings: settingsOf(session, context), change, index: undefined }
    const fixes = await tryFixes(session, fixing, context)
    const report = createCheckReport(fixes, session, context)
    io.signal.throwIfAborted()
    const isEmpty = printPatch(fixes, session, context)
    reportCrashes(report, context)
    const code = exitCodeOf(report, { ...policy, failOn: "never", maxWarnings: undefined })
    if (code !== exitCodes.clean || isEmpty || policy.exitZero) return code
    return exitCodes.findings
  })
}

function settingsOf({ config, checked }: Run, context: CommandContext): CheckSettings {
  const baseline = loadBaseline(context, checked)
  const today = new Date().toISOString().slice(0, "2027-01-31".length)
  return checkSettings(context.flags, config, { rules, paths: checked.paths, baseline, today })
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

/** The format of the report must not decide whether a bug is seen: it is said on stderr too. */
function reportCrashes({ crashes }: Report, { io, errorStyle }: CommandContext): void {
  for (const { rule, message } of crashes) {
    io.stderr.write(
      `${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`,
    )
  }
}
