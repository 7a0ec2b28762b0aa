/** A program that ended itself: Go does so after a fatal error. */
export class WasiExit extends Error {
  readonly code: number

  constructor(code: number) {
    super(`the engine ended with code ${code}`)
    this.code = code
  }
}

/** The system calls of a sandbox without files, environment or network, in which each call sees the same time and randomness. */
export interface Wasi {
  readonly imports: WebAssembly.ModuleImports
  /** To be called once the instance, and with it its memory, exists. */
  attach(memory: WebAssembly.Memory): void
  /** Restarts the source of randomness and forgets what was written. */
  reset(): void
  /** The start of what the program has written to its standard error. */
  errors(): string
}

const success = 0
const badDescriptor = 8
const unsupported = 52
/** 2026-01-01T00:00:00Z in nanoseconds: what the sandbox takes for the present. */
const frozenTime = 1_767_225_600_000_000_000n
/** The reason of a fatal error stands at its start; a trace of the stack follows. */
const maxErrors = 4096

/**
 * `node:wasi` of Node 20 corrupts the heap after large renders, so these are the few calls that Go's runtime makes,
 * written out. Everything that is not here answers "not supported".
 */
export function createWasi(monotonic: () => bigint): Wasi {
  let memory = new WebAssembly.Memory({ initial: 0 })
  let errors = ""
  let seed = 1
  const view = (): DataView => new DataView(memory.buffer)
  const bytes = (offset: number, length: number): Uint8Array =>
    new Uint8Array(memory.buffer, offset >>> 0, length)

  function random(offset: number, length: number): number {
    const target = bytes(offset, length)
    for (let i = 0; i < length; i++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      target[i] = seed >>> 24
    }
    return success
  }

  function write(descriptor: number, vectors: number, count: number, written: number): number {
    if (descriptor !== 1 && descriptor !== 2) return badDescriptor
    let total = 0
    for (let i = 0; i < count; i++) {
      const offset = view().getUint32(vectors + 8 * i, true)
      const length = view().getUint32(vectors + 8 * i + 4, true)
      if (descriptor === 2) {
        errors = (errors + new TextDecoder().decode(bytes(offset, length).slice())).slice(
          0,
          maxErrors,
        )
      }
      total += length
    }
    view().setUint32(written, total, true)
    return success
  }

  function clock(id: number, _precision: bigint, result: number): number {
    view().setBigUint64(result, id === 0 ? frozenTime : monotonic(), true)
    return success
  }

  const imports: WebAssembly.ModuleImports = {
    ...argumentCalls(view, bytes),
    clock_time_get: clock,
    random_get: random,
    fd_write: write,
    poll_oneoff: (_in: number, events: number, count: number, ready: number) =>
      answerPoll(view(), _in, events, count, ready),
    sched_yield: () => success,
    proc_exit: (code: number) => {
      throw new WasiExit(code)
    },
  }
  return {
    imports: new Proxy(imports, { get: (known, name: string) => known[name] ?? missingCall(name) }),
    attach: (attached) => {
      memory = attached
    },
    reset: () => {
      seed = 1
      errors = ""
    },
    errors: () => errors,
  }
}

/** One argument, the program's name, as Go's runtime needs; an empty environment. */
function argumentCalls(
  view: () => DataView,
  bytes: (offset: number, length: number) => Uint8Array,
): WebAssembly.ModuleImports {
  const name = new TextEncoder().encode("engine\0")
  const sizes = (count: number, size: number) => (countAt: number, sizeAt: number) => {
    view().setUint32(countAt, count, true)
    view().setUint32(sizeAt, size, true)
    return success
  }
  return {
    args_sizes_get: sizes(1, name.length),
    args_get: (pointers: number, buffer: number) => {
      view().setUint32(pointers, buffer, true)
      bytes(buffer, name.length).set(name)
      return success
    },
    environ_sizes_get: sizes(0, 0),
    environ_get: () => success,
  }
}

/** Every subscription is ready at once: a Go program that sleeps here spins until its monotonic clock is there. */
function answerPoll(
  view: DataView,
  subscriptions: number,
  events: number,
  count: number,
  ready: number,
): number {
  for (let i = 0; i < count; i++) {
    const subscription = subscriptions + 48 * i
    const event = events + 32 * i
    view.setBigUint64(event, view.getBigUint64(subscription, true), true)
    view.setUint16(event + 8, success, true)
    view.setUint8(event + 10, view.getUint8(subscription + 8))
  }
  view.setUint32(ready, count, true)
  return success
}

/** Descriptors lead nowhere: Go learns from `fd_prestat_get` that no folder is open. */
function missingCall(name: string): () => number {
  const result = name.startsWith("fd_") ? badDescriptor : unsupported
  return () => result
}
