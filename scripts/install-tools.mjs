// Installs what the tests of the action, the hooks and the packages run, into .tools/ (ignored by git): Node 20, 22 and 24,
// pnpm, yarn and bun as npm packages, without running any script of theirs; pre-commit and zizmor from PyPI; actionlint as
// a Go module; zsh and fish from the system. What is there already with the right version is kept. What cannot be installed is named, and the tests that
// need it say that they are skipped.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { tools } from "./tools.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const steps = {
  npm: ({ source }, folder) => {
    // An empty package, so that npm does not go looking for one above.
    writeFileSync(join(folder, "package.json"), "{}")
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    return [["npm", "install", "--prefix", folder, ...flags, source]]
  },
  python: ({ source }, folder) => [
    ["python3", "-m", "venv", folder],
    [join(folder, "bin/python"), "-m", "pip", "install", "--quiet", source],
  ],
  go: ({ source }) => [["go", "install", "-trimpath", "-buildvcs=false", source]],
}

function install(tool) {
  const folder = join(root, ".tools", tool.folder)
  if (existsSync(join(root, tool.program))) {
    console.log(`${tool.folder}: present`)
    return
  }
  console.log(`${tool.folder}: installing ${tool.source}`)
  // A virtual environment cannot be moved afterwards.
  const unfinished = tool.from === "python" ? folder : `${folder}.part`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const env = { ...process.env, GOBIN: unfinished, CGO_ENABLED: "0" }
  for (const [command, ...args] of steps[tool.from](tool, unfinished)) {
    if (spawnSync(command, args, { stdio: "inherit", env }).status === 0) continue
    console.error(
      `\`${command} ${args.join(" ")}\` failed: tests that need ${tool.folder} are skipped.`,
    )
    rmSync(unfinished, { recursive: true, force: true })
    process.exitCode = 1
    return
  }
  if (unfinished !== folder) {
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
  }
}

for (const tool of Object.values(tools)) install(tool)

/** The shells whose completion is tested; where there is no apt-get, those that are there are used. */
function installShells() {
  const missing = ["zsh", "fish"].filter((name) => spawnSync(name, ["--version"]).error)
  if (missing.length === 0) return
  console.log(`${missing.join(", ")}: installing`)
  spawnSync("apt-get", ["update"], { stdio: "ignore" })
  const done = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], {
    stdio: ["ignore", "ignore", "inherit"],
  })
  if (done.status === 0) return
  console.error(`${missing.join(", ")} could not be installed: tests that need them are skipped.`)
  process.exitCode = 1
}

installShells()
