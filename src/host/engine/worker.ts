import { parentPort } from "node:worker_threads"
import { EngineCrash, type EngineInstance, startInstance } from "./instance.ts"
import { loadModule } from "./load-module.ts"
import type { EncodedCall, WorkerReply, WorkerRequest } from "./messages.ts"

/** The engine's snapshot was taken within its first seconds, and time must not go back. */
const snapshotTime = 60_000_000_000n

function monotonicTime(): bigint {
  return snapshotTime + process.hrtime.bigint()
}

/** The thread in which an engine runs: it can be killed when a call takes too long. */
function serve(port: NonNullable<typeof parentPort>): void {
  let instance: EngineInstance | undefined
  const reply = (message: WorkerReply): void => {
    port.postMessage(message, message.type === "answer" ? [message.answer.buffer] : [])
  }
  port.on("message", (message: WorkerRequest) => {
    try {
      if (message.type === "load") {
        const { module, keep } = loadModule(message.source)
        reply({ type: "loaded", module })
        keep()
        port.close()
      } else if (message.type === "start") {
        instance = startInstance(message.module, monotonicTime)
        reply({ type: "ready" })
      } else if (instance !== undefined) {
        reply({ type: "answer", answer: answer(instance, message.call) })
      }
    } catch (error) {
      const limit = error instanceof EngineCrash ? error.limit : "crash"
      reply({
        type: "crash",
        limit,
        message: error instanceof Error ? error.message : String(error),
      })
    }
  })
}

/** Sends a call; when the engine does not have its tree or chart, or no longer, sends that first. */
function answer(instance: EngineInstance, call: EncodedCall): Uint8Array<ArrayBuffer> {
  const first = exchange(instance, call.name, call.request, call.blobs)
  if (!isMissing(first)) return first
  for (const { kind, request, data } of call.attachments) {
    exchange(instance, kind, request, [new Uint8Array(data)])
  }
  return exchange(instance, call.name, call.request, call.blobs)
}

function exchange(
  instance: EngineInstance,
  name: string,
  request: string,
  blobs: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const sizes = JSON.stringify(blobs.map((blob) => blob.length))
  return instance.call(`{"call":"${name}","request":${request},"blobs":${sizes}}`, blobs)
}

const missing = new TextEncoder().encode('{"status":"missing"')

function isMissing(message: Uint8Array): boolean {
  return missing.every((byte, index) => message[index] === byte)
}

if (parentPort !== null) serve(parentPort)
