// Builds engine/dist: the WebAssembly engine, compressed, the worker that runs it, and their digests.
//
//   node scripts/build-engine.mjs            build all
//   node scripts/build-engine.mjs --worker   build the worker only
//   node scripts/build-engine.mjs --native   build engine/bin/sluice-engine instead
//   node scripts/build-engine.mjs --packages build the native program for all systems, as packages in engine/bin/packages
//   node scripts/build-engine.mjs --check    compare what is there with the sources
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib"
import { build } from "tsdown"
import { snapshot } from "./snapshot-wasm.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const engine = join(root, "engine")
const dist = join(engine, "dist")
const patches = join(engine, "patches")
const nativeCommand = join(engine, "cmd/native")
const workerFolder = join(root, "src/host/engine")
const description = join(dist, "engine.json")

function sha256(content) {
  return createHash("sha256").update(content).digest("hex")
}

/** A digest over the paths and contents of files. */
function digestOf(files) {
  const lines = files
    .toSorted()
    .map((file) => `${sha256(readFileSync(file))}  ${relative(root, file)}\n`)
  return sha256(lines.join(""))
}

/** The Go files and patches that the WebAssembly is made of, without tests and the native program. */
function goSources(folder = engine) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return [dist, join(engine, "bin"), nativeCommand].includes(path) ? [] : goSources(path)
    return /^go\.(?:mod|sum)$|(?<!_test)\.go$|\.patch$/u.test(entry.name) ? [path] : []
  })
}

function workerSources() {
  return ["worker.ts", "instance.ts", "load-module.ts", "wasi.ts"].map((name) =>
    join(workerFolder, name),
  )
}

