import { spawn } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect } from "vitest"
import { quickEnvironment } from "../support/quick-engine.ts"

export const program: string = fileURLToPath(new URL("../../dist/cli.js", import.meta.url))

/** What a program has printed, and how it ended. */
export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Folders of one test file; removed at its end. */
const created: string[] = []

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sluice-cli-"))
  created.push(folder)
  return folder
}

function removeFolders(): void {
  for (const folder of created.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A copy of the little repository beside this file, outside of any git work tree. */
export function copyRepository(): string {
  const folder = join(temporaryFolder(), "fleet")
  cpSync(fileURLToPath(new URL("repository", import.meta.url)), folder, { recursive: true })
  return folder
}

/** One cache for all runs of a test file: the engine is unpacked once. */
const cache = temporaryFolder()

/**
 * Chooses the engine in WebAssembly, for tests of what it does; the others take the quicker one, whose output is the same
 * (`backends.test.ts`).
 */
export const embedded = { SLUICE_ENGINE: "" } as const

/** An environment with nothing of the machine in it, and without the network. */
export function cleanEnvironment(
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    HOME: cache,
    XDG_CACHE_HOME: cache,
    SLUICE_OFFLINE: "true",
    ...quickEnvironment,
    ...more,
  }
}

/** How to run the program. */
export interface RunOptions {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Called when it has started. */
  started?(kill: (signal: NodeJS.Signals) => void): void
}

/** Runs the built program with a scrubbed environment. */
export function sluice(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return runProgram(process.execPath, [program, ...args], options)
}

export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, environment, started }: RunOptions,
): Promise<Outcome> {
  return new Promise((settle, fail) => {
    const child = spawn(command, [...args], {
      cwd: cwd ?? cache,
      env: cleanEnvironment(environment),
      stdio: ["ignore", "pipe", "pipe"],
    })
    const output = { stdout: "", stderr: "" }
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.stdout += text
    })
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output.stderr += text
    })
    child.on("error", fail)
    child.on("close", (code, signal) => settle({ code, signal, ...output }))
    started?.((signal) => child.kill(signal))
  })
}

/** What is wrong with the little repository, in the format "concise". */
export const finding: string =
  "clusters/production/apps.yaml:9:13: error: Kustomization flux-system/apps depends on Kustomization flux-system/infrastructur, which nothing defines. [ks-depends-on-missing]\n"

/** Copies of the little repository: as it is, and without its mistake. */
export interface Repositories {
  readonly broken: string
  readonly healthy: string
}

/** Builds the program where that is needed, and gives a test file its own copies. */
export function useRepository(): Repositories {
  const repositories = { broken: "", healthy: "" }
  beforeAll(async () => {
    const builder = "../../scripts/build-if-stale.mjs"
    const { buildIfStale } = (await import(builder)) as { buildIfStale: () => boolean }
    expect(buildIfStale()).toBe(true)
    repositories.broken = copyRepository()
    repositories.healthy = copyRepository()
    const apps = join(repositories.healthy, "clusters/production/apps.yaml")
    writeFileSync(apps, readFileSync(apps, "utf8").replace("infrastructur\n", "infrastructure\n"))
  })
  afterAll(removeFolders)
  return repositories
}
