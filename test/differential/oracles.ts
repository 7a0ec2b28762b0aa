import { type ChildProcess, execFile, spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { JsonValue } from "../../src/yaml/json.ts"
import { reasonToSkip } from "../support/required.ts"
import { corpusFolder, projectRoot } from "./places.ts"

const tools = join(projectRoot, ".tools")

/** The programs that scripts/build-oracles.mjs builds. */
export const programs: Readonly<
  Record<"kustomize" | "helm3" | "helm4" | "kubeconform" | "reference", string>
> = {
  kustomize: join(tools, "kustomize-5.8.2/kustomize"),
  helm3: join(tools, "helm-3.22.0/helm"),
  helm4: join(tools, "helm-4.3.1/helm"),
  kubeconform: join(tools, "kubeconform-0.8.0/kubeconform"),
  reference: join(tools, "reference/reference"),
}

/** Why the differential tests cannot run here, in words; undefined where they can. */
export const whySkipped: string | undefined = missing()

function missing(): string | undefined {
  const absent = Object.values(programs).filter((place) => !existsSync(place))
  const reasons = [
    ...(corpusFolder === undefined
      ? ["the corpus is missing: set SLUICE_CORPUS to its folder"]
      : []),
    ...(absent.length > 0
      ? [`${absent.join(", ")} missing: run \`node scripts/build-oracles.mjs\`, which needs Go`]
      : []),
  ]
  if (reasons.length === 0) return undefined
  const reason = reasonToSkip(reasons.join("; "))
  process.stderr.write(`Differential tests skipped: ${reason}.\n`)
  return reason
}

/** A title that says aloud why its tests are skipped, where they are. */
export function titled(title: string): string {
  return whySkipped === undefined ? title : `${title} (SKIPPED: ${whySkipped})`
}

/** What a program printed, and its exit status. */
export interface Output {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

// A proxy that nobody answers at: a chart or a kustomization that reaches for the network fails at once.
const scrubbed = {
  PATH: process.env.PATH ?? "",
  HOME: "/nonexistent",
  HTTP_PROXY: "http://127.0.0.1:9",
  HTTPS_PROXY: "http://127.0.0.1:9",
  GIT_TERMINAL_PROMPT: "0",
  // Go collects garbage less often than it would by itself: the tests need not be sparing with memory.
  GOGC: "400",
}

/** Runs one of the programs with an environment that holds nothing of the user's. */
export function runProgram(program: string, args: readonly string[]): Promise<Output> {
  const options = { env: scrubbed, maxBuffer: 1 << 28, timeout: 60_000 }
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const status = typeof error?.code === "number" ? error.code : error === null ? 0 : 1
      resolve({ status, stdout, stderr })
    })
  })
}

/** What the reference makes of YAML: its documents, those that are no YAML with their error. */
export interface ParsedOutput {
  readonly documents: readonly {
    readonly source?: string
    readonly object?: JsonValue
    readonly error?: string
  }[]
}

/** The native reference (test/oracle): one process that answers one JSON line with another, in turn. */
export class Reference {
  readonly #process: ChildProcess
  readonly #ended: Promise<void>
  readonly #waiting: ((line: string) => void)[] = []

  constructor() {
    const child = spawn(programs.reference, [], {
      env: scrubbed,
      stdio: ["pipe", "pipe", "ignore"],
    })
    this.#process = child
    createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY }).on(
      "line",
      (line) => this.#waiting.shift()?.(line),
    )
    this.#ended = new Promise((resolve) => {
      child.on("exit", () => {
        for (const answer of this.#waiting.splice(0))
          answer('{"status":"failed","message":"the reference exited"}')
        resolve()
      })
    })
  }

  /** Asks for one thing; answers come in the order of the questions. */
  ask<Answer>(request: object): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push((line) => resolve(JSON.parse(line) as Answer))
      this.#process.stdin?.write(`${JSON.stringify(request)}\n`)
    })
  }

  close(): Promise<void> {
    this.#process.stdin?.end()
    return this.#ended
  }
}

/** Calls `work` for each of `subjects` in turn, `lanes` of them at a time. */
export async function inLanes<Subject>(
  subjects: readonly Subject[],
  lanes: number,
  work: (subject: Subject) => Promise<void>,
): Promise<void> {
  const queue = [...subjects]
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** A JSON file beside the tests. */
export function readVectors<Vectors>(name: string): Vectors {
  return JSON.parse(
    readFileSync(join(projectRoot, "test/differential/vectors", name), "utf8"),
  ) as Vectors
}
