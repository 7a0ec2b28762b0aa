import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { copyRepository } from "../cli/sluice.ts"
import { runnerCommands } from "../formats/runner-commands.ts"
import { type Commits, events } from "./events.ts"
import { git, runStep, type Step, type StepOutcome } from "./runner.ts"

const offline = { offline: "true", cache: "false" }
const created: string[] = []
afterAll(() => {
  for (const folder of created) rmSync(folder, { recursive: true, force: true })
})

function edit(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, path)
  writeFileSync(file, change(readFileSync(file, "utf8")))
}

interface Checkout extends Commits {
  readonly folder: string
}

/** `main` has a broken reference; the branch `change` breaks a path, and HEAD is the merge that GitHub makes of both. */
function checkout(options: readonly string[] = []): Checkout {
  const origin = copyRepository()
  git(origin, "init", "-q", "-b", "main")
  git(origin, "add", "-A")
  git(origin, "commit", "-q", "-m", "all")
  const base = git(origin, "rev-parse", "HEAD")
  git(origin, "switch", "-q", "-c", "change")
  edit(origin, "clusters/production/infrastructure.yaml", (text) =>
    text.replace("path: ./infrastructure", "path: ./infrastructur"),
  )
  git(origin, "commit", "-q", "-a", "-m", "change")
  const head = git(origin, "rev-parse", "HEAD")
  git(origin, "switch", "-q", "--detach", base)
  git(origin, "merge", "-q", "--no-ff", "-m", "merge", head)
  git(origin, "branch", "merged")
  if (options.length === 0) return { folder: origin, base, head }
  const folder = mkdtempSync(join(tmpdir(), "sluice-checkout-"))
  created.push(folder)
  git(folder, "clone", "-q", ...options, "--branch", "merged", `file://${origin}`, "fleet")
  return { folder: join(folder, "fleet"), base, head }
}

function run(
  folder: string,
  event: Step["event"],
  inputs: Step["inputs"] = {},
): Promise<StepOutcome> {
  return runStep({ workspace: folder, inputs: { ...offline, ...inputs }, ...(event && { event }) })
}

/** Rule and file of each annotation. */
function annotated(outcome: StepOutcome): readonly string[] {
  return runnerCommands(outcome.stdout, { obeyStop: true })
    .filter(({ command }) => command === "error")
    .map(({ properties }) => `${properties.file} ${properties.title}`)
}

const old = "clusters/production/apps.yaml sluice: ks-depends-on-missing"
const added = "clusters/production/infrastructure.yaml sluice: ks-path-missing"

describe("the event decides what is reported", () => {
  test("a push: everything, with annotations, summary and outputs", async () => {
    const { folder } = checkout()
    const outcome = await run(folder, events.push)
    expect(outcome).toMatchObject({ code: 1, stderr: "" })
    expect([...annotated(outcome)].sort()).toEqual([old, added])
    expect(outcome.summary).toContain("## sluice: 2 errors")
    const {
      "report-json": report = "",
      "html-report": page = "",
      ...outputs
    } = Object.fromEntries(outcome.outputs)
    expect(outputs).toEqual({ outcome: "findings", errors: "2", warnings: "0" })
    expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ summary: { errors: 2 } })
    expect(readFileSync(page, "utf8")).toContain("<title>sluice: 2 errors</title>")
  })

  test("a pull request: what it is to blame for, whatever the depth of the checkout has of its base", async () => {
    for (const depth of [[], ["--depth=2"]]) {
      const { folder, ...commits } = checkout(depth)
      const outcome = await run(folder, events.pullRequest(commits))
      expect(annotated(outcome)).toEqual([added])
      expect(outcome.outputs.get("errors")).toBe("1")
      expect(outcome.stdout).not.toContain("::warning")
    }
  })

  test("a pull request whose base the checkout has not got: everything, and a warning that says so", async () => {
    const { folder, ...commits } = checkout(["--depth=1"])
    const outcome = await run(folder, events.pullRequest(commits))
    expect([...annotated(outcome)].sort()).toEqual([old, added])
    const commands = runnerCommands(outcome.stdout, { obeyStop: true })
    expect(commands[0]).toMatchObject({ command: "warning" })
    expect(commands[0]?.data).toContain(`does not have the commit ${commits.base}`)
  })

  test("a base that has moved on since the event is not what the change is compared with", async () => {
    const { folder, head } = checkout()
    const outcome = await run(folder, events.pullRequest({ base: "1".repeat(40), head }))
    expect(annotated(outcome)).toEqual([added])
  })

  test("a merge group: what its changes are to blame for", async () => {
    const { folder, ...commits } = checkout()
    expect(annotated(await run(folder, events.mergeGroup(commits)))).toEqual([added])
  })

  test("`since` wins; a commit that is not there is a mistake of the workflow", async () => {
    const { folder, head, base } = checkout()
    const outcome = await run(folder, events.push, { since: head })
    expect(outcome).toMatchObject({ code: 0 })
    expect(outcome.outputs.get("outcome")).toBe("clean")
    const wrong = await run(folder, events.pullRequest({ base, head }), { since: "no-such-branch" })
    expect(wrong).toMatchObject({ code: 2, outputs: new Map() })
    expect(wrong.stderr).toContain("git knows no such commit")
  })
})

