// npm start -- PATH: builds sluice where that is needed, then checks PATH, or the example that comes with it.
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { buildIfStale, program, root } from "./build-if-stale.mjs"

process.exitCode = buildIfStale() ? check(process.argv.slice(2)) : 1

function check(given) {
  // The example has mistakes on purpose: finding them is a success. It needs no network.
  const example = ["check", join(root, "fixtures/example/repo"), "--offline", "--exit-zero"]
  const { status, error } = spawnSync(
    process.execPath,
    [program, ...(given.length > 0 ? given : example)],
    { stdio: "inherit" },
  )
  if (error) throw error
  return status ?? 1
}
