import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { isAbsolute, join } from "node:path"
import { findArtifact } from "./artifact.ts"
import { systemOnly } from "./system-environment.ts"

/** What `sluice-engine` says of itself first (engine/cmd/native). */
export interface Greeting {
  readonly protocol: number
  /** The digest of the Go sources that it is made of: those of `engine/dist` have the same. */
  readonly sources: string
  readonly go: string
}

/** The form of messages that we speak. */
const protocol = 1
const startTimeoutMs = 10_000

/** A `sluice-engine` that was looked for, and what came of it. */
export type NativeProgram =
  | { readonly status: "usable"; readonly path: string; readonly greeting: Greeting }
  | { readonly status: "unusable"; readonly path: string; readonly reason: string }

/** Reads the greeting; undefined when it is none. */
export function readGreeting(text: string): Greeting | undefined {
  try {
    const { protocol, sources, go }: Partial<Greeting> = JSON.parse(text)
    const isWhole = typeof protocol === "number" && typeof sources === "string"
    return isWhole ? { protocol, sources, go: String(go) } : undefined
  } catch {
    return undefined
  }
}

/** Whether a program runs the very handlers of `engine/dist`. */
export function isOurs({ protocol: spoken, sources }: Greeting): boolean {
  return spoken === protocol && sources === findArtifact().sources
}

/**
 * Finds the native engine: the program that `SLUICE_ENGINE` names, else the package for this system, which npm installs
 * beside sluice. Undefined when there is none.
 */
export function findNativeProgram(
  environment: Readonly<Record<string, string | undefined>>,
): NativeProgram | undefined {
  const named = environment.SLUICE_ENGINE
  const path = named ? named : packagedProgram()
  return path === undefined ? undefined : judge(path)
}

function judge(path: string): NativeProgram {
  const unusable = (reason: string): NativeProgram => ({ status: "unusable", path, reason })
  if (!isAbsolute(path)) return unusable("its path is not absolute")
  if (!existsSync(path)) return unusable("it is not there")
  const { status, stdout } = spawnSync(path, ["--version"], {
    ...{ env: systemOnly(), cwd: tmpdir(), encoding: "utf8" },
    timeout: startTimeoutMs,
  })
  const greeting = status === 0 ? readGreeting(stdout) : undefined
  if (!greeting) return unusable("it does not start, or is no sluice-engine")
  if (!isOurs(greeting)) return unusable("it is made of other sources than this version of sluice")
  return { status: "usable", path, greeting }
}

function packagedProgram(): string | undefined {
  const { platform, arch } = process
  const program = platform === "win32" ? "sluice-engine.exe" : "sluice-engine"
  const find = createRequire(import.meta.url).resolve.paths("@sluice/engine") ?? []
  return find
    .map((folder) => join(folder, `@sluice/engine-${platform}-${arch}`, program))
    .find((path) => existsSync(path))
}
