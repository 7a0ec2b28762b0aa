import { UsageError } from "../../model/errors.ts"
import { nearestName } from "../../text/nearest-name.ts"
import type { CommandContext } from "../command-context.ts"
import type { CommandEntry } from "../commands.ts"
import { bashCompletion } from "../completion/bash.ts"
import { completionWords, type Shell, shells } from "../completion/completion-words.ts"
import { fishCompletion } from "../completion/fish.ts"
import { powershellCompletion } from "../completion/powershell.ts"
import { zshCompletion } from "../completion/zsh.ts"
import { exitCodes } from "../failure.ts"

const scripts: Readonly<Record<Shell, typeof bashCompletion>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** `sluice completion SHELL`: a script that completes commands, flags, their values and the names of rules. */
export async function completion(
  { io, arguments: [name = ""] }: CommandContext,
  commands: readonly CommandEntry[],
): Promise<number> {
  const shell = shells.find((one) => one === name)
  if (shell === undefined) {
    const nearest = nearestName(name, shells)
    throw new UsageError(
      `There is no completion for \`${name}\`; there is one for ${shells.map((one) => `\`${one}\``).join(", ")}.`,
      { help: nearest && `Did you mean \`${nearest}\`?` },
    )
  }
  io.stdout.write(scripts[shell](completionWords(commands)))
  return exitCodes.clean
}
