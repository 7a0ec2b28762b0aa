import { readFileSync, statSync } from "node:fs"
import { relative, resolve } from "node:path"
import { type Config, emptyConfig } from "../../load/config/config.ts"
import { type ConfigFile, findConfig, parseConfig } from "../../load/config/load-config.ts"
import { UsageError } from "../../model/errors.ts"
import type { Skip } from "../../model/index.ts"
import type { CommandContext } from "../command-context.ts"
import { loadRules } from "../load-rules.ts"
import { type CheckedRoot, toPosix } from "../root.ts"

/** What holds, and the file that says so. */
export interface LoadedConfig {
  readonly config: Config
  /** Undefined when there is none, or when none is to be read. */
  readonly file?: ConfigFile
}

/** The configuration that belongs to a root: the named file, or else the nearest one. */
export async function loadConfig(
  { flags, cwd }: CommandContext,
  { configFrom, top }: CheckedRoot,
): Promise<LoadedConfig> {
  const named = flags.text("config")
  if (flags.switch("no-config")) return { config: emptyConfig }
  // Nobody lets a stranger say what counts.
  if (named === undefined && flags.switch("untrusted")) return { config: emptyConfig }
  if (named === undefined) {
    const found = findConfig(toPosix(configFrom), toPosix(top), readText)
    return found ? await parsed(found) : { config: emptyConfig }
  }
  const path = resolve(cwd, named)
  const text = readText(path)
  if (text === undefined)
    throw new UsageError(
      `\`${flags.source("config")}\` names the file \`${named}\`, which is not there.`,
    )
  return await parsed({ path: toPosix(path), text })
}

async function parsed(file: ConfigFile): Promise<LoadedConfig> {
  return { config: parseConfig(file, await loadRules()), file }
}

/** The text of a file; undefined when there is none. */
export function readText(path: string): string | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile()
    ? readFileSync(path, "utf8")
    : undefined
}

/** Whoever has written policies counts on them: that they are not read yet makes a check incomplete. */
export function unreadPolicies({ path, policies }: Config, { root }: CheckedRoot): readonly Skip[] {
  if (policies.length === 0) return []
  const place = path === undefined ? "" : toPosix(relative(root, path))
  const isInside = place !== "" && !place.startsWith("../")
  return [
    {
      ...(isInside && { path: place }),
      what: `judging objects by the policies ${policies.map((pattern) => `\`${pattern}\``).join(", ")}`,
      reason: "this release does not read `policies` yet",
      kind: "incomplete",
    },
  ]
}
