import { execFileSync, spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { checkFlags } from "../src/cli/flags/check-flags.ts"
import { readManifest } from "./action/runner.ts"
import {
  cleanEnvironment,
  finding,
  program,
  runProgram,
  temporaryFolder,
  useRepository,
} from "./cli/sluice.ts"
import { findTool } from "./support/tools.ts"

const root = fileURLToPath(new URL("..", import.meta.url))
const examples = join(root, "examples")
const workflows = readdirSync(join(examples, "github")).map((name) =>
  join(examples, "github", name),
)
const actions = [join(root, "action.yml"), join(root, "comment/action.yml")]

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}

interface Step {
  readonly uses: string
  readonly with?: Readonly<Record<string, unknown>>
}

const repositories = useRepository()

const steps = workflows.flatMap((file) =>
  Object.values((parse(readFileSync(file, "utf8")) as Workflow).jobs).flatMap((job) => job.steps),
)

describe("workflows", () => {
  test("name what they use by its commit, and give our action inputs that it has", () => {
    expect(steps.filter(({ uses }) => !/^[\w./-]+@[0-9a-f]{40}$/u.test(uses))).toEqual([])
    const ours = steps.filter(({ uses }) => uses.startsWith("sluice-dev/sluice"))
    expect(ours.map(({ uses }) => uses.split("@")[0])).toEqual([
      "sluice-dev/sluice",
      "sluice-dev/sluice/comment",
      "sluice-dev/sluice",
    ])
    for (const { uses, with: inputs = {} } of ours) {
      const { inputs: known } = readManifest(uses.includes("/comment@") ? "comment" : ".")
      expect(Object.keys(inputs).filter((name) => !(name in known))).toEqual([])
    }
  })

  const actionlint = findTool("actionlint")
  test.skipIf(actionlint === undefined)("actionlint has nothing to say", () => {
    const { status, stdout } = spawnSync(actionlint ?? "", workflows, { encoding: "utf8" })
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" })
  })

  const zizmor = findTool("zizmor")
  test.skipIf(zizmor === undefined)("zizmor has nothing to say, at its strictest", () => {
    const args = ["--offline", "--no-progress", "--persona=pedantic", ...workflows, ...actions]
    const { status, stdout } = spawnSync(zizmor ?? "", args, { encoding: "utf8" })
    expect({ status, stdout }).toMatchObject({ status: 0 })
  })
})

describe("hooks", () => {
  test("run commands with flags that exist", () => {
    const known = checkFlags.flatMap(({ flags }) => flags.map(({ name }) => `--${name}`))
    const texts = readdirSync(join(examples, "hooks")).map((name) =>
      readFileSync(join(examples, "hooks", name), "utf8"),
    )
    const commands = texts.flatMap((text) => [...text.matchAll(/sluice check((?: --[\w-]+)+)/gu)])
    expect(commands).toHaveLength(4)
    for (const [, flags = ""] of commands)
      expect(
        flags
          .trim()
          .split(" ")
          .filter((flag) => !known.includes(flag)),
      ).toEqual([])
  })

  test("husky's script stops a commit that breaks something", () => {
    const fleet = repositories.healthy
    const bin = join(temporaryFolder(), "bin")
    mkdirSync(bin)
    // What `npx --no-install` finds in a project that has the package.
    writeFileSync(
      join(bin, "npx"),
      `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${program}" "$@"\n`,
    )
    chmodSync(join(bin, "npx"), 0o755)
    const environment = cleanEnvironment({ PATH: `${bin}:${process.env.PATH}` })
    const git = (...args: readonly string[]): void => {
      const identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
      execFileSync("git", [...identity, ...args], { cwd: fleet, env: environment, stdio: "pipe" })
    }
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "all")
    const script = readFileSync(join(examples, "hooks/husky-pre-commit.sh"), "utf8")
    writeFileSync(join(fleet, ".git/hooks/pre-commit"), `#!/bin/sh\n${script}`, { mode: 0o755 })
    git("commit", "-q", "--allow-empty", "-m", "nothing")
    const apps = join(fleet, "clusters/production/apps.yaml")
    writeFileSync(apps, readFileSync(apps, "utf8").replace("infrastructure\n", "infrastructur\n"))
    git("add", "-A")
    expect(() => git("commit", "-q", "-m", "mistake")).toThrow("ks-depends-on-missing")
  })
})

describe("problem-matcher.json", () => {
  interface Matcher {
    readonly problemMatcher: readonly { readonly pattern: readonly { readonly regexp: string }[] }[]
  }
  test("reads the format `concise` as it is printed", async () => {
    const { problemMatcher } = JSON.parse(
      readFileSync(join(root, "problem-matcher.json"), "utf8"),
    ) as Matcher
    const expression = new RegExp(problemMatcher[0]?.pattern[0]?.regexp ?? "")
    const { stdout } = await runProgram(
      process.execPath,
      [program, "check", repositories.broken, "-f", "concise"],
      {},
    )
    expect(stdout).toBe(finding)
    const [, file, line, column, severity, message, code] = expression.exec(stdout.trimEnd()) ?? []
    expect([file, line, column, severity, code]).toEqual([
      "clusters/production/apps.yaml",
      ...["9", "13", "error", "ks-depends-on-missing"],
    ])
    expect(message).toMatch(/^Kustomization flux-system\/apps depends on .* defines\.$/u)
  })
})

test("the preset for Renovate names what the workflows and hooks use", () => {
  const { packageRules } = JSON.parse(readFileSync(join(examples, "renovate.json"), "utf8")) as {
    readonly packageRules: readonly { readonly matchPackageNames: readonly string[] }[]
  }
  const { repos } = parse(readFileSync(join(examples, "hooks/pre-commit-config.yaml"), "utf8")) as {
    readonly repos: readonly {
      readonly repo: string
      readonly hooks: readonly { readonly id: string }[]
    }[]
  }
  const [hooks] = repos
  expect(packageRules[0]?.matchPackageNames).toContain(
    hooks?.repo.replace("https://github.com/", ""),
  )
  const manifest = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8")) as readonly {
    readonly id: string
  }[]
  const ids = manifest.map(({ id }) => id)
  expect(hooks?.hooks.filter(({ id }) => !ids.includes(id))).toEqual([])
})
