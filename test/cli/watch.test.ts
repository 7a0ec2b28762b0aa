import { spawn } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { cleanEnvironment, copyRepository, finding, program, useRepository } from "./sluice.ts"

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

const waiting = /Waiting for changes; Ctrl-C ends\./gu

function startWatching(fleet: string, ...args: readonly string[]): Watcher {
  const child = spawn(process.execPath, [program, "check", "--watch", "-f", "concise", ...args], {
    cwd: fleet,
    env: cleanEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  })
  const output = { stdout: "", stderr: "" }
  const wake = new Set<() => void>()
  const collect = (name: "stdout" | "stderr") => (text: string) => {
    output[name] += text
    for (const listener of wake) listener()
  }
  child.stdout.setEncoding("utf8").on("data", collect("stdout"))
  child.stderr.setEncoding("utf8").on("data", collect("stderr"))
  const ended = new Promise<number | null>((settle) => child.on("close", settle))
  const checks = (number: number): Promise<void> =>
    new Promise((settle) => {
      const look = (): void => {
        if ((output.stderr.match(waiting) ?? []).length < number) return
        wake.delete(look)
        settle()
      }
      wake.add(look)
      look()
    })
  running = { output, ended, checks, interrupt: () => child.kill("SIGINT") }
  return running
}

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
  const { output, checks } = startWatching(fleet, "-f", "json=report.json")
  await checks(1)
  expect(existsSync(join(fleet, "report.json"))).toBe(true)
  edit(fleet, ".sluice.yaml", "rules", "ruls")
  await checks(2)
  expect(output.stderr).toContain(".sluice.yaml:")
  expect(output.stderr).toContain("has no key `ruls`")
  edit(fleet, ".sluice.yaml", "ruls", "rules")
  await checks(3)
  expect(output.stdout).toBe(finding + finding)
  const changes = output.stderr.match(/^.* has changed\.$/gmu)
  expect(changes).toEqual([".sluice.yaml has changed.", ".sluice.yaml has changed."])
})
