// npm start -- PATH: builds sluice where that is needed, then checks PATH, or the example that comes with it.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const program = join(root, "dist/cli.js")
const sources = ["src", "rules", "package.json", "tsdown.config.ts"]

/** The last change below a path, in milliseconds. Pages and tests are not built. */
function newest(path) {
  const stats = statSync(path)
  if (!stats.isDirectory()) return /(?<!\.test)\.(?:ts|json)$/u.test(path) ? stats.mtimeMs : 0
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options })
  if (error) throw error
  return status ?? 1
}

const isStale =
  !existsSync(program) || Math.max(...sources.map((path) => newest(join(root, path)))) > statSync(program).mtimeMs
if (isStale) {
  process.stderr.write("building sluice …\n")
  const tsdown = join(root, "node_modules/tsdown/dist/run.mjs")
  const status = run(process.execPath, [tsdown, "--logLevel", "error"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] })
  if (status !== 0) process.exit(status)
}

const given = process.argv.slice(2)
// The example has mistakes on purpose: finding them is a success.
const example = ["check", join(root, "fixtures/example/repo"), "--exit-zero"]
process.exitCode = run(process.execPath, [program, ...(given.length > 0 ? given : example)])
