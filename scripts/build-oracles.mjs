// Builds the programs that the differential tests compare the engine with, into .tools/ (ignored by git):
// `kustomize`, `helm` 3 and 4 and `kubeconform` as Go modules, test/oracle, Flux's and the API server's own packages run
// natively, `registry`, the reference registry of OCI artifacts, and `versitygw`, a server of S3, which sources are fetched from,
// and `bazel-remote`, which shares a cache.
// Beside them `sluice-engine`, the engine's handlers natively, in engine/bin.
// What is there already with the right version is kept. Needs Go, and on the first run its module proxy.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
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
const oracleSources = join(root, "test/oracle")

// A `helm` without link-time values takes itself for an unreleased version, and Helm 3 claims Kubernetes 1.20.
const programs = [
  {
    name: "kustomize",
    version: "5.8.2",
    module: "sigs.k8s.io/kustomize/kustomize/v5@v5.8.2",
    link: ["sigs.k8s.io/kustomize/api/provenance.version=v5.8.2"],
  },
  {
    name: "helm",
    version: "3.22.0",
    module: "helm.sh/helm/v3/cmd/helm@v3.22.0",
    link: [
      "helm.sh/helm/v3/internal/version.version=v3.22.0",
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1",
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=37",
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1",
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=37",
    ],
  },
  {
    name: "helm",
    version: "4.3.1",
    module: "helm.sh/helm/v4/cmd/helm@v4.3.1",
    link: ["helm.sh/helm/v4/internal/version.version=v4.3.1"],
  },
  {
    name: "kubeconform",
    version: "0.8.0",
    module: "github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0",
    link: [],
  },
  {
    name: "registry",
    version: "3.1.0",
    module: "github.com/distribution/distribution/v3/cmd/registry@v3.1.0",
    link: [],
  },
  {
    name: "versitygw",
    version: "1.8.0",
    module: "github.com/versity/versitygw/cmd/versitygw@v1.8.0",
    link: [],
  },
]

/** Built where Go has put its sources: `go install` wants a list of its versions, which the proxy does not have. */
const bazelRemote = {
  name: "bazel-remote",
  version: "2.6.1",
  module: "github.com/buchgr/bazel-remote/v2@v2.6.1",
}

/** Where a program lies once it is built: `.tools/helm-4.3.1/helm`. */
const placeOf = (program) => join(tools, `${program.name}-${program.version}`, program.name)

const goArguments = ["-trimpath", "-buildvcs=false"]

const run = (args, options) => {
  const command = ["nice", "-n", "10", "go", ...args]
  const done = spawnSync(command[0], command.slice(1), { stdio: "inherit", ...options })
  if (done.status !== 0)
    throw new Error(`\`go ${args.join(" ")}\` failed with status ${done.status}`)
}

const installProgram = (program) => {
  const place = placeOf(program)
  if (existsSync(place)) {
    console.log(`${program.name} ${program.version}: present`)
    return
  }
  console.log(`${program.name} ${program.version}: building ${program.module}`)
  const unfinished = `${dirname(place)}.part`
  const flags = program.link.map((value) => `-X ${value}`).join(" ")
  const env = { ...process.env, GOBIN: unfinished, CGO_ENABLED: "0" }
  run(["install", ...goArguments, "-ldflags", `-s -w ${flags}`, program.module], { env })
  rmSync(dirname(place), { recursive: true, force: true })
  renameSync(unfinished, dirname(place))
}

const buildBazelRemote = () => {
  const place = placeOf(bazelRemote)
  if (existsSync(place)) {
    console.log(`bazel-remote ${bazelRemote.version}: present`)
    return
  }
  console.log(`bazel-remote ${bazelRemote.version}: building ${bazelRemote.module}`)
  const found = spawnSync("go", ["mod", "download", "-json", bazelRemote.module], {
    encoding: "utf8",
  })
  if (found.status !== 0) throw new Error(`\`go mod download ${bazelRemote.module}\` failed`)
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" }
  const { Dir: cwd } = JSON.parse(found.stdout)
  const unfinished = `${place}.part`
  mkdirSync(dirname(place), { recursive: true })
  run(["build", ...goArguments, "-ldflags", "-s -w", "-o", unfinished, "."], { cwd, env })
  renameSync(unfinished, place)
}

/** Changes whenever a file of test/oracle does, so that a stale reference is never used. */
const oracleDigest = () => {
  const hash = createHash("sha256")
  const sources = readdirSync(oracleSources).filter((name) => /\.go$|^go\.(mod|sum)$/.test(name))
  for (const name of sources.sort()) {
    hash.update(`${name}\0`).update(readFileSync(join(oracleSources, name)))
  }
  return hash.digest("hex")
}

const buildReference = () => {
  const folder = join(tools, "reference")
  const stamp = join(folder, "sources.sha256")
  const digest = oracleDigest()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
    console.log("reference: present")
    return
  }
  console.log("reference: building test/oracle")
  mkdirSync(folder, { recursive: true })
  const env = { ...process.env, CGO_ENABLED: "0", GOWORK: "off" }
  const output = join(folder, "reference")
  run(["build", ...goArguments, "-ldflags", "-s -w", "-o", output, "."], {
    cwd: oracleSources,
    env,
  })
  writeFileSync(stamp, digest)
}

/** `engine/bin/sluice-engine`: the engine's handlers as a native program, for the tests that run over all backends. */
const buildNativeEngine = () => {
  const suffix = process.platform === "win32" ? ".exe" : ""
  const program = join(root, `engine/bin/sluice-engine${suffix}`)
  const stamp = `${program}.sha256`
  const hash = createHash("sha256").update(readFileSync(join(root, "engine/dist/engine.json")))
  const folder = join(root, "engine/cmd/native")
  const sources = [...readdirSync(folder).map((name) => join(folder, name))]
  for (const source of [...sources, join(root, "scripts/build-engine.mjs")])
    hash.update(readFileSync(source))
  const digest = hash.digest("hex")
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
    console.log("sluice-engine: present")
    return
  }
  console.log("sluice-engine: building engine/cmd/native")
  const script = join(root, "scripts/build-engine.mjs")
  const done = spawnSync(process.execPath, [script, "--native"], { stdio: "inherit" })
  if (done.status !== 0) throw new Error("building sluice-engine failed")
  writeFileSync(stamp, digest)
}

const main = () => {
  mkdirSync(tools, { recursive: true })
  const go = spawnSync("go", ["version"], { encoding: "utf8" })
  if (go.status !== 0) {
    console.error("Go is missing: the oracle programs of the differential tests cannot be built.")
    console.error("Install Go 1.26 or later (https://go.dev/dl/), then run this script again.")
    process.exitCode = 1
    return
  }
  console.log(go.stdout.trim())
  buildReference()
  buildNativeEngine()
  for (const program of programs) installProgram(program)
  buildBazelRemote()
  console.log(`The oracle programs are in ${tools}.`)
}

main()
