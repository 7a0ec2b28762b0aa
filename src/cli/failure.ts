import { relative } from "node:path"
import { ConfigError, LimitError, UsageError } from "../model/errors.ts"
import type { Style } from "../report/pretty/style.ts"
import { visible, visibleLines } from "../report/visible-text.ts"
import type { Io } from "./io.ts"

/** Exit codes; when several fit, the first of 2, 3, 1, 0 holds. */
export const exitCodes = {
  clean: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
  interrupted: 130,
} as const

/** Says on stderr why a run has ended early, and gives its exit code. */
export function reportFailure(
  error: unknown,
  io: Io,
  { style, debug }: { readonly style: Style; readonly debug: boolean },
): number {
  const { text, code } = describeFailure(error, io.cwd, style)
  io.stderr.write(text)
  if (debug && error instanceof Error && error.stack)
    io.stderr.write(`${visibleLines(error.stack).join("\n")}\n`)
  return code
}

function describeFailure(
  error: unknown,
  cwd: string,
  style: Style,
): { readonly text: string; readonly code: number } {
  if (error instanceof ConfigError)
    return { text: configProblems(error, cwd, style), code: exitCodes.usage }
  if (error instanceof UsageError) {
    return {
      text: `${style("error", "error:")} ${escaped(error.message)}\n${helpLine(error.help, style)}`,
      code: exitCodes.usage,
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof LimitError)
    return { text: `${style("error", "error:")} ${escaped(message)}\n`, code: exitCodes.incomplete }
  const lines = [
    `${style("error", "sluice has a bug:")} ${escaped(message)}`,
    "  Run it again with `--debug`, and report what it prints together with `sluice doctor`.",
  ]
  return { text: `${lines.join("\n")}\n`, code: exitCodes.incomplete }
}

function configProblems({ problems }: ConfigError, cwd: string, style: Style): string {
  return problems
    .map(({ location, message, help }) => {
      const { line, character } = location.range.start
      const place = `${visible(relative(cwd, location.path) || location.path)}:${line + 1}:${character + 1}`
      return `${style("path", place)}: ${style("error", "error:")} ${escaped(message)}\n${helpLine(help, style)}`
    })
    .join("")
}

function helpLine(help: string | undefined, style: Style): string {
  return help === undefined ? "" : `  ${style("label", "help")}  ${escaped(help)}\n`
}

function escaped(text: string): string {
  return visibleLines(text).join("\n  ")
}
