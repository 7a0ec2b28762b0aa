import { getInput, setOutput } from "@actions/core"
import type { Output } from "../cli/io.ts"
import { guardedLog } from "../report/workflow-command.ts"
import type { Job } from "./job.ts"

/** The job that this process is a step of. */
export function nodeJob(): Job {
  const cancel = new AbortController()
  process.once("SIGINT", () => cancel.abort())
  process.once("SIGTERM", () => cancel.abort())
  const stderr = outputOf(process.stderr)
  return {
    environment: process.env,
    cwd: process.cwd(),
    stdout: outputOf(process.stdout),
    // The runner looks for commands in what is said on stderr, too.
    stderr: { ...stderr, write: (text) => stderr.write(guardedLog(text)) },
    signal: cancel.signal,
    input: (name) => getInput(name),
    output: setStepOutput,
  }
}

/** Without a file for it, `setOutput` would print a command that the runner no longer obeys. */
function setStepOutput(name: string, value: string): void {
  if (process.env.GITHUB_OUTPUT) setOutput(name, value)
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return { write: (text) => void stream.write(text), isTerminal: false, columns: undefined }
}
