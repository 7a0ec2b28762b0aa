import { Worker } from "node:worker_threads"
import type { SpawnWorker } from "./engine-worker.ts"
import type { WorkerReply, WorkerRequest } from "./messages.ts"

/** What a thread runs. */
export interface WasmWorkerOptions {
  /** The bundled worker. */
  readonly worker: URL
  readonly module: () => Promise<WebAssembly.Module>
}

/** Engines in threads of this process: these start while the module is still being compiled. */
export function wasmWorkers({ worker, module }: WasmWorkerOptions): SpawnWorker {
  return (events) => {
    const thread = new Worker(worker, {
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      resourceLimits: { stackSizeMb: 64 },
    })
    const post = (message: WorkerRequest): void => thread.postMessage(message)
    thread.on("message", (reply: WorkerReply) => events.receive(reply))
    thread.on("error", (error) => events.end(`the engine's thread failed: ${error.message}`))
    thread.on("exit", () => events.end("the engine's thread ended"))
    module().then((compiled) => post({ type: "start", module: compiled }), events.fail)
    return {
      call: (call) => post({ type: "call", call }),
      ref: () => thread.ref(),
      unref: () => thread.unref(),
      terminate: () => thread.terminate(),
    }
  }
}
