import { spawn } from "node:child_process"

/** A run of git that answers within limits, or is killed. */
export interface GitRun {
  readonly args: readonly string[]
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly input?: string
  readonly maxBytes: number
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Asked now and then; once it is true, git is killed. */
  readonly isTooLarge?: () => boolean
}

/** What became of it. */
export type GitOutcome =
  | { readonly status: "ok"; readonly stdout: Buffer }
  | { readonly status: "failed"; readonly stderr: string }
  | { readonly status: "killed"; readonly why: "time" | "size" | "signal" }
  | { readonly status: "absent" }

const maxErrorBytes = 16 * 1024
const lookMs = 100

/** Runs git in a group of processes of its own, so that what it has started dies with it. */
export function runGitProcess(run: GitRun): Promise<GitOutcome> {
  const { args, folder, env, input = "", maxBytes, timeoutMs, signal, isTooLarge } = run
  return new Promise((settle) => {
    const child = spawn("git", args, {
      cwd: folder,
      env,
      stdio: "pipe",
      windowsHide: true,
      detached: process.platform !== "win32",
    })
    const output: Buffer[] = []
    let length = 0
    let stderr = ""
    let killed: "time" | "size" | "signal" | undefined
    const kill = (why: "time" | "size" | "signal"): void => {
      killed ??= why
      killGroup(child.pid)
    }
    const stop = (): void => kill("signal")
    const timer = setTimeout(() => kill("time"), timeoutMs)
    const look = setInterval(() => isTooLarge?.() === true && kill("size"), lookMs)
    const end = (outcome: GitOutcome): void => {
      clearTimeout(timer)
      clearInterval(look)
      signal?.removeEventListener("abort", stop)
      settle(killed === undefined ? outcome : { status: "killed", why: killed })
    }
    signal?.addEventListener("abort", stop)
    if (signal?.aborted === true) stop()
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length
      if (length > maxBytes) kill("size")
      else output.push(chunk)
    })
    child.stderr.on("data", (chunk: Buffer) => {
      if (stderr.length < maxErrorBytes) stderr += chunk.toString("latin1")
    })
    child.on("error", () => end({ status: "absent" }))
    child.on("close", (code) =>
      end(
        code === 0
          ? { status: "ok", stdout: Buffer.concat(output) }
          : { status: "failed", stderr: stderr.slice(0, maxErrorBytes) },
      ),
    )
    child.stdin.on("error", () => undefined)
    child.stdin.end(input)
  })
}

/** git, and the ssh or http helper that it has started. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL")
  } catch {
    // It has ended by itself.
  }
}
