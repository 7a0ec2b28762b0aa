// npm run bench -- [name…]: all benchmarks, or those named. Each prints ratios measured side by side in its own run.

import { spawnSync } from "node:child_process"
import { join } from "node:path"

const names = ["yaml", "check", "schema", "rules", "html", "hook", "peers"]
const [name, ...rest] = process.argv.slice(2)
if (name !== undefined && !names.includes(name)) {
  console.log(`There is no benchmark called ${name}: choose from ${names.join(", ")}.`)
  process.exitCode = 2
} else {
  for (const chosen of name === undefined ? names : [name]) {
    console.log(`== ${chosen}`)
    const { status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, `${chosen}.mjs`), ...rest],
      { stdio: "inherit" },
    )
    if (status !== 0) process.exitCode = 1
  }
}
