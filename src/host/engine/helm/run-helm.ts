import { spawn } from "node:child_process"
import { join } from "node:path"
import { systemOnly } from "../system-environment.ts"

/** What came of a program. */
export interface HelmOutput {
  /** Undefined when it was killed. */
  readonly status: number | undefined
  readonly killedFor?: "time" | "output"
  readonly stdout: Uint8Array
  readonly stderr: string
}

/** How a program is run. */
export interface HelmRun {
  readonly path: string
  readonly arguments: readonly string[]
  /** A private folder: Helm finds its own files there, and there are none. */
  readonly folder: string
  readonly timeoutMs: number
  readonly maxOutput: number
  readonly signal: AbortSignal
}

/** A port that nobody listens on: what a chart's schema would fetch through this proxy fails at once. */
const nowhere = "http://127.0.0.1:9"
const maxErrorText = 1024 * 1024

/** Runs `helm` with nothing of the user's: no plugins, repositories, registries, clusters, credentials, and no network. */
export function runHelm(run: HelmRun): Promise<HelmOutput> {
  const child = spawn(run.path, [...run.arguments], {
    cwd: run.folder,
    env: environmentIn(run.folder),
    stdio: ["ignore", "pipe", "pipe"],
  })
  const parts: Buffer[] = []
  let length = 0
  let stderr = ""
  let killedFor: HelmOutput["killedFor"]
  const kill = (reason?: "time" | "output"): void => {
    killedFor ??= reason
    child.kill("SIGKILL")
  }
  const timer = setTimeout(() => kill("time"), run.timeoutMs)
  const stop = (): void => kill()
  run.signal.addEventListener("abort", stop)
  child.stdout.on("data", (part: Buffer) => {
    length += part.length
    if (length > run.maxOutput) kill("output")
    else parts.push(part)
  })
  child.stderr.on("data", (part: Buffer) => {
    if (stderr.length < maxErrorText) stderr += part.toString("utf8")
  })
  return new Promise<HelmOutput>((settle, fail) => {
    child.once("error", fail)
    child.once("close", (status) => {
      settle({
        status: killedFor === undefined ? (status ?? undefined) : undefined,
        ...(killedFor && { killedFor }),
        stdout: Buffer.concat(parts),
        stderr,
      })
    })
  }).finally(() => {
    clearTimeout(timer)
    run.signal.removeEventListener("abort", stop)
  })
}

function environmentIn(folder: string): Record<string, string> {
  const inFolder = (name: string): string => join(folder, name)
  return {
    ...systemOnly(),
    ...{ HOME: folder, USERPROFILE: folder, TMPDIR: folder, TEMP: folder, TMP: folder },
    HELM_CACHE_HOME: inFolder("cache"),
    HELM_CONFIG_HOME: inFolder("config"),
    HELM_DATA_HOME: inFolder("data"),
    HELM_PLUGINS: inFolder("plugins"),
    HELM_REPOSITORY_CONFIG: inFolder("repositories.yaml"),
    HELM_REPOSITORY_CACHE: inFolder("repositories"),
    HELM_REGISTRY_CONFIG: inFolder("registry.json"),
    DOCKER_CONFIG: inFolder("docker"),
    KUBECONFIG: inFolder("kubeconfig"),
    ...{ HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_PROXY: "" },
    // Go's garbage collector begins to work hard here; it is no limit.
    GOMEMLIMIT: "512MiB",
  }
}
