#!/usr/bin/env node
import { fstatSync } from "node:fs"
import type { WriteStream } from "node:tty"
import { keepCompiledCode } from "../host/compiled-code.ts"
import { guardedLog } from "../report/workflow-command.ts"
import type { Output } from "./io.ts"
import { createPrompt } from "./prompt.ts"
import { run } from "./run.ts"

const interrupt = new AbortController()
// The first Ctrl-C ends the run in order; the second one is the system's.
process.once("SIGINT", () => interrupt.abort())
process.once("SIGTERM", () => interrupt.abort())

const prompt = createPrompt(interrupt)

process.exitCode = await run({
  argv: process.argv.slice(2),
  environment: process.env,
  cwd: process.cwd(),
  stdout: outputOf(process.stdout),
  stderr:
    process.env.GITHUB_ACTIONS === "true"
      ? guarded(outputOf(process.stderr))
      : outputOf(process.stderr),
  signal: interrupt.signal,
  keepCompiledCode,
  ...(process.stdin.isTTY && process.stdout.isTTY && { ask: prompt.ask }),
})

prompt.close()

function outputOf(stream: NodeJS.WriteStream & Partial<WriteStream>): Output {
  // A reader that has gone (`| head`) has seen enough.
  stream.on("error", () => {})
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
    ...fileBehind(stream),
  }
}

function fileBehind({ fd }: NodeJS.WriteStream & { readonly fd?: number }): Pick<Output, "file"> {
  try {
    const stats = fd === undefined ? undefined : fstatSync(fd, { bigint: true })
    return stats?.isFile() ? { file: { dev: stats.dev, ino: stats.ino } } : {}
  } catch {
    // It is closed: `>&-`.
    return {}
  }
}

/** GitHub's runner looks for commands in what is said on stderr, too. */
function guarded(output: Output): Output {
  return { ...output, write: (text) => output.write(guardedLog(text)) }
}
