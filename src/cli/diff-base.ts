import type { BaseCommit } from "../diff/difference.ts"
import { commitTree, commonCommit, type GitTree, indexTree } from "../host/git-tree.ts"
import { UsageError } from "../model/errors.ts"
import { beforeFirstCommit } from "./changes.ts"
import type { CommandContext } from "./command-context.ts"

/** What a change is compared with: the files of a commit. */
export interface DiffBase extends BaseCommit {
  readonly tree: GitTree
}

/** The default branch of the remote, as `git clone` has noted it. */
const remoteHead = "refs/remotes/origin/HEAD"

/**
 * The commit that is compared with: where the branch left the given one; without one, where it left the remote's default
 * branch, else the last commit. What is staged is compared with the last commit.
 */
export async function diffBase(root: string, context: CommandContext): Promise<DiffBase> {
  const { flags, io } = context
  const given = givenRef(context)
  const { environment } = io
  if (given !== undefined) {
    const commit = await commonCommit(root, given.ref, environment)
    if (commit !== undefined)
      return await baseAt(root, { commit, why: `where the branch left ${given.ref}` }, context)
    await needGit(root, context)
    throw new UsageError(`${given.source} is \`${given.ref}\`: git knows no such commit.`, {
      help: "In CI, fetch the history (`fetch-depth: 0` of actions/checkout).",
    })
  }
  const left = flags.switch("staged")
    ? undefined
    : await commonCommit(root, remoteHead, environment)
  if (left !== undefined)
    return await baseAt(root, { commit: left, why: "where the branch left origin/HEAD" }, context)
  const last = await commonCommit(root, "HEAD", environment)
  if (last !== undefined)
    return await baseAt(root, { commit: last, why: "the last commit" }, context)
  await needGit(root, context)
  return { commit: undefined, why: "nothing: there is no commit yet", tree: beforeFirstCommit }
}

function givenRef({
  arguments: [argument],
  flags,
}: CommandContext): { readonly ref: string; readonly source: string } | undefined {
  const since = flags.text("since")
  if (argument !== undefined && since !== undefined && argument !== since) {
    throw new UsageError(
      `\`${argument}\` and \`${flags.source("since")}\` name two commits to compare with.`,
      { help: "Name one of them." },
    )
  }
  if (argument !== undefined) return { ref: argument, source: "The commit to compare with" }
  return since === undefined ? undefined : { ref: since, source: `\`${flags.source("since")}\`` }
}

async function baseAt(
  root: string,
  base: BaseCommit & { readonly commit: string },
  { io }: CommandContext,
): Promise<DiffBase> {
  const tree = await commitTree(root, base.commit, io.environment)
  if (!tree) throw new UsageError(`git cannot read the files of commit \`${base.commit}\`.`)
  return { ...base, tree }
}

async function needGit(root: string, { io }: CommandContext): Promise<void> {
  if (await indexTree(root, io.environment)) return
  throw new UsageError("`sluice diff` needs a git repository: it compares with a commit.")
}
