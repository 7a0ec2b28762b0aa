// How many objects a second are judged by their schemas: `sluice check --only api` beside kubeconform (strict) on the same
// built and rendered objects, one file each, as whole processes; and what a start and the loading of validators take.
// node bench/schema.mjs [repository]

import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { rolldown } from "rolldown"

const root = resolve(import.meta.dirname, "..")
const repository = resolve(
  process.argv[2] ?? join(root, "../shared/corpus/repos/JJGadgets__Biohazard"),
)
const kubeconform = join(root, ".tools/kubeconform-0.8.0/kubeconform")
const cli = join(root, "dist/cli.js")
const scratch = mkdtempSync(join(tmpdir(), "sluice-bench-"))
// Below the root, where a module finds the package's files.
const modules = mkdtempSync(join(root, "dist/bench-"))

try {
  if (!existsSync(kubeconform))
    throw new Error("kubeconform is missing: run `node scripts/build-oracles.mjs` (needs Go)")
  const parts = await bundle()
  const prepared = await prepare(parts)
  compare(prepared)
  const version = medianOf(15, () => timeOf(process.execPath, [cli, "--version"]))
  const bare = medianOf(15, () => timeOf(process.execPath, ["-e", ""]))
  console.log(`sluice --version: ${inMs(version)} (bar: 80 ms; node alone takes ${inMs(bare)})`)
  const { validators } = prepared
  const loading = medianOf(15, () => loadingTime(parts.place, validators))
  console.log(`loading ${validators.length} validators of Flux: ${inMs(loading)} (bar: 60 ms)`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
  rmSync(modules, { recursive: true, force: true })
}

/** Ours and theirs in turn. A cache that is not empty knows all verdicts: kubeconform is compared with a run without. */
function compare({ location, files, count }) {
  const check = (cacheDir) => {
    const flags = ["--only", "api", "--exit-zero", "--format", "json", "--cache-dir", cacheDir]
    return timeOf(process.execPath, [cli, "check", files, "--offline", ...flags])
  }
  const strict = ["-strict", "-summary", "-output", "json", "-schema-location", location, files]
  const times = { cold: [], warm: [], theirs: [] }
  const warm = join(scratch, "warm")
  check(warm)
  timeOf(kubeconform, strict)
  for (let round = 0; round < 5; round++) {
    times.cold.push(check(join(scratch, `cold-${round}`)))
    times.theirs.push(timeOf(kubeconform, strict))
    times.warm.push(check(warm))
  }
  const [cold, known, theirs] = [times.cold, times.warm, times.theirs].map(median)
  console.log(`${repository}: ${count} objects, whole processes, medians of 5`)
  console.log(`sluice, empty cache: ${perSecond(count, cold)}, ${inMs(cold)}`)
  console.log(`sluice, warm:        ${perSecond(count, known)}, ${inMs(known)}`)
  console.log(`kubeconform:         ${perSecond(count, theirs)}, ${inMs(theirs)}`)
  console.log(
    `ratio: ${(theirs / cold).toFixed(2)} times as many objects a second, warm ${(theirs / known).toFixed(2)}`,
  )
}

/** Builds the repository, and writes its objects and the schemas of their kinds into files. */
async function prepare({ judgedObjects, writeSchema, schemaLocation, fluxSchemaOf }) {
  const name = basename(repository)
  const objects = await judgedObjects({ name, folder: repository, files: [] })
  const schemas = join(scratch, "schemas")
  const files = join(scratch, "objects")
  mkdirSync(files)
  const known = objects.filter((object) => writeSchema(schemas, object))
  for (const [index, { manifest }] of known.entries())
    writeFileSync(join(files, `${index}.json.yaml`), JSON.stringify(manifest))
  // The objects are built: without a cluster nothing is built once more, and their structure alone is judged.
  writeFileSync(join(files, ".sluice.yaml"), "clusters: {}\n")
  execFileSync("git", ["init", "-q", files])
  const validators = objects.flatMap(({ resource, target }) => {
    const version = resource.apiVersion.split("/").at(-1)
    const schema = fluxSchemaOf(resource.id, version, target.flux)
    return schema.status === "found" ? [schema.file] : []
  })
  return {
    location: join(schemas, schemaLocation),
    files,
    count: known.length,
    validators: [...new Set(validators)],
  }
}

/** What the differential tests compare, and what loads schemas, as a module. */
async function bundle() {
  const exported = {
    "test/differential/judged-corpus.ts": ["judgedObjects"],
    "test/differential/kubeconform-schemas.ts": ["schemaLocation", "writeSchema"],
    "src/schema/flux-schemas.ts": ["fluxSchemaOf"],
    "src/host/package-schemas.ts": ["packageSchemas"],
  }
  const lines = Object.entries(exported).map(
    ([file, names]) => `export { ${names.join(", ")} } from "${join(root, file)}"\n`,
  )
  const entry = join(modules, "entry.ts")
  writeFileSync(entry, lines.join(""))
  const build = await rolldown({ input: entry, platform: "node" })
  await build.write({ dir: modules, entryFileNames: "entry.mjs" })
  const place = pathToFileURL(join(modules, "entry.mjs")).href
  return { ...(await import(place)), place }
}

/** Milliseconds that a process of its own takes to load validators, as one run of sluice loads them. */
function loadingTime(place, validators) {
  const script = `
    const { packageSchemas } = await import(${JSON.stringify(place)})
    const started = performance.now()
    await Promise.all(${JSON.stringify(validators)}.map((file) => packageSchemas.validator(file)))
    console.log(performance.now() - started)`
  const args = ["--input-type=module", "-e", script]
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }))
}

function timeOf(program, args) {
  const started = performance.now()
  const { error } = spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] })
  if (error) throw error
  return performance.now() - started
}

function medianOf(count, run) {
  return median(Array.from({ length: count }, run))
}

function median(times) {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)]
}

function inMs(ms) {
  return `${ms.toFixed(0)} ms`
}

function perSecond(count, ms) {
  return `${Math.round(count / (ms / 1000))} objects a second`
}
