import { rules } from "../../rules/index.ts"
import { compareText } from "../check/merge-findings.ts"
import type { FixOutcome } from "../fix/fix-rounds.ts"
import { nodeWriter } from "../host/node-writer.ts"
import { type FixRequest, fixWorkspace } from "../lint.ts"
import type { CheckSettings } from "../model/index.ts"
import { count } from "../report/pretty/count.ts"
import { unifiedDiff } from "../report/unified-diff.ts"
import { visible } from "../report/visible-text.ts"
import type { CommandContext } from "./command-context.ts"
import type { Session } from "./session.ts"

/** The repository with its fixes made in memory. */
export async function tryFixes(
  { workspace, request, host, clock }: Session,
  settings: CheckSettings,
  { flags }: CommandContext,
): Promise<FixOutcome> {
  clock.phase("fix")
  const { root } = request
  const applicability = flags.switch("unsafe-fixes") === true ? "unsafe" : "safe"
  // A patch may be for someone else's files.
  const writes = flags.switch("diff") !== true
  const refusal: FixRequest["refusal"] = (path, text) =>
    writes ? nodeWriter.refusal({ root, path, text }) : undefined
  return await fixWorkspace(
    workspace,
    { ...request, rules, settings, applicability, refusal },
    host,
  )
}

/** Writes the new texts, and says on stderr what was done; gives the number of files that could not be fixed. */
export function writeFixes(
  { texts, fixed, refused }: FixOutcome,
  { workspace, request: { root } }: Session,
  { io, errorStyle }: CommandContext,
): number {
  const failed = new Map(refused)
  for (const [path, text] of texts) {
    const before = workspace.file(path)?.source.text ?? ""
    const reason = nodeWriter.replace({ root, path, text: before }, text)
    if (reason !== undefined) failed.set(path, reason)
  }
  for (const [path, reason] of failed) {
    io.stderr.write(
      `${errorStyle("error", "not fixed:")} \`${visible(path)}\` ${visible(reason)}.\n`,
    )
  }
  const written = [...texts.keys()].filter((path) => !failed.has(path)).length
  io.stderr.write(`Fixed ${count(fixed.length, "problem")} in ${count(written, "file")}.\n`)
  return failed.size
}

/** Prints the fixes as a patch; gives whether there are none. */
export function printPatch(
  { texts }: FixOutcome,
  { workspace }: Session,
  { io }: CommandContext,
): boolean {
  const changes = [...texts].map(([path, after]) => {
    const before = workspace.file(path)?.source.text ?? ""
    return { path, before, after }
  })
  const patch = unifiedDiff(changes.sort((left, right) => compareText(left.path, right.path)))
  // What is piped into `git apply` has to be what is in the files; a terminal has to be safe from it.
  io.stdout.write(io.stdout.isTerminal ? shown(patch) : patch)
  return patch === ""
}

function shown(patch: string): string {
  return patch.split("\n").map(visible).join("\n")
}
