import { watchFolder } from "../host/watch-folder.ts"
import { UsageError } from "../model/errors.ts"
import { visible } from "../report/visible-text.ts"
import { cacheFolder } from "./cache-dir.ts"
import type { CommandContext } from "./command-context.ts"
import { exitCodes, reportFailure } from "./failure.ts"
import { reportTargets } from "./formats.ts"
import { ownFiles } from "./own-files.ts"
import { findRoot } from "./root.ts"

/** What changes files, or does not look at those that are watched. */
const others = ["fix", "diff", "update-baseline", "staged"]

/** `sluice check --watch`: checks, and checks again whenever a file below the root has changed, until Ctrl-C. */
export async function checkOnChange(
  context: CommandContext,
  check: (context: CommandContext) => Promise<number>,
): Promise<number> {
  const { flags, io, cwd, errorStyle } = context
  const wrong = others.find((name) => flags.switch(name) === true)
  if (wrong !== undefined) {
    throw new UsageError(
      `\`${flags.source("watch")}\` and \`${flags.source(wrong)}\` do not go together.`,
      { help: "Use one of them." },
    )
  }
  const { root } = findRoot(context.arguments, cwd)
  // What the run itself writes would have it go round for ever.
  const isOwn = ownFiles({
    files: reportTargets(flags, cwd, io.environment).flatMap(({ file }) => file ?? []),
    folders: [cacheFolder(context) ?? []].flat(),
    streams: [io.stdout, io.stderr].flatMap(({ file }) => file ?? []),
  })
  const watched = watchFolder(root, { signal: io.signal, isOwn })
  try {
    await check(context)
    for (;;) {
      if (io.signal.aborted) return exitCodes.interrupted
      io.stderr.write(errorStyle("dim", "Waiting for changes; Ctrl-C ends.\n"))
      const path = await watched.changed()
      if (path === undefined) return exitCodes.interrupted
      io.stderr.write(errorStyle("dim", `\n${visible(path)} has changed.\n`))
      await checkAgain(context, check)
    }
  } finally {
    watched.close()
  }
}

/** A mistake made while watching is reported, and may be corrected. */
async function checkAgain(
  context: CommandContext,
  check: (context: CommandContext) => Promise<number>,
): Promise<void> {
  const { io, errorStyle, flags } = context
  try {
    await check(context)
  } catch (error) {
    if (io.signal.aborted) return
    reportFailure(error, io, { style: errorStyle, debug: flags.switch("debug") === true })
  }
}
