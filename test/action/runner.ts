import { execFileSync, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parse } from "yaml"
import { findTool } from "../support/tools.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** What action.yml says, as far as a runner needs it. */
export interface ActionManifest {
  readonly inputs: Readonly<
    Record<string, { readonly default?: string; readonly required?: boolean }>
  >
  readonly outputs?: Readonly<Record<string, unknown>>
  readonly runs: { readonly using: string; readonly main: string }
}

/** `folder` is that of an action: the root, or `comment`. */
export function readManifest(folder: string): ActionManifest {
  return parse(readFileSync(join(root, folder, "action.yml"), "utf8")) as ActionManifest
}

/** The Node that GitHub's runner has for `node24`; where it is not installed, the Node of the tests, which is said. */
const node = findTool("node24") ?? process.execPath

/** A step that uses the action. */
export interface Step {
  /** The checkout. */
  readonly workspace: string
  readonly event?: { readonly name: string; readonly payload: object }
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  /** The folder of the action: the root unless told. */
  readonly action?: string
  started?(kill: (signal: NodeJS.Signals) => void): void
}

/** What the runner has of a step that is done. */
export interface StepOutcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: ReadonlyMap<string, string>
  readonly summary: string
}

export const token = "ghs_s3cretToken"

/** Runs the action as GitHub's runner does: inputs, event and files in the environment, and nothing else of the machine. */
export async function runStep(step: Step): Promise<StepOutcome> {
  const temporary = mkdtempSync(join(tmpdir(), "sluice-runner-"))
  const files = {
    event: join(temporary, "event.json"),
    output: join(temporary, "output"),
    summary: join(temporary, "summary"),
  }
  const { name = "push", payload = {} } = step.event ?? {}
  writeFileSync(files.event, JSON.stringify(payload))
  writeFileSync(files.output, "")
  writeFileSync(files.summary, "")
  mkdirSync(join(temporary, "temp"))
  const manifest = readManifest(step.action ?? ".")
  const environment = {
    PATH: process.env.PATH ?? "",
    HOME: sharedHome,
    ...{
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: files.event,
    },
    ...{ GITHUB_OUTPUT: files.output, GITHUB_STEP_SUMMARY: files.summary },
    ...{
      GITHUB_WORKSPACE: step.workspace,
      RUNNER_TEMP: join(temporary, "temp"),
      RUNNER_OS: "Linux",
    },
    ...{
      GITHUB_REPOSITORY: "octo/fleet",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RUN_ID: "42",
    },
    ...inputVariables(manifest, step.inputs ?? {}),
    ...step.environment,
  }
  const main = join(root, step.action ?? ".", manifest.runs.main)
  const done = await runNode([main], { cwd: step.workspace, environment, started: step.started })
  return {
    ...done,
    outputs: readFileCommand(readFileSync(files.output, "utf8")),
    summary: readFileSync(files.summary, "utf8"),
  }
}

/** One cache for all: the engine is unpacked once. */
const sharedHome = mkdtempSync(join(tmpdir(), "sluice-runner-home-"))

function inputVariables(
  { inputs }: ActionManifest,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).find((name) => !(name in inputs))
  if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}`)
  const entries = Object.entries(inputs).map(([name, { default: value = "" }]) => {
    const text = given[name] ?? value.replace("${{ github.token }}", token)
    return [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, text]
  })
  return Object.fromEntries(entries) as Readonly<Record<string, string>>
}

function runNode(
  args: readonly string[],
  {
    cwd,
    environment,
    started,
  }: {
    readonly cwd: string
    readonly environment: Readonly<Record<string, string>>
    readonly started: Step["started"]
  },
): Promise<Pick<StepOutcome, "code" | "stdout" | "stderr">> {
  return new Promise((settle, fail) => {
    const child = spawn(node, [...args], {
      cwd,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    })
    const text = { stdout: "", stderr: "" }
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text.stdout += chunk
    })
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      text.stderr += chunk
    })
    child.on("error", fail)
    child.on("close", (code) => settle({ code, ...text }))
    started?.((signal) => child.kill(signal))
  })
}

/**
 * Reads a file of `name=value` and `name<<delimiter` as the runner does, written anew after actions/runner's
 * FileCommandManager.cs: a line of another form, or a delimiter that nothing ends, fails the step.
 */
export function readFileCommand(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const lines = text.split(/\r\n|\n/u)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ""
    if (line === "") continue
    const equals = line.indexOf("=")
    const heredoc = line.indexOf("<<")
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(line.slice(0, equals), line.slice(equals + 1))
      continue
    }
    if (heredoc < 0) throw new Error(`not of the form name=value: ${line}`)
    const end = lines.indexOf(line.slice(heredoc + 2), index + 1)
    if (end < 0) throw new Error(`nothing ends: ${line}`)
    values.set(line.slice(0, heredoc), lines.slice(index + 1, end).join("\n"))
    index = end
  }
  return values
}

/** Git in a test: no configuration of the machine, one author. */
export function git(folder: string, ...args: readonly string[]): string {
  const identity = [
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.com",
    "-c",
    "protocol.file.allow=always",
  ]
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" }
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8", env }).trim()
}
