import { spawnSync } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { reasonToSkip } from "../../../test/support/required.ts"
import type { YamlDialect } from "../resolve-scalar.ts"

/** What the real readers make of a text. */
export type OracleAnswer = { readonly json: string } | { readonly error: string }

export interface OracleQuestion {
  readonly dialect: YamlDialect | "count"
  readonly text: string
}

/** A built oracle, or why there is none. */
export type Oracle =
  | { readonly ask: (questions: readonly OracleQuestion[]) => readonly OracleAnswer[] }
  | { readonly missing: string }

/** Builds the Go program beside this file, which holds sigs.k8s.io/yaml and kustomize's reader. */
export function buildOracle(): Oracle {
  if (spawnSync("go", ["version"]).status !== 0) {
    return { missing: reasonToSkip("the oracle needs the `go` command, which is not on PATH") }
  }
  const program = join(mkdtempSync(join(tmpdir(), "sluice-yaml-oracle-")), "oracle")
  const build = spawnSync("go", ["build", "-o", program, "."], {
    cwd: join(import.meta.dirname, "oracle"),
    encoding: "utf8",
  })
  if (build.status !== 0) {
    return { missing: reasonToSkip(`go build failed: ${build.stderr.slice(0, 300)}`) }
  }
  return { ask: (questions) => ask(program, questions) }
}

function ask(program: string, questions: readonly OracleQuestion[]): readonly OracleAnswer[] {
  const run = spawnSync(program, {
    input: JSON.stringify(questions),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as readonly OracleAnswer[]
}
