import type { Output } from "./io.ts"

/** Whether an output gets colours: the flag, then the variables that other programs honour, then the terminal. */
export function wantsColor(
  flag: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  output: Pick<Output, "isTerminal">,
): boolean {
  const { NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, TERM, GITHUB_ACTIONS } = environment
  if (flag === "always" || flag === "never") return flag === "always"
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false"
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== "0") return true
  if (TERM === "dumb") return false
  return GITHUB_ACTIONS === "true" || output.isTerminal
}
