// How long the offline hook keeps a person who commits, in a repository of a thousand files: as a command, and through pre-commit.
// node bench/hook.mjs [repository]

import { execFileSync, spawnSync } from "node:child_process"
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { commit } from "./peers/copy-repository.mjs"

const root = resolve(import.meta.dirname, "..")
const repository = resolve(
  process.argv[2] ?? join(root, "../shared/corpus/repos/PingCAP-QE__ee-ops"),
)
const program = join(root, "bin/sluice.js")
const preCommit = join(root, ".tools/pre-commit-4.7.0/bin/pre-commit")
const bar = 2
const rounds = 5

const scratch = mkdtempSync(join(tmpdir(), "sluice-hook-"))
try {
  const folder = join(scratch, "repository")
  cpSync(repository, folder, { recursive: true })
  writeFileSync(join(folder, ".pre-commit-config.yaml"), localHook())
  commit(folder)
  const environment = { ...process.env, XDG_CACHE_HOME: join(scratch, "cache") }
  const files = readdirSync(repository, { recursive: true, withFileTypes: true })
  console.log(`${repository}: ${files.filter((entry) => entry.isFile()).length} files`)
  const run = (command, ...args) => {
    const started = performance.now()
    const { error } = spawnSync(command, args, { cwd: folder, env: environment, stdio: "ignore" })
    if (error) throw error
    return performance.now() - started
  }
  const hook = () => run(process.execPath, program, "check", "--offline", "--no-progress")
  const changed = firstManifest(folder)
  const edit = () => {
    appendFileSync(join(folder, changed), "# a change\n")
    execFileSync("git", ["-C", folder, "add", changed])
  }
  report("first run", [hook()])
  report("nothing changed", times(hook), bar)
  report(
    "one file changed",
    times(() => {
      edit()
      return hook()
    }),
    bar,
  )
  if (existsSync(preCommit)) {
    report(
      "one file changed, through pre-commit",
      times(() => {
        edit()
        return run(preCommit, "run", "sluice")
      }),
      bar,
    )
  } else console.log("pre-commit is missing: run `node scripts/install-tools.mjs`")
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** The hook as .pre-commit-hooks.yaml has it, of this working copy. */
function localHook() {
  return `repos:
  - repo: local
    hooks:
      - id: sluice
        name: sluice
        language: system
        entry: ${process.execPath} ${program} check --offline --no-progress
        pass_filenames: false
        require_serial: true
        types: [yaml]
`
}

/** A file that the repository's clusters build: the change has to be followed. */
function firstManifest(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()
  return names.find((name) => /release\.ya?ml$/u.test(name) && name.startsWith("apps"))
}

function times(measureOnce) {
  return Array.from({ length: rounds }, measureOnce)
}

function report(what, all, atMost) {
  const sorted = all.map((ms) => ms / 1000).sort((left, right) => left - right)
  const median = sorted[Math.floor(sorted.length / 2)]
  const verdict =
    atMost === undefined ? "" : ` (bar ${atMost} s: ${median <= atMost ? "met" : "missed"})`
  const shown = sorted.map((time) => time.toFixed(2)).join(", ")
  console.log(`${what}: median ${median.toFixed(2)} s${verdict}  [${shown}]`)
}
