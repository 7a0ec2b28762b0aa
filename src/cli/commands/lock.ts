import { join } from "node:path"
import { formatLock } from "../../build/remote/lock.ts"
import { writeAtomically } from "../../host/atomic-write.ts"
import { count } from "../../report/pretty/count.ts"
import { visible } from "../../report/visible-text.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodes } from "../failure.ts"
import { lockName, withSession } from "../session.ts"

/** `sluice lock`: writes down what each source on the network has now, so that later runs see the same. */
export async function lock(context: CommandContext): Promise<number> {
  const { io, arguments: paths } = context
  const use = { lock: "renewed" } as const
  return await withSession(context, paths, use, ({ workspace, checked, fetched }) => {
    const incomplete = workspace.skipped.filter(({ kind }) => kind === "incomplete")
    for (const { what, reason } of incomplete)
      io.stderr.write(`${visible(what)}: ${visible(reason)}\n`)
    // Half a lock would let the other half move.
    if (incomplete.length > 0) {
      io.stderr.write(`${lockName} is not written: not everything could be looked at.\n`)
      return exitCodes.incomplete
    }
    io.signal.throwIfAborted()
    writeAtomically(join(checked.root, lockName), formatLock(fetched))
    io.stdout.write(`${lockName}: ${count(fetched.size, "source")}\n`)
    return exitCodes.clean
  })
}
