// Builds what the tests compare the engine with and fetch from, into .tools/ (ignored by git):
// test/oracle, Flux's, Helm's and the API server's own packages run natively, and with the same modules the programs `kustomize`,
// `helm` 3 and 4 and `kubeconform`; test/servers, a registry, a server of S3 and a shared cache.
// Beside them `sluice-engine`, the engine's handlers natively, in engine/bin.
// What is there already, of the same sources, is kept. Needs Go, and on the first run its module proxy.
//
// CI builds all of it with empty caches, on two cores, in the half hour that it has: so one build list is for all programs, which
// then share what is compiled, and files that none of them comes to are left out (see `leftOut`).
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tools = join(root, ".tools")
const oracle = join(root, "test/oracle")
const servers = join(root, "test/servers")

/**
 * Tools of test/oracle/go.mod, whose versions it chooses. A `helm` without link-time values takes itself for an unreleased
 * version, and Helm 3 claims Kubernetes 1.20.
 */
const programs = [
  {
    name: "kustomize",
    module: "sigs.k8s.io/kustomize/kustomize/v5",
    link: (version) => [`sigs.k8s.io/kustomize/api/provenance.version=${version}`],
  },
  {
    name: "helm",
    module: "helm.sh/helm/v3",
    folder: "cmd/helm",
    link: (version) => [
      `helm.sh/helm/v3/internal/version.version=${version}`,
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1",
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=37",
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1",
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=37",
    ],
  },
  {
    name: "helm",
    module: "helm.sh/helm/v4",
    folder: "cmd/helm",
    link: (version) => [`helm.sh/helm/v4/internal/version.version=${version}`],
  },
  { name: "kubeconform", module: "github.com/yannh/kubeconform", folder: "cmd/kubeconform" },
]

/**
 * Files of modules that nothing here comes to, each at the root of a third of all that would be compiled: how the API server
 * stores custom resources (etcd, gRPC, the informers of all kinds), and a metric of electing leaders (informers again).
 * What is compared, validation, building and rendering, is as released.
 */
const leftOut = {
  "k8s.io/apiextensions-apiserver": ["pkg/registry/customresource/etcd.go"],
  "k8s.io/apiserver": [
    "pkg/registry/generic/options.go",
    "pkg/registry/generic/storage_decorator.go",
  ],
  "sigs.k8s.io/controller-runtime": ["pkg/metrics/leaderelection.go"],
}

const goEnvironment = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" }

/** Runs `go` in a folder, after others of the machine; returns what it prints. */
const go = (cwd, args) => {
  const stdio = ["ignore", "pipe", "inherit"]
  const done = spawnSync("nice", ["-n", "10", "go", ...args], {
    ...{ cwd, stdio, encoding: "utf8", env: goEnvironment },
  })
  if (done.status !== 0)
    throw new Error(`\`go ${args.join(" ")}\` failed with status ${done.status}`)
  return done.stdout.trim()
}

/** Calls a builder unless its product is there, of the same sources: files and texts. */
const unlessThere = (label, product, sources, build) => {
  const stamp = `${product}.sha256`
  const hash = createHash("sha256")
  for (const source of sources) hash.update(`${source.length}\0${source}`)
  const digest = hash.digest("hex")
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
    console.log(`${label}: present`)
    return
  }
  console.log(`${label}: building`)
  mkdirSync(dirname(product), { recursive: true })
  build()
  writeFileSync(stamp, digest)
}

const contentsOf = (folder, pattern) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name)))

const buildProgram = (cwd, output, from, { link = [], flags = [] } = {}) => {
  const values = link.map((value) => ` -X ${value}`).join("")
  const common = ["-trimpath", "-buildvcs=false", "-ldflags", `-s -w${values}`]
  go(cwd, ["build", ...flags, ...common, "-o", `${output}.part`, from])
  renameSync(`${output}.part`, output)
}

/** Copies modules without the files that are left out, beside a go.mod that names the copies. */
const narrowModules = () => {
  const folder = join(tools, "narrowed")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const name of ["go.mod", "go.sum"]) cpSync(join(oracle, name), join(folder, name))
  for (const [module, files] of Object.entries(leftOut)) {
    const wanted = `${module}@${versionOf(module)}`
    const { Dir } = JSON.parse(go(oracle, ["mod", "download", "-json", wanted]))
    const copy = join(folder, module)
    cpSync(Dir, copy, { recursive: true })
    makeWritable(copy)
    for (const file of files) rmSync(join(copy, file))
    go(oracle, ["mod", "edit", "-replace", `${module}=${copy}`, join(folder, "go.mod")])
  }
  return [`-modfile=${join(folder, "go.mod")}`]
}

/** Which version of a module test/oracle/go.mod chooses: `v0.37.1`. */
const versionOf = (module) => go(oracle, ["list", "-m", "-f", "{{.Version}}", module])

/** Go keeps modules read-only. */
const makeWritable = (folder) => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeWritable(join(folder, entry.name))
}

const buildOracles = () => {
  const modules = [...contentsOf(oracle, /^go\.(?:mod|sum)$/), JSON.stringify(leftOut)]
  let narrowed
  const flags = () => (narrowed ??= narrowModules())
  const reference = join(tools, "reference/reference")
  unlessThere("reference", reference, [...modules, ...contentsOf(oracle, /\.go$/)], () =>
    buildProgram(oracle, reference, ".", { flags: flags() }),
  )
  for (const { name, module, folder, link } of programs) {
    const version = versionOf(module)
    const values = link?.(version) ?? []
    // `.tools/helm-4.3.1/helm`
    const product = join(tools, `${name}-${version.slice(1)}`, name)
    unlessThere(`${name} ${version}`, product, [...modules, ...values], () =>
      buildProgram(oracle, product, [module, folder].filter(Boolean).join("/"), {
        ...{ link: values, flags: flags() },
      }),
    )
  }
}

const buildServers = () => {
  const modules = contentsOf(servers, /^go\.(?:mod|sum)$/)
  for (const entry of readdirSync(servers, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const { name } = entry
    const product = join(tools, "servers", name)
    const sources = [...modules, ...contentsOf(join(servers, name), /\.go$/)]
    unlessThere(name, product, sources, () => buildProgram(servers, product, `./${name}`))
  }
}

/** `engine/bin/sluice-engine`: the engine's handlers as a native program, for the tests that run over all backends. */
const buildNativeEngine = () => {
  const suffix = process.platform === "win32" ? ".exe" : ""
  const program = join(root, `engine/bin/sluice-engine${suffix}`)
  const script = join(root, "scripts/build-engine.mjs")
  const files = [join(root, "engine/dist/engine.json"), script]
  const sources = [
    ...files.map((file) => readFileSync(file)),
    ...contentsOf(join(root, "engine/cmd/native"), /./),
  ]
  unlessThere("sluice-engine", program, sources, () => {
    const done = spawnSync(process.execPath, [script, "--native"], { stdio: "inherit" })
    if (done.status !== 0) throw new Error("building sluice-engine failed")
  })
}

const main = () => {
  mkdirSync(tools, { recursive: true })
  const found = spawnSync("go", ["version"], { encoding: "utf8" })
  if (found.status !== 0) {
    console.error("Go is missing: the oracle programs of the differential tests cannot be built.")
    console.error("Install Go 1.26 or later (https://go.dev/dl/), then run this script again.")
    process.exitCode = 1
    return
  }
  console.log(found.stdout.trim())
  buildOracles()
  buildNativeEngine()
  buildServers()
  console.log(`The oracle programs are in ${tools}.`)
}

main()
