// `node scripts/vendor-kubernetes.mjs FOLDER`: packs the OpenAPI definitions of FOLDER (`v1.36.json.gz`, …) into
// schemas/kubernetes/definitions.json.gz, what is equal in several minors once.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync, gzipSync } from "node:zlib"

const minorOf = (file) => /^v(1\.\d+)\.json\.gz$/.exec(file)?.[1]

const read = (path) => JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")).definitions

/** A definition, from which minor on it is so; null from where on it is gone. */
const changesOf = (name, versions) => {
  const changes = []
  let last = "null"
  for (const [since, definitions] of versions.entries()) {
    const text = JSON.stringify(definitions[name] ?? null)
    if (text !== last) changes.push([since, definitions[name] ?? null])
    last = text
  }
  return changes
}

const pack = (folder) => {
  const minors = readdirSync(folder)
    .flatMap((file) => minorOf(file) ?? [])
    .sort((left, right) => Number(left.split(".")[1]) - Number(right.split(".")[1]))
  const versions = minors.map((minor) => read(join(folder, `v${minor}.json.gz`)))
  const names = [...new Set(versions.flatMap((definitions) => Object.keys(definitions)))].sort()
  const definitions = Object.fromEntries(names.map((name) => [name, changesOf(name, versions)]))
  return { minors, definitions }
}

const main = ([folder]) => {
  if (folder === undefined) {
    console.error("Usage: node scripts/vendor-kubernetes.mjs FOLDER")
    process.exitCode = 2
    return
  }
  const target = join(dirname(dirname(fileURLToPath(import.meta.url))), "schemas/kubernetes")
  const packed = gzipSync(JSON.stringify(pack(folder)), { level: 9 })
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, "definitions.json.gz"), packed)
  console.log(`${packed.length} bytes`)
}

main(process.argv.slice(2))
