import { execFileSync, spawnSync } from "node:child_process"
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { checkFlags } from "../../src/cli/flags.ts"
import { cleanEnvironment, copyRepository, temporaryFolder, useRepository } from "../cli/sluice.ts"
import { reasonToSkip } from "../support/required.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const program = join(root, ".tools/pre-commit-4.7.0/bin/pre-commit")

interface Hook {
  readonly id: string
  readonly entry: string
  readonly stages?: readonly string[]
}

const manifest = readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")
const hooks = parse(manifest) as readonly Hook[]

test("there are four hooks, of the whole repository, with flags that exist", () => {
  expect(hooks.map(({ id }) => id)).toEqual([
    "sluice",
    "sluice-staged",
    "sluice-fix",
    "sluice-render",
  ])
  const known = checkFlags.flatMap(({ flags }) => flags.map(({ name }) => `--${name}`))
  for (const { entry, ...hook } of hooks) {
    expect(hook).toMatchObject({ language: "node", pass_filenames: false, require_serial: true })
    const [start, command, ...flags] = entry.split(" ")
    expect([start, command]).toEqual(["sluice", "check"])
    expect(flags.filter((flag) => !known.includes(flag))).toEqual([])
  }
  expect(hooks.filter(({ stages }) => stages)).toMatchObject([{ id: "sluice-render" }])
})

const whySkipped = existsSync(program)
  ? undefined
  : reasonToSkip("pre-commit is missing: run `node scripts/build-oracles.mjs`")
if (whySkipped !== undefined) process.stderr.write(`Test of the hooks skipped: ${whySkipped}.\n`)

describe.skipIf(whySkipped !== undefined)("pre-commit", () => {
  useRepository()
  const home = temporaryFolder()
  const environment = {
    ...cleanEnvironment(),
    ...{ PRE_COMMIT_HOME: home, GIT_CONFIG_GLOBAL: join(home, "gitconfig") },
    GIT_CONFIG_NOSYSTEM: "1",
  }
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync("git", args, { cwd, env: environment, encoding: "utf8" })
  const run = (
    fleet: string,
    hook: string,
  ): { readonly code: number | null; readonly text: string } => {
    const args = ["run", hook, "--hook-stage", hook === "sluice-render" ? "manual" : "pre-commit"]
    const done = spawnSync(program, args, { cwd: fleet, env: environment, encoding: "utf8" })
    return { code: done.status, text: done.stdout + done.stderr }
  }
  const commitAll = (folder: string): void => {
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "all", "--no-verify")
  }
  let release = ""

  beforeAll(() => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, "gitconfig"), "[user]\nname = a\nemail = a@example.com\n")
    release = createRelease()
    git(release, "init", "--quiet")
    commitAll(release)
  })

  /** A git repository of users, without its mistake, that uses the hooks. */
  function fleetWithHooks(): string {
    const fleet = copyRepository()
    rmSync(join(fleet, "apps/podinfo/secret.yaml"))
    edit(fleet, "apps/podinfo/kustomization.yaml", /^.*secret\.yaml\n/mu, "")
    edit(fleet, "clusters/production/apps.yaml", "infrastructur\n", "infrastructure\n")
    git(fleet, "init", "--quiet")
    const rev = git(release, "rev-parse", "HEAD").trim()
    const ids = hooks.map(({ id }) => `      - id: ${id}\n`).join("")
    const config = `repos:\n  - repo: ${release}\n    rev: ${rev}\n    hooks:\n${ids}`
    writeFileSync(join(fleet, ".pre-commit-config.yaml"), config)
    commitAll(fleet)
    return fleet
  }

  test("installs sluice from a clone; every hook passes on a healthy repository", () => {
    const fleet = fleetWithHooks()
    for (const { id } of hooks) expect(run(fleet, id)).toMatchObject({ code: 0 })
  })

  test("a staged mistake is reported, whatever the work tree holds by now", () => {
    const fleet = fleetWithHooks()
    edit(fleet, "clusters/production/apps.yaml", "infrastructure\n", "infrastructur\n")
    git(fleet, "add", "--all")
    edit(fleet, "clusters/production/apps.yaml", "infrastructur\n", "infrastructure\n")
    for (const hook of ["sluice", "sluice-staged"]) {
      const { code, text } = run(fleet, hook)
      expect({ hook, code, text }).toMatchObject({
        code: 1,
        text: expect.stringContaining("ks-depends-on-missing"),
      })
    }
  })

  test("a mistake that is not staged stops nobody", () => {
    const fleet = fleetWithHooks()
    appendFileSync(join(fleet, "infrastructure/namespace.yaml"), "# a comment\n")
    git(fleet, "add", "--all")
    edit(fleet, "clusters/production/apps.yaml", "infrastructure\n", "infrastructur\n")
    expect(run(fleet, "sluice-staged")).toMatchObject({ code: 0 })
  })

  test("a deletion alone is seen", () => {
    const fleet = fleetWithHooks()
    git(fleet, "rm", "--quiet", "clusters/production/infrastructure.yaml")
    for (const hook of ["sluice", "sluice-staged"]) {
      expect({ hook, ...run(fleet, hook) }).toMatchObject({
        code: 1,
        text: expect.stringContaining("ks-depends-on-missing"),
      })
    }
  })
})

function edit(folder: string, path: string, from: string | RegExp, to: string): void {
  const file = join(folder, path)
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to))
}

/**
 * What a tagged commit holds for the hooks: the package as it is published, and their manifest. pre-commit installs
 * development dependencies, too, which nothing here needs and a test without network has not.
 */
function createRelease(): string {
  const folder = temporaryFolder()
  const content = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly files: readonly string[]
  }
  const {
    devDependencies: _,
    scripts: __,
    ...published
  } = { devDependencies: 0, scripts: 0, ...content }
  writeFileSync(join(folder, "package.json"), JSON.stringify(published))
  writeFileSync(join(folder, ".pre-commit-hooks.yaml"), manifest)
  for (const path of ["dist", "engine/dist", "schemas"]) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  return folder
}
