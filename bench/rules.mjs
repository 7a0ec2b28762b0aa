// What all rules cost: `sluice check` of each repository of the corpus as a whole process, with every rule and with none, one
// after the other in each round, in seconds of processor time: what else runs on the machine changes wall time more than rules
// do. Everything that is built is in the cache already, so that rules weigh as much as they ever do.
// node bench/rules.mjs [folder of repositories] [chart mirror]

import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const root = resolve(import.meta.dirname, "..")
const corpus = resolve(process.argv[2] ?? join(root, "../shared/corpus/repos"))
const mirror = resolve(process.argv[3] ?? join(root, "../shared/corpus/charts"))
const program = join(root, "dist/cli.js")
const cache = mkdtempSync(join(tmpdir(), "sluice-bench-"))
const rounds = 3
const wanted = 1.3

const rules = JSON.parse(
  execFileSync(process.execPath, [program, "rules", "-f", "json"], { encoding: "utf8" }),
)
const categories = [...new Set(rules.map(({ category }) => category))]
const none = categories.flatMap((category) => ["--skip", category])
const all = rules.map(({ id }) => `${id}=on`).flatMap((level) => ["--rule", level])

/** Makes a process say at its end how much processor time all its threads have used, in microseconds. */
const meter =
  "data:text/javascript,process.on('exit',()=>{const {user,system}=process.cpuUsage();process.stderr.write('cpu '+(user+system))})"

/** Seconds of a check; it has to end as a check does. */
function time(repository, flags) {
  const given = ["--offline", "--chart-mirror", mirror, "--cache-dir", cache, "--no-progress"]
  // A shard, even the only one, is checked anew: otherwise an earlier run's report would stand for this one.
  given.push("--shard", "1/1")
  const args = [
    "--import",
    meter,
    program,
    "check",
    join(corpus, repository),
    "-f",
    "concise",
    ...given,
    ...flags,
  ]
  const { status, stderr } = spawnSync(process.execPath, args, {
    maxBuffer: 2 ** 28,
    encoding: "utf8",
  })
  const used = /cpu (\d+)$/u.exec(stderr)?.[1]
  if ((status !== 0 && status !== 1) || !used)
    throw new Error(`${repository}: exit ${status}: ${stderr}`)
  return Number(used) / 1e6
}

try {
  const sums = { all: 0, none: 0 }
  for (const repository of readdirSync(corpus).sort()) {
    time(repository, all)
    const best = { all: Number.POSITIVE_INFINITY, none: Number.POSITIVE_INFINITY }
    for (let round = 0; round < rounds; round++) {
      best.none = Math.min(best.none, time(repository, none))
      best.all = Math.min(best.all, time(repository, all))
    }
    sums.all += best.all
    sums.none += best.none
    const ratio = (best.all / best.none).toFixed(2)
    console.log(
      `${repository.padEnd(40)} ${best.none.toFixed(2)} s without rules, ${best.all.toFixed(2)} s with ${rules.length}: ${ratio}`,
    )
  }
  const ratio = sums.all / sums.none
  console.log(
    `all repositories: ${ratio.toFixed(2)} times as long with rules (wanted: at most ${wanted})`,
  )
  if (ratio > wanted) process.exitCode = 1
} finally {
  rmSync(cache, { recursive: true, force: true })
}
