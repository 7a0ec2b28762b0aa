// Builds dist/ when a source is newer: for `npm start` and for the tests of the built program.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("..", import.meta.url))
export const program = join(root, "dist/cli.js")

const sources = ["src", "rules", "package.json", "tsdown.config.ts", "tsdown.common.ts"]

/** The last change below a path, in milliseconds. Pages and tests are not built. */
function newest(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return /(?<!\.test)\.(?:ts|json)$/u.test(path) ? stats.mtimeMs : 0
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function isStale() {
  if (!existsSync(program)) return true
  return Math.max(...sources.map((path) => newest(join(root, path)))) > statSync(program).mtimeMs
}

const lock = join(tmpdir(), `sluice-build-${root.replaceAll(/\W/gu, "-")}`)

/** Two builds at once would empty each other's folder: the second one waits, and has then nothing left to do. */
function locked(work) {
  for (const started = Date.now(); Date.now() - started < 120_000; ) {
    try {
      mkdirSync(lock)
      break
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    return work()
  } finally {
    rmdirSync(lock)
  }
}

/** Whether there is a program to run afterwards. */
export function buildIfStale() {
  return !isStale() || locked(() => !isStale() || build())
}

function build() {
  process.stderr.write("building sluice …\n")
  const tsdown = join(root, "node_modules/tsdown/dist/run.mjs")
  const { status } = spawnSync(process.execPath, [tsdown, "--logLevel", "error"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  })
  return status === 0
}
