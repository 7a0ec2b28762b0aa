// How long `sluice check` takes on a real repository, cold and warm, as a whole process, beside the `kustomize` and `helm`
// programs doing the same builds and renders one by one. node bench/check.mjs [repository] [chart mirror]

import { execFileSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { nodeHost, openWorkspace } from "../dist/index.js"
import { measure } from "./measure.mjs"

const root = resolve(import.meta.dirname, "..")
const repository = resolve(
  process.argv[2] ?? join(root, "../shared/corpus/repos/onedr0p__home-ops"),
)
const mirror = resolve(process.argv[3] ?? join(root, "../shared/corpus/charts"))
const scratch = mkdtempSync(join(tmpdir(), "sluice-bench-"))
const rounds = 3

try {
  console.log(repository)
  const cold = await measured("cold (empty cache)", () =>
    checkRun(mkdtempSync(join(scratch, "cold-"))),
  )
  const cache = mkdtempSync(join(scratch, "warm-"))
  await checkRun(cache)
  const warm = await measured("warm", () => checkRun(cache))
  const work = await listWork()
  console.log(`${work.builds.length} builds, ${work.renders.length} renders`)
  const programs = [
    programTime("kustomize-5.8.2", work.builds),
    programTime("helm-4.3.1", work.renders),
  ]
  if (programs.every((time) => time !== undefined)) {
    const total = programs[0] + programs[1]
    console.log(
      `programs one by one: ${seconds(total)} (kustomize ${seconds(programs[0])}, helm ${seconds(programs[1])})`,
    )
    console.log(`ratio cold: ${(cold / total).toFixed(2)}, warm: ${(warm / total).toFixed(2)}`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** The median of some runs, with the peak memory of the worst. */
async function measured(label, run) {
  const runs = []
  for (let round = 0; round < rounds; round++) runs.push(await run())
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b)
  const peak = Math.max(...runs.map(({ peakMiB }) => peakMiB))
  const median = times[Math.floor(times.length / 2)]
  console.log(
    `sluice ${label}: median ${seconds(median)} (${times.map(seconds).join(", ")}), peak ${peak.toFixed(0)} MiB`,
  )
  return median
}

function checkRun(cacheDir) {
  const flags = [
    "--offline",
    "--chart-mirror",
    mirror,
    "--cache-dir",
    cacheDir,
    "--format",
    "json",
    "--exit-zero",
  ]
  const command = [process.execPath, join(root, "dist/cli.js"), "check", repository, ...flags]
  return measure(command, { env: process.env, cwd: root, output: join(scratch, "output") })
}

/** What sluice builds and renders, as command lines of the programs. */
async function listWork() {
  const host = nodeHost({ toolVersion: "bench", environment: {}, timeoutMs: 300_000 })
  const options = {
    localSources: {},
    external: [],
    apiVersions: [],
    render: "auto",
    mirrors: [mirror],
    offline: true,
    exclude: [],
  }
  const workspace = await openWorkspace({ root: repository, options }, host)
  await host.engine.close()
  const clusters = workspace.clusters
  const builds = clusters.flatMap(({ builds }) =>
    builds
      .filter(({ status, content }) => status === "built" && content.status === "here")
      .map(({ path }) => [
        "build",
        "--load-restrictor",
        "LoadRestrictionsNone",
        join(repository, path),
      ]),
  )
  const renders = clusters.flatMap(({ releases, resources, target }) =>
    releases
      .filter(({ status, chart }) => status === "rendered" && chart?.from.kind === "archive")
      .map((release, index) => {
        const values = join(scratch, `values-${index}-${release.releaseName}.json`)
        writeFileSync(values, JSON.stringify(release.values))
        const names = [
          release.releaseName,
          release.chart.from.path,
          "--namespace",
          release.releaseNamespace,
        ]
        return [
          "template",
          ...names,
          "--values",
          values,
          "--include-crds",
          "--kube-version",
          `v${target.kubernetes}.0`,
          ...[...new Set(resources.map(({ apiVersion }) => apiVersion))].flatMap((served) => [
            "--api-versions",
            served,
          ]),
        ]
      }),
  )
  return {
    builds: builds.filter(([, , , folder]) => existsSync(join(folder, "kustomization.yaml"))),
    renders,
  }
}

/** Milliseconds of all command lines, one after another; undefined where the program has not been built. */
function programTime(name, lines) {
  const program = join(root, ".tools", name, name.split("-")[0])
  const path = existsSync(program) ? program : join(root, ".tools", name)
  if (!existsSync(path)) {
    console.log(`${name} is missing: run \`node scripts/build-oracles.mjs\` (needs Go)`)
    return undefined
  }
  const started = performance.now()
  for (const line of lines) {
    try {
      execFileSync(path, line, { stdio: "ignore" })
    } catch {
      console.log(`${name} ${line.slice(0, 2).join(" ")} failed`)
    }
  }
  return performance.now() - started
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`
}