function hasGo() {
  try {
    execFileSync("go", ["version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/**
 * Copies the modules that engine/patches changes, applies the patches and `edits` (by file), and gives a go.mod that takes the copies.
 * The differential tests compare the result with the modules as they are published.
 */
function patchModules(edits) {
  const folder = join(engine, "bin/patched")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const replaced = new Map()
  for (const name of readdirSync(patches).filter((file) => file.endsWith(".patch"))) {
    const [, file] = /^\+\+\+ b\/(.*)$/mu.exec(readFileSync(join(patches, name), "utf8"))
    const { path, source } = moduleOf(file)
    const copy = join(folder, path)
    if (!replaced.has(path)) copyModule(source, copy)
    replaced.set(path, `./bin/patched/${path}`)
    execFileSync("git", ["apply", `--directory=${relative(root, folder)}`, join(patches, name)], {
      cwd: root,
      stdio: "inherit",
    })
  }
  for (const [file, edit] of Object.entries(edits)) {
    const { path, source } = moduleOf(file)
    if (!replaced.has(path)) copyModule(source, join(folder, path))
    replaced.set(path, `./bin/patched/${path}`)
    const place = join(folder, file)
    writeFileSync(place, edit(readFileSync(place, "utf8")))
  }
  const lines = [...replaced].map(([path, copy]) => `replace ${path} => ${copy}\n`)
  const modFile = join(engine, "bin/patched.mod")
  writeFileSync(modFile, `${readFileSync(join(engine, "go.mod"), "utf8")}\n${lines.join("")}`)
  copyFileSync(join(engine, "go.sum"), join(engine, "bin/patched.sum"))
  return modFile
}

function copyModule(source, copy) {
  cpSync(source, copy, { recursive: true, filter: isNoTest })
  // Go's module cache is read-only.
  execFileSync("chmod", ["-R", "u+w", copy])
}

const isNoTest = (path) => !/_test\.go$/u.test(path)

/** The module that a file of an import path belongs to, and where its source is. */
function moduleOf(file) {
  const list = execFileSync("go", ["list", "-m", "-f", "{{.Path}} {{.Dir}}", "all"], {
    cwd: engine,
    encoding: "utf8",
  })
  for (const line of list.split("\n")) {
    const [path, source] = line.split(" ")
    if (source && file.startsWith(`${path}/`)) return { path, source }
  }
  throw new Error(`engine/patches: no module has ${file}`)
}

function goBuild(target, output, { environment = {}, flags = [], link = "", edits = {} }) {
  execFileSync(
    "go",
    [
      "build",
      "-trimpath",
      `-modfile=${patchModules(edits)}`,
      "-buildvcs=false",
      "-ldflags",
      `-s -w -buildid= ${link}`.trim(),
      ...flags,
      "-o",
      output,
      target,
    ],
    { cwd: engine, stdio: "inherit", env: { ...process.env, CGO_ENABLED: "0", ...environment } },
  )
}

async function buildWasm() {
  return inTemporaryFolder(async (folder) => {
    const output = join(folder, "engine.wasm")
    goBuild("./cmd/wasm", output, {
      environment: { GOOS: "wasip1", GOARCH: "wasm" },
      flags: ["-buildmode=c-shared"],
    })
    await bundle({ instance: join(workerFolder, "instance.ts") }, folder)
    const { startInstance } = await import(pathToFileURL(join(folder, "instance.mjs")).href)
    return snapshot(readFileSync(output), (module) => warmUp(startInstance, module))
  })
}

async function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "sluice-engine-"))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Starts the engine and lets it serve once what every run asks for; by a clock of its own, so that the result repeats. */
function warmUp(startInstance, module) {
  let time = 0n
  const engine = startInstance(module, () => (time += 1000n))
  const call = (name, request, files = {}) => {
    const blob = Buffer.from(Object.values(files).join(""))
    const head = { call: name, request, blobs: [blob.length] }
    const answer = Buffer.from(engine.call(JSON.stringify(head), [blob])).toString()
    if (/"status":"(?:failed|limit|missing)"/u.test(answer))
      throw new Error(`warming up: ${answer}`)
  }
  const list = (files) => ({
    paths: Object.keys(files),
    sizes: Object.values(files).map((text) => text.length),
  })
  call("tree", { id: "warm", ...list(warmTree) }, warmTree)
  call("kustomize", { tree: "warm", kustomization: {}, variables: { name: "warm" }, strict: true })
  call("chart", { digest: "warm", ...list(warmChart) }, warmChart)
  const release = { name: "warm", namespace: "warm" }
  call("helm", { chart: "warm", release, owner: release, values: {}, kubeVersion: "v1.35.0" })
  call("schema", { digest: "warm" }, { schema: JSON.stringify(warmSchema) })
  call("validate", { schema: "warm", objects: [{ kind: "A", names: ["warm"] }] })
  call("settle", {})
  return engine
}

const deployment =
  "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: warm\nspec:\n  replicas: 1\n"
const warmTree = {
  "kustomization.yaml":
    "resources: [deployment.yaml]\nnamespace: warm\nnamePrefix: warm-\nimages: [{name: a, newTag: b}]\n",
  "deployment.yaml": deployment,
}
const warmChart = {
  "Chart.yaml": "apiVersion: v2\nname: warm\nversion: 1.0.0\n",
  "values.yaml": "a: 1\n",
  "values.schema.json": '{"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}',
  "templates/deployment.yaml": deployment,
}
const text = { type: "string" }
const warmSchema = {
  type: "object",
  properties: {
    kind: text,
    name: text,
    count: { type: "integer" },
    names: { type: "array", "x-kubernetes-list-type": "set", items: text },
    labels: { type: "object", additionalProperties: text },
    rules: {
      type: "array",
      items: { type: "object", properties: { kind: text, name: text, count: { type: "integer" } } },
    },
  },
  // CEL's parser learns the grammar from what it reads, and the engine keeps what it has learned: rules as definitions
  // have them.
  "x-kubernetes-validations": [
    "self.names.all(name, name.matches('^[a-z]+$'))",
    "!has(self.name) || self.name.size() > 0",
    "has(self.name) ? self.kind == 'A' : true",
    'self.kind == "A" ? has(self.name) : !has(self.name)',
    "(self.kind == 'A' && !has(self.name)) || (self.kind != 'A' && has(self.name))",
    "!(has(self.name) && has(self.count))",
    "[has(self.name), has(self.count)].exists_one(one, one)",
    "[has(self.name), has(self.count)].filter(one, one == true).size() <= 1",
    "(has(self.name) ? 1 : 0) + (has(self.count) ? 1 : 0) >= 0",
    "!has(self.count) || self.count >= 1 && self.count <= 65535",
    "self.kind in ['A', 'B', '']",
    "!has(self.labels) || self.labels.all(key, key.startsWith('a') && size(self.labels[key]) < 64)",
    "!has(self.rules) || self.rules.all(one, self.rules.exists_one(other, one.name == other.name && has(one.kind) == has(other.kind) && (!has(one.count) || one.count == other.count)))",
    "!has(self.rules) || self.rules.exists(one, one.kind != 'A' || int(one.count) % 2 == 0)",
    "!has(self.rules) || size(self.rules.map(one, one.name)) == self.rules.size() && self.rules[0].count > -1",
    "duration('1s') < duration('1m') && !isURL('') && string(1) + 'a' == '1a' && 'a.b'.split('.')[0] == 'a'",
  ].map((rule) => ({ rule })),
}

async function bundle(entry, folder) {
  await build({
    // The bundle names its sources relative to this.
    cwd: root,
    config: false,
    entry,
    outDir: folder,
    clean: false,
    dts: false,
    format: "esm",
    platform: "node",
    target: "node20.19",
    fixedExtension: true,
    logLevel: "warn",
  })
}

function compress(wasm) {
  return brotliCompressSync(wasm, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: Number(process.env.SLUICE_BROTLI ?? 11),
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length,
    },
  })
}

