import { newFileRefusal, writeNewFile } from "../../host/new-file.ts"
import { UsageError } from "../../model/errors.ts"
import { visible } from "../../report/visible-text.ts"
import type { CommandContext } from "../command-context.ts"
import { exitCodes } from "../failure.ts"
import { findRoot } from "../root.ts"
import { type StarterFile, starterFiles } from "../starter-files.ts"

/** `sluice init`: writes what a repository needs to use sluice. What is there already stays as it is. */
export async function init(context: CommandContext): Promise<number> {
  const { io, flags, cwd, arguments: paths } = context
  const { root } = findRoot(paths, cwd)
  const isAsked = flags.switch("yes") !== true
  if (isAsked && !io.ask) {
    throw new UsageError("There is no terminal to ask at.", {
      help: "`sluice init --yes` writes the files without asking.",
    })
  }
  for (const file of starterFiles) {
    const refusal = newFileRefusal(root, file.path)
    if (refusal !== undefined) {
      io.stdout.write(`${file.path}: not written, ${visible(refusal)}.\n${addition(file, refusal)}`)
      continue
    }
    if (isAsked && !(await isWanted(file, context))) continue
    io.signal.throwIfAborted()
    writeNewFile(root, file.path, file.content)
    io.stdout.write(`${file.path}: written.\n`)
  }
  return exitCodes.clean
}

/** Enter means yes. */
async function isWanted({ path, purpose }: StarterFile, { io }: CommandContext): Promise<boolean> {
  const answer = (await io.ask?.(`Write ${path}, ${purpose}? [Y/n] `)) ?? ""
  return /^(?:y(?:es)?)?$/iu.test(answer.trim())
}

/** Hooks live in one file together: what would be added to it is shown. */
function addition({ path, content }: StarterFile, refusal: string): string {
  if (path !== ".pre-commit-config.yaml" || !refusal.startsWith("it is there")) return ""
  const lines = content.split("\n").slice(1).join("\n")
  return `Add to its \`repos\`:\n${lines}`
}
