import type { Io } from "./io.ts"
import { version } from "./version.ts"

export { sharedArguments } from "./shared-arguments.ts"

/** Runs the command line and gives its exit code. Everything else is loaded when it is needed: `--version` is quick. */
export async function run(io: Io): Promise<number> {
  const [first] = io.argv
  if (io.argv.length === 1 && (first === "--version" || first === "-V")) {
    io.stdout.write(`${version}\n`)
    return 0
  }
  const { runProgram } = await import("./program.ts")
  return await runProgram(io)
}
