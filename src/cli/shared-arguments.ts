import { checkFlags } from "./flags/check-flags.ts"
import type { Flag } from "./flags/flag.ts"
import { workspaceFlags } from "./flags/workspace-flags.ts"

const shared = new Set(workspaceFlags.flatMap(({ flags }) => flags.map(({ name }) => name)))

/** Those of the arguments of `sluice check` that any command has which opens a repository: how it is read, built, fetched. */
export function sharedArguments(args: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? ""
    if (argument === "--") break
    const flag = flagOf(argument)
    if (!flag) continue
    const isApart = flag.value !== undefined && !holdsValue(argument, flag)
    const words = args.slice(index, index + (isApart ? 2 : 1))
    if (isApart) index++
    if (shared.has(flag.name)) kept.push(...words)
  }
  return kept
}

function flagOf(argument: string): Flag | undefined {
  const flags = checkFlags.flatMap((group) => group.flags)
  const [, name] = /^--([\w-]+)/u.exec(argument) ?? []
  if (name !== undefined) return flags.find((flag) => flag.name === name)
  const [, short] = /^-(\w)/u.exec(argument) ?? []
  return short === undefined ? undefined : flags.find((flag) => flag.short === short)
}

/** `--config=FILE` and `-cFILE`. */
function holdsValue(argument: string, { name }: Flag): boolean {
  return argument.startsWith("--") ? argument.startsWith(`--${name}=`) : argument.length > 2
}
