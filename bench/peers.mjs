// sluice beside flate and flux-local, in one run: the same repositories, the same charts on loopback, whole processes.
// node bench/peers.mjs [--rounds N] [--without flux-local] [repository…]   (needs Go, Python, openssl, unshare and ip)

import { spawnSync } from "node:child_process"
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { measure } from "./measure.mjs"
import { commit, copyRepository } from "./peers/copy-repository.mjs"
import { plantedDefects } from "./peers/defects.mjs"
import { installPeers } from "./peers/install.mjs"
import { serveMirror } from "./peers/mirror-server.mjs"
import { programsOf } from "./peers/programs.mjs"

const root = resolve(import.meta.dirname, "..")
const corpus = join(root, "../shared/corpus")

/** Where flate and flux-local begin, and the address that each repository has in its own GitRepository. */
const repositories = {
  "onedr0p__home-ops": {
    path: "kubernetes/flux/cluster",
    origin: "https://github.com/onedr0p/home-ops.git",
  },
  "truxnell__home-cluster": {
    path: "kubernetes",
    origin: "https://github.com/Truxnell/home-cluster",
  },
  JJGadgets__Biohazard: {
    path: "kube/clusters/biohazard/flux",
    origin: "https://github.com/JJGadgets/Biohazard",
  },
  "fluxcd__flux2-kustomize-helm-example": {
    path: "clusters/production",
    origin: "https://github.com/fluxcd/flux2-kustomize-helm-example",
    bootstrap: ["clusters/production", "clusters/staging"],
  },
  "fluxcd__flux2-monitoring-example": {
    path: "clusters/test",
    origin: "https://github.com/fluxcd/flux2-monitoring-example",
    bootstrap: ["clusters/test"],
  },
}

/** Those in which mistakes are planted; the first has ArtifactGenerators, which are beyond flate and flux-local. */
const planted = ["fluxcd__flux2-kustomize-helm-example", "fluxcd__flux2-monitoring-example"]

const bars = [
  { what: "cold, native", ours: "sluice, native", state: "cold", figure: "ms", atMost: 0.6 },
  { what: "cold, wasm", ours: "sluice, wasm", state: "cold", figure: "ms", atMost: 1 },
  { what: "warm", ours: "sluice, wasm", state: "warm", figure: "ms", atMost: 0.6 },
  { what: "memory, wasm", ours: "sluice, wasm", state: "cold", figure: "peakMiB", atMost: 0.8 },
  { what: "memory, native", ours: "sluice, native", state: "cold", figure: "peakMiB", atMost: 0.8 },
]

const apart = "SLUICE_BENCH_APART"
if (process.env[apart] === undefined) {
  // The network is needed once, to install.
  installPeers(root)
  process.exitCode = runApart()
} else {
  await compare()
}

/** Runs this file again in a network namespace that has loopback and nothing else. */
function runApart() {
  const self = [process.execPath, import.meta.filename, ...process.argv.slice(2)]
  const flags = process.getuid?.() === 0 ? ["--net"] : ["--map-root-user", "--net"]
  const script = 'ip link set lo up && exec "$@"'
  const env = { ...process.env, [apart]: "1" }
  const { status, error } = spawnSync("unshare", [...flags, "sh", "-c", script, "sh", ...self], {
    stdio: "inherit",
    env,
  })
  if (error) console.log(`a network of its own cannot be had here: ${error.message}`)
  return status ?? 1
}

