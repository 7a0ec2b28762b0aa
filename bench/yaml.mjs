// How fast the YAML reader is beside the `yaml` package: all YAML files of the corpus, parsed and converted to JSON.
// node bench/yaml.mjs [folder], by default ../shared/corpus/repos. Both run in this process, in turns.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { rolldown } from "rolldown"
import { parseAllDocuments } from "yaml"

const root = resolve(import.meta.dirname, "..")
const folder = resolve(process.argv[2] ?? join(root, "../shared/corpus/repos"))
const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), "utf8"))
const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
const { parseYaml, toJson } = await bundle()

console.log(`${texts.length} files, ${megabytes.toFixed(1)} MB`)
const ours = []
const theirs = []
for (let round = 1; round <= 3; round++) {
  ours.push(measure(readOurs))
  theirs.push(measure(readTheirs))
  const ratio = theirs.at(-1) / ours.at(-1)
  console.log(
    `round ${round}: sluice ${speed(ours.at(-1))}, yaml ${speed(theirs.at(-1))}, ratio ${ratio.toFixed(1)}`,
  )
}
const best = Math.min(...theirs) / Math.min(...ours)
console.log(`best against best: ${best.toFixed(1)} times as fast as yaml`)

function readOurs(text) {
  for (const document of parseYaml(text).documents) toJson(document)
}

function readTheirs(text) {
  for (const document of parseAllDocuments(text)) {
    if (document.errors.length === 0) toJs(document)
  }
}

function toJs(document) {
  try {
    document.toJS()
  } catch {
    // Aliases without an anchor; our reader reports them as errors.
  }
}

function measure(read) {
  const start = performance.now()
  for (const text of texts) read(text)
  return performance.now() - start
}

function speed(milliseconds) {
  return `${(megabytes / (milliseconds / 1000)).toFixed(1)} MB/s`
}

async function bundle() {
  const target = mkdtempSync(join(tmpdir(), "sluice-bench-"))
  try {
    const build = await rolldown({ input: join(root, "src/yaml/index.ts"), platform: "node" })
    await build.write({ file: join(target, "yaml.mjs"), format: "esm" })
    return await import(pathToFileURL(join(target, "yaml.mjs")).href)
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}
