import { UsageError } from "../../model/errors.ts"
import type { Report } from "../../report/report.ts"
import { visible } from "../../report/visible-text.ts"
import { cacheFolder } from "../cache-dir.ts"
import { changeFlag } from "../change-flag.ts"
import type { Outcome } from "../checking.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodeOf } from "../exit-code.ts"
import { exitCodes } from "../failure.ts"
import { reportTargets } from "../formats.ts"
import { rememberedRun } from "../remembered-run.ts"
import { exitPolicy, maxFindingsOf, showReport } from "../result-flags.ts"
import { settingsOf } from "../run-settings.ts"
import { say, withRun, withSession } from "../session.ts"
import { shardFlag } from "../shard.ts"
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
    const settings = await settingsOf(run, context)
    const isDrawn = targets.some(({ format }) => format === "html" || format === "blob")
    const seen = isPlain(context) ? await rememberedRun(run, settings, isDrawn) : undefined
    const checkedNow = async (): Promise<Outcome> => {
      // Loaded when it is needed: a remembered run does without.
      const { checkSession } = await import("../checking.ts")
      return await checkSession(await run.open(seen?.host ?? run.host), settings, {
        context,
        shard,
      })
    }
    const { report, unfixed } = seen?.report
      ? { report: seen.report, unfixed: 0 }
      : await checkedNow()
    if (seen?.report) say(context, ["nothing has changed since an earlier run: this is its report"])
    run.clock.phase("report")
    const timed = flags.switch("no-timing") ? report : { ...report, timing: run.clock.read() }
    await showReport(timed, { targets, root: run.checked.root }, context)
    reportCrashes(report, context)
    // Nobody waits for what a later run will want.
    if (!seen?.report) await seen?.remember(report)
    return unfixed > 0 ? exitCodes.incomplete : exitCodeOf(report, policy)
  })
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
    const { patchOf } = await import("../checking.ts")
    const { report, print } = await patchOf(session, await settingsOf(session, context), context)
    io.signal.throwIfAborted()
    const isEmpty = print()
    reportCrashes(report, context)
    const code = exitCodeOf(report, { ...policy, failOn: "never", maxWarnings: undefined })
    if (code !== exitCodes.clean || isEmpty || policy.exitZero) return code
    return exitCodes.findings
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