function describe(changes) {
  const known = existsSync(description) ? JSON.parse(readFileSync(description, "utf8")) : {}
  writeFileSync(description, `${JSON.stringify({ ...known, ...changes }, undefined, 2)}\n`)
}

/** Throws when engine/dist was made from other sources than those that are here. */
async function check() {
  const known = JSON.parse(readFileSync(description, "utf8"))
  const problems = []
  if (known.sourceDigest !== digestOf(goSources())) problems.push("the Go sources have changed")
  if (known.workerDigest !== digestOf(workerSources()))
    problems.push("the worker's sources have changed")
  const packed = readFileSync(join(dist, "engine.wasm.br"))
  if (known.wasmDigest !== sha256(brotliDecompressSync(packed)))
    problems.push("engine.wasm.br is damaged")
  if (problems.length === 0 && hasGo() && !process.argv.includes("--no-rebuild")) {
    if (known.wasmDigest !== sha256(await buildWasm()))
      problems.push("a build of the Go sources gives another WebAssembly")
  }
  if (problems.length > 0) {
    throw new Error(
      `engine/dist is stale: ${problems.join(", ")}. Run \`node scripts/build-engine.mjs\`.`,
    )
  }
}

/**
 * Builds the native program, for this machine unless told; it knows the digest of its sources. The sandbox of the WebAssembly has
 * a clock that stands still and no time zones: natively the template functions that would ask for them are changed instead.
 */
function buildNative(output, environment = {}) {
  goBuild("./cmd/native", output, {
    environment,
    edits: { [`${sprig}/crypto.go`]: withFrozenTime, [`${sprig}/date.go`]: withoutZones },
    link: `-X main.sources=${digestOf(goSources())}`,
  })
}

/** `frozenTime` of src/host/engine/wasi.ts, in seconds. */
const frozenTime = 1_767_225_600

const sprig = "github.com/Masterminds/sprig/v3"
const withFrozenTime = (text) => text.replaceAll("time.Now()", `time.Unix(${frozenTime}, 0)`)
const withoutZones = (text) =>
  `${withFrozenTime(text).replaceAll("time.LoadLocation(", "onlyUTC(")}
func onlyUTC(string) (*time.Location, error) { return time.UTC, nil }
`

const programName = (os) => (os === "win32" ? "sluice-engine.exe" : "sluice-engine")

/** Names as Node and as Go have them. */
const systems = { linux: "linux", darwin: "darwin", win32: "windows" }
const processors = { x64: "amd64", arm64: "arm64" }

/** Writes a package for each system: npm installs the one that fits. */
function writePackages() {
  for (const [os, goos] of Object.entries(systems)) {
    for (const [cpu, goarch] of Object.entries(processors)) writePackage({ os, cpu, goos, goarch })
  }
}

function writePackage({ os, cpu, goos, goarch }) {
  const { version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const name = `engine-${os}-${cpu}`
  const folder = join(engine, "bin/packages", name)
  const program = programName(os)
  mkdirSync(folder, { recursive: true })
  buildNative(join(folder, program), { GOOS: goos, GOARCH: goarch })
  const description = `sluice's engine as a program, for ${os} on ${cpu}. It goes with sluice ${version}.`
  const fields = { name: `@sluice/${name}`, version, description, license }
  const content = { ...fields, os: [os], cpu: [cpu], files: [program], preferUnplugged: true }
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(content, undefined, 2)}\n`)
  writeFileSync(join(folder, "README.md"), `# @sluice/${name}\n\n${description}\n`)
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"))
  console.log(relative(root, join(folder, program)))
}

mkdirSync(dist, { recursive: true })
if (process.argv.includes("--check")) {
  await check()
} else if (process.argv.includes("--native")) {
  buildNative(join(engine, "bin", programName(process.platform)))
} else if (process.argv.includes("--packages")) {
  writePackages()
} else {
  await bundle({ worker: join(workerFolder, "worker.ts") }, dist)
  describe({ workerDigest: digestOf(workerSources()) })
  if (!process.argv.includes("--worker")) {
    const wasm = await buildWasm()
    const packed = compress(wasm)
    writeFileSync(join(dist, "engine.wasm.br"), packed)
    describe({
      wasmDigest: sha256(wasm),
      wasmBytes: wasm.length,
      packedBytes: packed.length,
      sourceDigest: digestOf(goSources()),
    })
  }
}
