import type { GitTree } from "../host/git-tree.ts"
import { UsageError } from "../model/errors.ts"
import type { FlagValues } from "./flag-values.ts"

/** Flags that narrow the report to a change. */
export const changeFlagNames = ["staged", "since", "changed"] as const

/** The flag that narrows the report to a change; undefined when none does. Several, or one that does not fit others, are refused. */
export function changeFlag(flags: FlagValues): (typeof changeFlagNames)[number] | undefined {
  const [first, second] = changeFlagNames.filter(
    (name) => flags.text(name) !== undefined && flags.text(name) !== "false",
  )
  if (first === undefined) return undefined
  const wrong = second ?? (flags.switch("update-baseline") ? "update-baseline" : undefined)
  if (wrong === undefined) return first
  throw new UsageError(
    `\`${flags.source(first)}\` and \`${flags.source(wrong)}\` do not go together.`,
    { help: "Use one of them." },
  )
}

/** Refuses a tree that is not there, for want of git. */
export function needed(tree: GitTree | undefined, flags: FlagValues): GitTree {
  if (tree) return tree
  const flag = changeFlag(flags) ?? "since"
  throw new UsageError(`\`${flags.source(flag)}\` needs a git repository.`)
}
