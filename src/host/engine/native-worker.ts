import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import type { Socket } from "node:net"
import { tmpdir } from "node:os"
import type { EngineWorker, SpawnWorker, WorkerEvents } from "./engine-worker.ts"
import { FrameReader, frameOf } from "./frames.ts"
import type { EncodedCall } from "./messages.ts"
import { type Greeting, readGreeting } from "./native-program.ts"
import { systemOnly } from "./system-environment.ts"

/** The exit status by which the program says that its memory was not enough (engine/cmd/native/memory.go). */
const outOfMemory = 86
/** Of what a crashing program says, the beginning names the reason; the rest is Go's stacks. */
const maxErrorText = 16 * 1024

/** Engines as programs of their own: the same handlers as in WebAssembly, run natively. */
export function nativeWorkers(path: string, isRight: (greeting: Greeting) => boolean): SpawnWorker {
  return (events) => new NativeWorker(path, isRight, events)
}

class NativeWorker implements EngineWorker {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #events: WorkerEvents
  readonly #reader = new FrameReader()
  readonly #awaited: ((message: Uint8Array<ArrayBuffer>) => void)[] = []
  readonly #ended: Promise<void>
  #turn: Promise<void> = Promise.resolve()
  #errors = ""

  constructor(path: string, isRight: (greeting: Greeting) => boolean, events: WorkerEvents) {
    this.#events = events
    // No environment, and no folder of the repository to stand in.
    this.#child = spawn(path, [], { env: systemOnly(), cwd: tmpdir(), stdio: "pipe" })
    const { stdin, stdout, stderr } = this.#child
    this.#ended = new Promise((resolve) => {
      this.#child.once("close", (status) => {
        this.#end(status)
        resolve()
      })
      this.#child.once("error", (error) => {
        events.fail(new Error(`\`${path}\` does not start: ${error.message}`, { cause: error }))
        resolve()
      })
    })
    // A program that is gone is reported by its end.
    stdin.on("error", () => {})
    stdout.on("data", (part: Buffer) => this.#read(part))
    stderr.on("data", (part: Buffer) => {
      if (this.#errors.length < maxErrorText) this.#errors += part.toString("utf8")
    })
    this.#awaited.push((message) => {
      const greeting = readGreeting(new TextDecoder().decode(message))
      if (greeting && isRight(greeting)) events.receive({ type: "ready" })
      else events.fail(new Error(`\`${path}\` is not the engine of this version of sluice`))
    })
  }

  call(call: EncodedCall): void {
    this.#turn = this.#turn.then(() => this.#answer(call))
  }

  ref(): void {
    this.#child.ref()
    for (const pipe of this.#pipes()) pipe.ref()
  }

  unref(): void {
    this.#child.unref()
    for (const pipe of this.#pipes()) pipe.unref()
  }

  async terminate(): Promise<void> {
    // Whoever waits for its end would be left waiting if nothing held the process until then.
    this.ref()
    this.#child.kill("SIGKILL")
    await this.#ended
  }

  /** When the program does not have the call's tree or chart, or no longer, it is sent that first. */
  async #answer({ name, request, blobs, attachments }: EncodedCall): Promise<void> {
    let answer = await this.#exchange(name, request, blobs)
    if (isMissing(answer)) {
      for (const { kind, request: content, data } of attachments)
        await this.#exchange(kind, content, [new Uint8Array(data)])
      answer = await this.#exchange(name, request, blobs)
    }
    this.#events.receive({ type: "answer", answer })
  }

  #exchange(
    name: string,
    request: string,
    blobs: readonly Uint8Array[],
  ): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve) => {
      this.#awaited.push(resolve)
      for (const part of frameOf(name, request, blobs)) this.#child.stdin.write(part)
    })
  }

  #read(part: Buffer): void {
    for (const message of this.#reader.read(part)) this.#awaited.shift()?.(message)
  }

  #end(status: number | null): void {
    if (status === outOfMemory)
      this.#events.receive({
        ...{ type: "crash", limit: "memory" },
        message: "the engine ran out of memory",
      })
    else this.#events.end(this.#reason(status))
  }

  #reason(status: number | null): string {
    if (/goroutine stack exceeds/u.test(this.#errors))
      return "the engine's call stack overflowed: endless recursion"
    const reason = /^(?:fatal error|panic|runtime): .*$/mu.exec(this.#errors)?.[0]
    return `the engine crashed: ${reason ?? `its program ended with status ${status}`}`
  }

  /** Pipes of a child are sockets in Node, and keep the process alive by themselves. */
  #pipes(): readonly Socket[] {
    const { stdin, stdout, stderr } = this.#child
    return [stdin, stdout, stderr] as Socket[]
  }
}

const missing = new TextEncoder().encode('{"status":"missing"')

function isMissing(message: Uint8Array): boolean {
  return missing.every((byte, index) => message[index] === byte)
}
