import { spawn } from "node:child_process"
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, test, vi } from "vitest"
import {
  cleanEnvironment,
  copyRepository,
  finding,
  program,
  temporaryFolder,
  useRepository,
} from "./sluice.ts"

useRepository()

interface Watcher {
  readonly output: { stdout: string; stderr: string }
  readonly ended: Promise<number | null>
  /** Waits for so many checks to be done. */
  checks(number: number): Promise<void>
  interrupt(): void
}

let running: Watcher | undefined
afterEach(async () => {
  running?.interrupt()
  await running?.ended
})

/** As long as the test itself may take. */
const patience = { timeout: 300_000, interval: 20 }
const waiting = /Waiting for changes; Ctrl-C ends\./gu

/** Files that the streams go to, as a shell's `>` has it. */
interface Redirected {
  readonly stdout?: string
  readonly stderr?: string
}

function startWatching(
  fleet: string,
  redirected: Redirected = {},
  ...args: readonly string[]
): Watcher {
  const [stdout, stderr] = [redirected.stdout, redirected.stderr].map((file) =>
    file === undefined ? "pipe" : openSync(file, "w"),
  )
  const child = spawn(process.execPath, [program, "check", "--watch", "-f", "concise", ...args], {
    cwd: fleet,
    env: cleanEnvironment(),
    stdio: ["ignore", stdout, stderr],
  })
  for (const opened of [stdout, stderr]) if (typeof opened === "number") closeSync(opened)
  const output = { stdout: "", stderr: "" }
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text
    })
  const ended = new Promise<number | null>((settle) => child.on("close", settle))
  const said = (): string =>
    redirected.stderr === undefined ? output.stderr : readFileSync(redirected.stderr, "utf8")
  const checks = (number: number): Promise<void> =>
    vi.waitFor(
      () => expect((said().match(waiting) ?? []).length).toBeGreaterThanOrEqual(number),
      patience,
    )
  running = { output, ended, checks, interrupt: () => child.kill("SIGINT") }
  return running
}

const changesIn = (stderr: string): readonly string[] | null =>
  stderr.match(/^.* has changed\.$/gmu)

function edit(fleet: string, path: string, from: string, to: string): void {
  const file = join(fleet, path)
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to))
}

const apps = "clusters/production/apps.yaml"

test("checks again when a file has changed, and ends with 130 at Ctrl-C", async () => {
  const fleet = copyRepository()
  const { output, checks, interrupt, ended } = startWatching(fleet)
  await checks(1)
  expect(output.stdout).toBe(finding)
  edit(fleet, apps, "infrastructur\n", "infrastructure\n")
  await checks(2)
  expect(output.stdout).toBe(finding)
  expect(output.stderr).toContain(`${apps} has changed.`)
  edit(fleet, apps, "infrastructure\n", "infrastructur\n")
  await checks(3)
  expect(output.stdout).toBe(finding + finding)
  interrupt()
  expect(await ended).toBe(130)
})

test("its own report in the repository is no change; a mistake in the configuration is reported, and may be corrected", async () => {
  const fleet = copyRepository()
  const { output, checks } = startWatching(fleet, {}, "-f", "json=report.json")
  await checks(1)
  expect(existsSync(join(fleet, "report.json"))).toBe(true)
  edit(fleet, ".sluice.yaml", "rules", "ruls")
  await checks(2)
  expect(output.stderr).toContain(".sluice.yaml:")
  expect(output.stderr).toContain("has no key `ruls`")
  edit(fleet, ".sluice.yaml", "ruls", "rules")
  await checks(3)
  expect(output.stdout).toBe(finding + finding)
  expect(changesIn(output.stderr)).toEqual([
    ".sluice.yaml has changed.",
    ".sluice.yaml has changed.",
  ])
})

describe("what the run itself writes into the watched folder is no change", () => {
  /** Without the mistake and with it again: a check after each, and none beside these. */
  const editTwice = async (fleet: string, checks: Watcher["checks"]): Promise<void> => {
    await checks(1)
    edit(fleet, apps, "infrastructur\n", "infrastructure\n")
    await checks(2)
    edit(fleet, apps, "infrastructure\n", "infrastructur\n")
    await checks(3)
  }
  const twice = [`${apps} has changed.`, `${apps} has changed.`]

  test("the file behind stdout", async () => {
    const fleet = copyRepository()
    const report = join(fleet, "report.txt")
    const watcher = startWatching(fleet, { stdout: report })
    await editTwice(fleet, watcher.checks)
    expect(changesIn(watcher.output.stderr)).toEqual(twice)
    expect(readFileSync(report, "utf8")).toBe(finding + finding)
  })

  test("the files behind stdout and stderr, under another name by now", async () => {
    const fleet = copyRepository()
    const [report, log] = [join(fleet, "report.txt"), join(fleet, "log.txt")]
    const { checks } = startWatching(fleet, { stdout: report, stderr: log })
    await checks(1)
    renameSync(report, join(fleet, "renamed.txt"))
    await checks(2)
    edit(fleet, apps, "infrastructur\n", "infrastructure\n")
    await checks(3)
    // The name that is gone is nobody's; what has it now is the run's own.
    expect(changesIn(readFileSync(log, "utf8"))).toEqual([
      "report.txt has changed.",
      `${apps} has changed.`,
    ])
  })

  test("the cache", async () => {
    const fleet = copyRepository()
    const watcher = startWatching(fleet, {}, "--cache-dir", "cache")
    await editTwice(fleet, watcher.checks)
    expect(readdirSync(join(fleet, "cache")).length).toBeGreaterThan(0)
    expect(changesIn(watcher.output.stderr)).toEqual(twice)
  })

  // Who may make links on Windows is a setting.
  test.skipIf(process.platform === "win32")("a report that is named by another way", async () => {
    const fleet = copyRepository()
    const link = join(temporaryFolder(), "link")
    symlinkSync(fleet, link)
    const watcher = startWatching(fleet, {}, "-f", `json=${join(link, "report.json")}`)
    await editTwice(fleet, watcher.checks)
    expect(existsSync(join(fleet, "report.json"))).toBe(true)
    expect(changesIn(watcher.output.stderr)).toEqual(twice)
  })
})
