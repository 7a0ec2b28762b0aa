import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { reasonToSkip } from "./required.ts"

/** Why an oracle could not run here: no Go, or its modules could not be fetched. Tests pass it to `skip`. */
export interface OracleSkip {
  readonly skipped: string
}

const NO_NETWORK = /dial tcp|no such host|connection refused|i\/o timeout|Forbidden|requires go >=/
const MAX_OUTPUT = 1 << 30

/**
 * Builds the Go program in `directory`, hands it `input` as JSON and reads its answer as JSON.
 * A program that does not compile, or fails, throws: only what this machine lacks is a reason to skip.
 */
export function runGoOracle(directory: string, input: unknown): unknown {
  const environment = { ...process.env, GOTOOLCHAIN: "local", GOWORK: "off", GOFLAGS: "" }
  const options = { encoding: "utf8", maxBuffer: MAX_OUTPUT, env: environment } as const
  if (spawnSync("go", ["version"], options).status !== 0) {
    return { skipped: reasonToSkip("the oracle needs the `go` command, which is not on PATH") }
  }
  const folder = mkdtempSync(join(tmpdir(), "sluice-oracle-"))
  const program = join(folder, "oracle")
  try {
    const built = spawnSync("go", ["build", "-buildvcs=false", "-o", program, "."], {
      ...options,
      cwd: directory,
    })
    if (built.status !== 0) {
      if (NO_NETWORK.test(built.stderr)) {
        return { skipped: reasonToSkip(`go build: ${built.stderr.trim()}`) }
      }
      throw new Error(`go build failed in ${directory}:\n${built.stderr}`)
    }
    const run = spawnSync(program, [], { ...options, input: JSON.stringify(input) })
    if (run.status !== 0) throw new Error(`The oracle in ${directory} failed:\n${run.stderr}`)
    return JSON.parse(run.stdout)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function isSkip(answer: unknown): answer is OracleSkip {
  return typeof answer === "object" && answer !== null && "skipped" in answer
}