async function compare() {
  const named = process.argv.slice(2).filter((word) => word in repositories || word === "defects")
  const wanted = (name) => named.length === 0 || named.includes(name)
  const scratch = mkdtempSync(join(tmpdir(), "sluice-peers-"))
  const server = await serveMirror(join(corpus, "charts"), scratch)
  const programs = programsOf(root, installPeers(root))
  const without = /--without[ =](\S+)/u.exec(process.argv.join(" "))?.[1]
  if (without !== undefined) delete programs[without]
  try {
    for (const name of Object.keys(repositories).filter(wanted)) {
      const copy = join(scratch, name)
      const { host } = server
      copyRepository(join(corpus, "repos", name), copy, { ...repositories[name], host })
      await compareOn(name, copy, { programs, scratch })
    }
    for (const name of wanted("defects") ? planted : [])
      await compareDefects(name, server.host, { programs, scratch })
  } finally {
    server.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function compareOn(name, copy, { programs, scratch }) {
  console.log(`\n${name.replace("__", "/")}`)
  const runs = Object.fromEntries(Object.keys(programs).map((key) => [key, { cold: [], warm: [] }]))
  const rounds = Number(/--rounds[ =](\d+)/u.exec(process.argv.join(" "))?.[1] ?? 3)
  for (let round = 0; round < rounds; round++) {
    for (const [key, program] of Object.entries(programs)) {
      // It takes half a minute each time.
      if (key === "flux-local" && round > 0) continue
      const cache = mkdtempSync(join(scratch, "cache-"))
      for (const state of ["cold", "warm"])
        runs[key][state].push(await runOn(name, copy, { program, cache, scratch }))
      rmSync(cache, { recursive: true, force: true })
    }
  }
  const figures = {}
  console.log(
    "program         cold      warm      peak cold  peak warm  Kustomizations  HelmReleases  faults",
  )
  for (const [key, { cold, warm }] of Object.entries(runs)) {
    figures[key] = { cold: summed(cold), warm: summed(warm) }
    const { said } = cold[0]
    const cells = [
      key.padEnd(14),
      seconds(figures[key].cold.ms),
      seconds(figures[key].warm.ms),
      mebibytes(figures[key].cold.peakMiB),
      mebibytes(figures[key].warm.peakMiB),
      said.built.padStart(14),
      said.rendered.padStart(12),
      String(said.faults.length).padStart(6),
    ]
    console.log(cells.join("  "))
  }
  if (!figures.flate) return
  const [ours, theirs] = ["sluice, wasm", "flate"].map((key) => runs[key].cold[0].said.count)
  if (theirs < ours * 0.8) {
    console.log(
      `flate got ${theirs} of the ${ours} done: its times are of another job, and not compared`,
    )
    return
  }
  for (const { what, ours, state, figure, atMost } of bars) {
    const ratio = figures[ours][state][figure] / figures.flate[state][figure]
    const verdict = ratio <= atMost ? "met" : "missed"
    console.log(`${what}: ${ratio.toFixed(2)} times flate (bar ${atMost}: ${verdict})`)
  }
}

async function runOn(name, copy, { program, cache, scratch }) {
  const { path } = repositories[name]
  const output = join(scratch, "output")
  const command = program.command({ cache, path })
  const env = { ...process.env, ...program.environment({ cache }) }
  const measured = await measure(command, { env, cwd: copy, output })
  return { ...measured, said: program.read(output) }
}

/** What each program says of mistakes that are planted one at a time: whether it says anything that it did not say before. */
async function compareDefects(name, host, { programs, scratch }) {
  const defects = await plantedDefects(root, name)
  console.log(`\nmistakes planted one at a time in ${name.replace("__", "/")}: ${defects.length}`)
  const healthy = join(scratch, `healthy-${name}`)
  copyRepository(join(corpus, "repos", name), healthy, { ...repositories[name], host })
  const chosen = Object.entries(programs).filter(([key]) => key !== "sluice, wasm")
  const caches = Object.fromEntries(
    chosen.map(([key]) => [key, mkdtempSync(join(scratch, "cache-"))]),
  )
  const faultsOf = async (folder) => {
    const said = {}
    for (const [key, program] of chosen) {
      const run = await runOn(name, folder, { program, cache: caches[key], scratch })
      said[key] = [...run.said.faults].sort().join("\n") || String(run.status)
    }
    return said
  }
  const before = await faultsOf(healthy)
  const found = Object.fromEntries(chosen.map(([key]) => [key, 0]))
  for (const [index, defect] of defects.entries()) {
    const folder = join(scratch, `defect-${index}`)
    cpSync(healthy, folder, { recursive: true })
    rmSync(join(folder, ".git"), { recursive: true })
    defect.apply({
      write: (path, content) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), content)
      },
      remove: (path) => rmSync(join(folder, path)),
    })
    commit(folder, repositories[name].origin)
    const after = await faultsOf(folder)
    const finders = chosen.map(([key]) => key).filter((key) => after[key] !== before[key])
    for (const key of finders) found[key] += 1
    console.log(`  ${defect.kind}: ${finders.join("; ") || "nobody"}`)
    rmSync(folder, { recursive: true })
  }
  for (const [key, count] of Object.entries(found))
    console.log(`${key} notices ${count} of ${defects.length}`)
}

/** The median time, and the highest peak. */
function summed(runs) {
  const times = runs.map(({ ms }) => ms).sort((left, right) => left - right)
  return {
    ms: times[Math.floor(times.length / 2)],
    peakMiB: Math.max(...runs.map(({ peakMiB }) => peakMiB)),
  }
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`.padStart(8)
}

function mebibytes(size) {
  return `${size.toFixed(0)} MiB`.padStart(9)
}
