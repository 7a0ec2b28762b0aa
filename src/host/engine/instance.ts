import { createWasi, type Wasi, WasiExit } from "./wasi.ts"

/** A running engine: it answers one request after another. */
export interface EngineInstance {
  readonly exports: WebAssembly.Exports
  /** Sends a head and its blobs, gives the answer as JSON text in UTF-8. Throws {@link EngineCrash} and is then unusable. */
  call(head: string, blobs: readonly Uint8Array[]): Uint8Array<ArrayBuffer>
}

/** The engine ended within a call. */
export class EngineCrash extends Error {
  readonly limit: "memory" | "crash"

  constructor(limit: "memory" | "crash", message: string, options?: ErrorOptions) {
    super(message, options)
    this.limit = limit
  }
}

interface EngineExports {
  readonly memory: WebAssembly.Memory
  /** Absent from a snapshot: it starts where Go's own start has ended. */
  readonly _initialize?: () => void
  readonly sluice_buffer: (size: number) => number
  readonly sluice_call: () => number
  readonly sluice_answer: () => number
}

/** Starts an engine; `clock` is its monotonic time in nanoseconds. */
export function startInstance(module: WebAssembly.Module, clock: () => bigint): EngineInstance {
  const wasi = createWasi(clock)
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports })
  // The module is our own; its exports are those of engine/cmd/wasm.
  const exports = instance.exports as unknown as EngineExports
  wasi.attach(exports.memory)
  exports._initialize?.()
  return {
    exports: instance.exports,
    call: (head, blobs) => {
      try {
        wasi.reset()
        return exchange(exports, frame(head, blobs))
      } catch (error) {
        throw asCrash(error, wasi)
      }
    },
  }
}

function exchange(exports: EngineExports, request: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = request.reduce((sum, part) => sum + part.length, 0)
  let offset = exports.sluice_buffer(size) >>> 0
  const memory = new Uint8Array(exports.memory.buffer)
  for (const part of request) {
    memory.set(part, offset)
    offset += part.length
  }
  const length = exports.sluice_call()
  const answer = exports.sluice_answer() >>> 0
  return new Uint8Array(exports.memory.buffer, answer, length).slice()
}

/** The length of the head (32 bits, little endian), the head, the blobs. */
function frame(head: string, blobs: readonly Uint8Array[]): readonly Uint8Array[] {
  const encoded = new TextEncoder().encode(head)
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, encoded.length, true)
  return [length, encoded, ...blobs]
}

function asCrash(error: unknown, wasi: Wasi): EngineCrash {
  const report = wasi.errors()
  const cause = { cause: error }
  if (/out of memory|cannot allocate|memory limit/u.test(report)) {
    return new EngineCrash("memory", "the engine ran out of memory", cause)
  }
  if (error instanceof RangeError) {
    return new EngineCrash("crash", "the engine's call stack overflowed: endless recursion", cause)
  }
  const reason = report.match(/^(?:fatal error|panic|runtime): .*$/mu)?.[0]
  const fallback =
    error instanceof WasiExit || error instanceof Error ? error.message : String(error)
  return new EngineCrash("crash", `the engine crashed: ${reason ?? fallback}`, cause)
}
