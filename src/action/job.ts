import type { Io, Output } from "../cli/io.ts"

/** Everything that the action gets from its runner. */
export interface Job {
  readonly environment: Io["environment"]
  readonly cwd: string
  readonly stdout: Output
  readonly stderr: Output
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal
  /** What the workflow says, or the default of action.yml; empty when neither says anything. */
  input(name: string): string
  /** Gives later steps a value. */
  output(name: string, value: string): void
}