describe("a pull request from a fork", () => {
  /** The configuration of the change turns the rule off that would tell. */
  function withConfiguration(): Checkout {
    const made = checkout()
    writeFileSync(join(made.folder, ".sluice.yaml"), "rules: { ks-path-missing: off }\n")
    git(made.folder, "add", "-A")
    return made
  }

  test("is untrusted by itself: its configuration does not count", async () => {
    const { folder, ...commits } = withConfiguration()
    expect(annotated(await run(folder, events.pullRequest(commits)))).toEqual([])
    expect(annotated(await run(folder, events.fork(commits)))).toEqual([added])
  })

  test("`untrusted` says otherwise in both directions", async () => {
    const { folder, ...commits } = withConfiguration()
    expect(annotated(await run(folder, events.fork(commits), { untrusted: "false" }))).toEqual([])
    const own = await run(folder, events.pullRequest(commits), { untrusted: "true" })
    expect(annotated(own)).toEqual([added])
  })

  test("one of which the runner says nothing is untrusted, and one whose fork is gone", async () => {
    const { folder, base, head } = withConfiguration()
    const unknown = await run(folder, { name: "pull_request_target", payload: {} })
    expect(annotated(unknown)).toContain(added)
    expect(annotated(await run(folder, events.goneFork({ base, head })))).toEqual([added])
  })
})

describe("inputs", () => {
  test("lead to the flags that they name", async () => {
    const { folder } = checkout()
    const outcome = await run(folder, events.push, {
      path: "clusters/production/apps.yaml",
      "working-directory": ".",
      "sarif-file": "sluice.sarif",
      "fail-on": "never",
      args: "--skip 'ks-path-missing' --max-findings=none",
      summary: "false",
      annotations: "false",
      cluster: "production\n",
    })
    expect(outcome).toMatchObject({ code: 0, summary: "", stderr: "" })
    expect(annotated(outcome)).toEqual([])
    expect(outcome.stdout).toContain("[ks-depends-on-missing]")
    expect(outcome.outputs.get("outcome")).toBe("clean")
    expect(outcome.outputs.get("sarif-file")).toBe(join(folder, "sluice.sarif"))
    expect(JSON.parse(readFileSync(join(folder, "sluice.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    })
  })

  test.each([
    ["offline", "maybe", "The input `offline` is `maybe`"],
    ["untrusted", "fork", "The input `untrusted` is `fork`"],
    ["args", "--only 'helm", "has a quote that nothing ends"],
  ])("%s: %s is refused with a message", async (name, value, message) => {
    const { folder } = checkout()
    const outcome = await run(folder, events.push, { [name]: value })
    expect(outcome).toMatchObject({ code: 2, outputs: new Map(), summary: "" })
    const [command] = runnerCommands(outcome.stdout, { obeyStop: true })
    expect(command).toMatchObject({ command: "error" })
    expect(command?.data).toContain(message)
  })

  test("never reach a shell, and no value becomes a flag", async () => {
    const { folder } = checkout()
    const evil = "$(touch evil) `touch evil`; touch evil | tee evil > evil && touch evil"
    const before = readdirSync(folder)
    const names = ["path", "working-directory", "config", "cluster", "args", "since", "baseline"]
    for (const name of [...names, "fail-on", "max-warnings"]) {
      const outcome = await run(folder, events.push, { [name]: evil })
      // There is no such file, folder, commit, cluster or number.
      expect({ name, code: outcome.code }).toEqual({ name, code: 2 })
    }
    const path = await run(folder, events.push, { path: "--exit-zero" })
    expect(path).toMatchObject({ code: 2 })
    expect(path.stderr).toContain("There is no file or folder `--exit-zero`")
    expect(readdirSync(folder)).toEqual(before)
    // A file may be called so.
    const report = await run(folder, events.push, { "sarif-file": evil })
    expect(report.code).toBe(1)
    expect(readdirSync(folder)).toEqual([...before, evil].sort())
  })
})

test("what could not be looked at is incomplete, and the step fails", async () => {
  const { folder } = checkout()
  const chart = `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata: { name: charts }
spec: { interval: 1h, url: "https://charts.invalid" }
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: podinfo }
spec:
  interval: 1h
  chart: { spec: { chart: podinfo, version: 6.x, sourceRef: { kind: HelmRepository, name: charts } } }
`
  writeFileSync(join(folder, "apps/podinfo/release.yaml"), chart)
  edit(folder, "apps/podinfo/kustomization.yaml", (text) => `${text}  - release.yaml\n`)
  const outcome = await run(folder, events.push, {
    offline: "false",
    args: "--allow-host example.com",
  })
  expect(outcome).toMatchObject({ code: 3 })
  expect(outcome.outputs.get("outcome")).toBe("incomplete")
})

test("a cancelled job leaves no report and no outputs", async () => {
  const { folder } = checkout()
  const outcome = await runStep({
    workspace: folder,
    inputs: { ...offline, "sarif-file": "sluice.sarif", args: "--no-cache" },
    started: (kill) => setTimeout(() => kill("SIGINT"), 600),
  })
  expect(outcome).toMatchObject({ code: 130, outputs: new Map(), summary: "" })
  expect(existsSync(join(folder, "sluice.sarif"))).toBe(false)
})
