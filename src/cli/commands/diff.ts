import { parseLock } from "../../build/remote/lock.ts"
import { createDifference, isSameEverywhere } from "../../diff/create-difference.ts"
import type { Difference } from "../../diff/difference.ts"
import { buildWorkspace } from "../../lint.ts"
import type { FileSystem } from "../../load/file-system.ts"
import type { Workspace } from "../../model/index.ts"
import type { JsonValue } from "../../yaml/json.ts"
import { cacheFolder } from "../cache-dir.ts"
import type { CommandContext } from "../command-context.ts"
import { type DiffBase, diffBase } from "../diff-base.ts"
import { diffTargets, writeDifference } from "../diff-formats.ts"
import { exitCodes } from "../failure.ts"
import { findRoot } from "../root.ts"
import { createSecretMask, maskKey } from "../secrets.ts"
import { lockName, type Session, withSession } from "../session.ts"
import { withTree } from "../tree-files.ts"

/** `sluice diff`: what a change does in the clusters, compared with a commit. */
export async function diff(context: CommandContext): Promise<number> {
  const { flags, io } = context
  const targets = diffTargets(context)
  const base = await diffBase(findRoot([], context.cwd).root, context)
  return await withSession(context, [], { lock: "held", schemas: "unread" }, async (session) => {
    const after = session.workspace
    const before = await openBase(session, base, context)
    io.signal.throwIfAborted()
    const mask = createSecretMask(secretsOf(before, after), maskKey(cacheFolder(context)))
    const { commit, why } = base
    const difference = createDifference({ base: { commit, why }, before, after, mask })
    writeDifference(targets, difference, context)
    const isIncomplete = [before, after].some(({ skipped }) =>
      skipped.some(({ kind }) => kind === "incomplete"),
    )
    if (isIncomplete && !flags.switch("allow-incomplete")) return exitCodes.incomplete
    return flags.switch("exit-code") ? changeCode(difference) : exitCodes.clean
  })
}

function changeCode(difference: Difference): number {
  return isSameEverywhere(difference) ? exitCodes.clean : exitCodes.findings
}

/** Opens the commit as the work tree was opened; its sources are held to its own `sluice.lock`. */
async function openBase(
  session: Session,
  { tree }: DiffBase,
  { flags }: CommandContext,
): Promise<Workspace> {
  const { request, host, heldTo } = session
  const { root } = request
  const [now, then] = await Promise.all(
    [host.files, tree.files].map((files) => lockText(files, root)),
  )
  const isOther = now !== then && !flags.switch("untrusted")
  const lock = isOther && then !== undefined ? parseLock(then) : new Map<string, never>()
  // A lock that cannot be read holds nothing: that is the state of before, and no mistake of this run.
  const held = isOther ? heldTo("error" in lock ? new Map() : lock) : host
  return await buildWorkspace(request, withTree(held, root, tree))
}

async function lockText(files: FileSystem, root: string): Promise<string | undefined> {
  const isThere = (await files.list(root)).some(({ path, link }) => path === lockName && !link)
  return isThere ? new TextDecoder().decode(await files.read(root, lockName)) : undefined
}

/** Secrets of both sides: a value that has moved from one to the other is none the less secret. */
function* secretsOf(...workspaces: readonly Workspace[]): Generator<JsonValue> {
  for (const { documents, clusters } of workspaces) {
    for (const { content, encrypted } of documents) {
      if (!encrypted && content !== undefined) yield content
    }
    for (const { resources } of clusters) for (const { manifest } of resources) yield manifest
  }
}
