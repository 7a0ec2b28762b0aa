import { rules } from "../../rules/index.ts"
import { compareText } from "../check/merge-findings.ts"
import type { FixOutcome } from "../fix/fix-rounds.ts"
import { type IndexWriter, openIndex, type StagedChange } from "../host/git-index.ts"
import { nodeWriter } from "../host/node-writer.ts"
import { type FixRequest, fixWorkspace } from "../lint.ts"
import { UsageError } from "../model/errors.ts"
import type { CheckSettings } from "../model/index.ts"
import { count } from "../report/pretty/count.ts"
import { unifiedDiff } from "../report/unified-diff.ts"
import { visible } from "../report/visible-text.ts"
import type { Change } from "./changes.ts"
import type { CommandContext } from "./command-context.ts"
import type { Session } from "./session.ts"

/** Where fixed texts go, and what the user asks for of them. */
export interface Fixing {
  readonly settings: CheckSettings
  /** Only files of the change are fixed, where there is one. */
  readonly change: Change | undefined
  /** With `--staged` the index; undefined for the files of the disk. */
  readonly index: IndexWriter | undefined
}

/** What fixing goes by; undefined without `--fix` and `--diff`. */
export async function fixingOf(
  { request: { root } }: Session,
  how: Pick<Fixing, "settings" | "change">,
  { flags, io }: CommandContext,
): Promise<Fixing | undefined> {
  const isWanted = flags.switch("fix") === true || flags.switch("diff") === true
  if (!isWanted) return undefined
  if (how.change?.flag !== "staged") return { ...how, index: undefined }
  if (flags.switch("untrusted") === true) {
    const [untrusted, staged, fix] = ["untrusted", "staged", "fix"].map((name) =>
      flags.source(name),
    )
    throw new UsageError(`\`${untrusted}\` and \`${staged}\` with \`${fix}\` do not go together.`, {
      help: "When git writes an index it runs the filters that the clone is configured with.",
    })
  }
  const index = await openIndex(root, io.environment)
  if (index) return { ...how, index }
  throw new UsageError(`\`${flags.source("staged")}\` needs an index that git can read.`)
}

/** The repository with its fixes made in memory. */
export async function tryFixes(
  { workspace, request, host, clock }: Session,
  { settings, change, index }: Fixing,
  { flags }: CommandContext,
): Promise<FixOutcome> {
  clock.phase("fix")
  const { root } = request
  const applicability = flags.switch("unsafe-fixes") === true ? "unsafe" : "safe"
  // A patch may be for someone else's files.
  const writes = flags.switch("diff") !== true
  const refusal: FixRequest["refusal"] = (path, text) =>
    writes ? (index ?? nodeWriter).refusal({ root, path, text }) : undefined
  return await fixWorkspace(
    workspace,
    {
      ...{ ...request, rules, settings, applicability, refusal },
      ...(change && { within: change.paths }),
    },
    host,
  )
}

/** Writes the new texts, and says on stderr what was done; gives the number of files that could not be fixed. */
export async function writeFixes(
  { texts, fixed, refused }: FixOutcome,
  { workspace, request: { root } }: Session,
  { context, index }: { readonly context: CommandContext } & Pick<Fixing, "index">,
): Promise<number> {
  const { io, errorStyle } = context
  const changes = [...texts].map(([path, after]) => {
    const before = workspace.file(path)?.source.text ?? ""
    return { path, before, after }
  })
  const { failed, leftInWorkTree } = index
    ? await index.replaceAll(changes)
    : { failed: writeFiles(root, changes), leftInWorkTree: [] }
  const all = new Map([...refused, ...failed])
  for (const [path, reason] of all) {
    io.stderr.write(
      `${errorStyle("error", "not fixed:")} \`${visible(path)}\` ${visible(reason)}.\n`,
    )
  }
  for (const path of leftInWorkTree) {
    io.stderr.write(
      `${errorStyle("warning", "fixed in the index only:")} \`${visible(path)}\` has other changes in the work tree, which stays as it is.\n`,
    )
  }
  const written = changes.filter(({ path }) => !failed.has(path)).length
  io.stderr.write(`Fixed ${count(fixed.length, "problem")} in ${count(written, "file")}.\n`)
  return all.size
}

function writeFiles(root: string, changes: readonly StagedChange[]): ReadonlyMap<string, string> {
  const failed = new Map<string, string>()
  for (const { path, before, after } of changes) {
    const reason = nodeWriter.replace({ root, path, text: before }, after)
    if (reason !== undefined) failed.set(path, reason)
  }
  return failed
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
