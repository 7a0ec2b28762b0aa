import { rules } from "../../rules/index.ts"
import { checkWorkspace } from "../check/check-workspace.ts"
import { createFluxGraph } from "../report/graph/create-graph.ts"
import type { FluxGraph } from "../report/graph/flux-graph.ts"
import { visible } from "../report/visible-text.ts"
import type { CommandContext } from "./command-context.ts"
import { exitCodes } from "./failure.ts"
import { settingsOf } from "./run-settings.ts"
import type { Session } from "./session.ts"
import { version } from "./version.ts"

/** Checks an opened repository and makes the graph of it: the findings are marks in a picture. */
export async function graphOf(session: Session, context: CommandContext): Promise<FluxGraph> {
  const { workspace, host, clock } = session
  const { io, errorStyle } = context
  clock.phase("check")
  const result = checkWorkspace(workspace, rules, {
    settings: await settingsOf(session, context),
    digest: host.digest,
  })
  io.signal.throwIfAborted()
  for (const { rule, error } of result.crashes) {
    const message = error instanceof Error ? error.message : String(error)
    io.stderr.write(
      `${errorStyle("error", "sluice has a bug:")} the rule ${rule} failed: ${visible(message)}\n`,
    )
  }
  return createFluxGraph({ tool: { name: "sluice", version }, workspace, result })
}

/** A picture of a broken repository is a good picture; one that lacks something is not whole. */
export function pictureCode({ skipped }: FluxGraph, { flags }: CommandContext): number {
  const isIncomplete = skipped.some(({ kind }) => kind === "incomplete")
  return isIncomplete && !flags.switch("allow-incomplete") ? exitCodes.incomplete : exitCodes.clean
}
