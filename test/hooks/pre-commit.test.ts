import { execFileSync, spawnSync } from "node:child_process"
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { checkFlags } from "../../src/cli/flags/check-flags.ts"
import { cleanEnvironment, copyRepository, temporaryFolder, useRepository } from "../cli/sluice.ts"
import { copyClone } from "../support/clone.ts"
import { findTool } from "../support/tools.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))

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

const program = findTool("preCommit")

describe.skipIf(program === undefined)("pre-commit", () => {
  useRepository()
  const home = temporaryFolder()
  const npmCache = execFileSync("npm", ["config", "get", "cache"], { encoding: "utf8" }).trim()
  const environment = {
    ...cleanEnvironment(),
    ...{ PRE_COMMIT_HOME: home, GIT_CONFIG_GLOBAL: join(home, "gitconfig") },
    GIT_CONFIG_NOSYSTEM: "1",
    // pre-commit installs development dependencies, too: those that `npm ci` has fetched for these tests are at hand.
    npm_config_cache: npmCache,
    npm_config_prefer_offline: "true",
  }
  const git = (cwd: string, ...args: readonly string[]): string =>
    execFileSync("git", args, { cwd, env: environment, encoding: "utf8" })
  const run = (
    fleet: string,
    hook: string,
  ): { readonly code: number | null; readonly text: string } => {
    const args = ["run", hook, "--hook-stage", hook === "sluice-render" ? "manual" : "pre-commit"]
    const done = spawnSync(program ?? "", args, { cwd: fleet, env: environment, encoding: "utf8" })
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
    release = temporaryFolder()
    copyClone(release)
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

  test("installs sluice from a plain clone, in which nothing is built; every hook passes on a healthy repository", () => {
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
