import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { reasonToSkip } from "./required.ts"

/** A program that `scripts/install-tools.mjs` installs. */
export type ToolName =
  | "node20"
  | "node22"
  | "node24"
  | "pnpm"
  | "yarn"
  | "bun"
  | "attw"
  | "mermaid"
  | "preCommit"
  | "zizmor"
  | "actionlint"

// Without a type declaration: scripts are plain JavaScript.
const scriptFile = "../../scripts/tools.mjs"
const { tools } = (await import(scriptFile)) as {
  readonly tools: Readonly<Record<ToolName, { readonly program: string; readonly folder: string }>>
}

/** Where a program of `scripts/install-tools.mjs` is; undefined, and said aloud, when it is not there. In CI that is a fault. */
export function findTool(name: ToolName): string | undefined {
  const tool = tools[name]
  const program = fileURLToPath(new URL(`../../${tool.program}`, import.meta.url))
  if (existsSync(program)) return program
  const reason = reasonToSkip(`${tool.folder} is missing: run \`node scripts/install-tools.mjs\``)
  process.stderr.write(`Tests that need ${name} are skipped: ${reason}.\n`)
  return undefined
}
