import { createHash } from "node:crypto"
import { rules } from "../../rules/index.ts"
import { changedFindings } from "../check/changed-findings.ts"
import { checkWorkspace } from "../check/check-workspace.ts"
import type { Checked } from "../fix/fix-rounds.ts"
import { commitTree, commonCommit, type GitTree, indexTree } from "../host/git-tree.ts"
import { openWorkspace } from "../lint.ts"
import { UsageError } from "../model/errors.ts"
import type { CheckSettings, Finding, Workspace } from "../model/index.ts"
import { count } from "../report/pretty/count.ts"
import { changeFlag, type changeFlagNames, needed } from "./change-flag.ts"
import type { CommandContext } from "./command-context.ts"
import type { Session } from "./session.ts"
import { withTree } from "./tree-files.ts"

/** What is checked against what was there before. */
export interface Change {
  readonly flag: (typeof changeFlagNames)[number]
  readonly base: GitTree
  /** Files whose content is another one, or that were not there. */
  readonly paths: ReadonlySet<string>
}

/** The change that a flag asks for; undefined without one. */
export async function changeOf(
  { workspace, host, request: { root } }: Session,
  context: CommandContext,
): Promise<Change | undefined> {
  const flag = changeFlag(context.flags)
  if (flag === undefined) return undefined
  const base = await baseTree(root, context)
  const paths = await changedPaths(workspace, base, (path) => host.files.read(root, path))
  return { flag, base, paths }
}

/** Leaves of what was found what the change is to blame for; all of it without one. */
export async function narrowToChange(
  found: Checked,
  settings: CheckSettings,
  {
    session: { host, request },
    context,
    change,
  }: {
    readonly session: Session
    readonly context: CommandContext
    readonly change: Change | undefined
  },
): Promise<Checked> {
  if (!change) return found
  const { flag, base, paths: changed } = change
  const { result, workspace } = found
  const findingsBefore = async (): Promise<readonly Finding[]> => {
    const before = await openWorkspace(request, withTree(host, request.root, base))
    return checkWorkspace(before, rules, { settings, digest: host.digest }).findings
  }
  // Only findings in other files are compared with those of before.
  const isAllChanged = result.findings.every(({ location }) => changed.has(location.path))
  const known = isAllChanged ? [] : await findingsBefore()
  const findings = changedFindings(result.findings, known, changed)
  const hidden = result.findings.length - findings.length
  if (hidden === 0) return { workspace, result: { ...result, findings } }
  const skip = {
    what: `reporting ${count(hidden, "finding")} that the change is not to blame for`,
    reason: `${context.flags.source(flag)} narrows the report`,
    kind: "chosen" as const,
  }
  return {
    workspace: { ...workspace, skipped: [...workspace.skipped, skip] },
    result: { ...result, findings },
  }
}

async function baseTree(root: string, { flags, io }: CommandContext): Promise<GitTree> {
  const ref = flags.text("since") ?? "HEAD"
  const commit = await commonCommit(root, ref, io.environment)
  if (commit === undefined) {
    needed(await indexTree(root, io.environment), flags)
    if (flags.text("since") === undefined) return beforeFirstCommit
    throw new UsageError(`\`${flags.source("since")}\` is \`${ref}\`: git knows no such commit.`, {
      help: "In CI, fetch the history (`fetch-depth: 0` of actions/checkout).",
    })
  }
  return needed(await commitTree(root, commit, io.environment), flags)
}

/** Everything is new. */
export const beforeFirstCommit: GitTree = {
  files: { list: async () => [], read: async () => new Uint8Array() },
  ids: new Map(),
}

/** Files whose content is another one than before, or that were not there. */
async function changedPaths(
  { files }: Workspace,
  { ids }: GitTree,
  read: (path: string) => Promise<Uint8Array>,
): Promise<ReadonlySet<string>> {
  const changed = await Promise.all(
    files.map(async ({ source: { path } }) => {
      const id = ids.get(path)
      if (id === undefined) return path
      return isBlob(Buffer.from(await read(path)), id) ? [] : path
    }),
  )
  return new Set(changed.flat())
}

/** On Windows git may have changed the ends of lines when it checked the file out. */
function isBlob(bytes: Buffer, id: string): boolean {
  if (blobId(bytes, id.length) === id) return true
  const unix = bytes.toString("latin1").replaceAll("\r\n", "\n")
  return unix.length < bytes.length && blobId(Buffer.from(unix, "latin1"), id.length) === id
}

/** The id that git gives a content; 64 digits long in repositories that use SHA-256. */
function blobId(content: Buffer, length: number): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1")
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex")
}
