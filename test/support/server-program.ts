import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { connect } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { listen } from "../../src/host/fetch/testdata/server.ts"
import { reasonToSkip } from "./required.ts"

/** A program that serves on a port of loopback, until it is stopped. */
export interface ServerProgram {
  readonly port: number
  /** Settles when it has ended: what it has written may be removed then. */
  stop(): Promise<void>
}

/** Where `node scripts/build-oracles.mjs` puts a program of `test/servers`, and whether it is there: that it is not is said aloud. */
export function builtServer(name: string): { readonly path: string; readonly isThere: boolean } {
  const path = fileURLToPath(new URL(`../../.tools/servers/${name}`, import.meta.url))
  const isThere = existsSync(path)
  if (!isThere) {
    const reason = `no server \`${name}\`; \`node scripts/build-oracles.mjs\` builds it`
    process.stderr.write(`SKIPPED: ${reasonToSkip(reason)}.\n`)
  }
  return { path, isThere }
}

/** How a program is started as a server. */
export interface ServerStart {
  /** For a port that is free; files that name it may be written before. */
  arguments(port: number): readonly string[]
  /** The environment of the test, unless told. */
  readonly environment?: Readonly<Record<string, string>>
  /** Whether it answers as it should: it takes connections, unless told. A rejection is a no. */
  isReady?(port: number): Promise<boolean>
}

const patienceMs = 60_000
/** Somebody else may take a port between its choice and its use. */
const maxStarts = 3
const maxErrorText = 4_000

/** Starts a program and waits until it serves. One that ends instead is started on another port, and in the end quoted. */
export async function startServerProgram(
  program: string,
  start: ServerStart,
): Promise<ServerProgram> {
  let said = ""
  for (let tried = 0; tried < maxStarts; tried++) {
    const port = await freePort()
    const child = spawn(program, [...start.arguments(port)], {
      stdio: ["ignore", "ignore", "pipe"],
      ...(start.environment && { env: start.environment }),
    })
    const error = new Promise<string>((settle) =>
      child.on("error", ({ message }) => settle(message)),
    )
    said = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = `${said}${text}`.slice(-maxErrorText)
    })
    const isServing = await Promise.race([
      untilReady(() => (start.isReady ?? takesConnections)(port), child),
      error.then((message) => {
        throw new Error(`${program} does not start: ${message}`)
      }),
    ])
    if (isServing) return { port, stop: () => stop(child) }
    await stop(child)
  }
  throw new Error(`${program} does not serve: ${said.trim() || "it says nothing"}`)
}

/** False when it ends, or takes too long. */
async function untilReady(isReady: () => Promise<boolean>, child: ChildProcess): Promise<boolean> {
  const last = performance.now() + patienceMs
  while (!hasEnded(child) && performance.now() < last) {
    // Another program may have the port: who answers has to be this one, and alive.
    if ((await isReady().catch(() => false)) && !hasEnded(child)) return true
    await pause(50)
  }
  return false
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, "exit")
  child.kill()
  await ended
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

async function freePort(): Promise<number> {
  const { port, close } = await listen(() => {})
  await close()
  return port
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, "127.0.0.1")
    socket.on("connect", () => settle(true)).on("error", () => settle(false))
    socket.on("connect", () => socket.destroy())
  })
}
