import { Worker } from "node:worker_threads"
import type { EngineLimit } from "../../build/engine.ts"
import type { EncodedCall, WorkerReply, WorkerRequest } from "./messages.ts"

/** How many workers a pool has, and when it kills one. */
export interface PoolOptions {
  readonly worker: URL
  readonly concurrency: number
  readonly timeoutMs: number
  readonly module: () => Promise<WebAssembly.Module>
}

/** Answers in UTF-8 JSON, or why the worker was killed. */
export type PoolAnswer = Uint8Array | EngineLimit

interface Job {
  readonly call: EncodedCall
  /** What the call works on, in bytes: a guess at how long it will take. */
  readonly size: number
  /** Only an engine that has answered nothing yet may take it. */
  readonly wantsNewEngine?: boolean
  readonly settle: (answer: PoolAnswer) => void
  readonly fail: (error: unknown) => void
}

interface Member {
  readonly thread: Worker
  /** Trees and charts that this worker has been sent. */
  readonly known: Set<string>
  ready: boolean
  /** It has answered a call before: what it has kept since then takes memory. */
  used: boolean
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

/** Threads that each run one engine. The call with most to do is taken first, so that none is left to run alone at the end. */
export class WorkerPool {
  readonly #options: PoolOptions
  readonly #members = new Set<Member>()
  readonly #queue: Job[] = []
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Starts all workers: their threads while the module is still being compiled. */
  start(): void {
    while (!this.#closed && this.#members.size < this.#options.concurrency) {
      this.#members.add(this.#spawn())
      this.#hold()
    }
  }

  run(call: EncodedCall): Promise<PoolAnswer> {
    if (this.#closed) return Promise.reject(new Error("the engine is closed"))
    return new Promise((settle, fail) => {
      this.#enqueue({ call, size: sizeOf(call), settle, fail })
      this.start()
      this.#pump()
      this.#hold()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const error = new Error("the engine was closed during a call")
    for (const job of this.#queue.splice(0)) job.fail(error)
    const members = [...this.#members]
    for (const { job } of members) job?.fail(error)
    await Promise.all(members.map((member) => this.#remove(member)))
  }

  #spawn(): Member {
    const thread = new Worker(this.#options.worker, {
      env: {},
      argv: [],
      execArgv: [],
      stdin: false,
      resourceLimits: { stackSizeMb: 64 },
    })
    const member: Member = {
      thread,
      known: new Set(),
      ready: false,
      used: false,
      job: undefined,
      timer: undefined,
    }
    thread.on("message", (reply: WorkerReply) => this.#receive(member, reply))
    thread.on("error", (error) =>
      this.#lose(member, "crash", `the engine's thread failed: ${error.message}`),
    )
    thread.on("exit", () => this.#lose(member, "crash", "the engine's thread ended"))
    this.#options.module().then(
      (module) => post(thread, { type: "start", module }),
      (error: unknown) => this.#fail(member, error),
    )
    return member
  }

  /** Without its module no worker can serve: nobody is left to wait for. */
  #fail(member: Member, error: unknown): void {
    if (!this.#members.delete(member)) return
    void member.thread.terminate()
    for (const job of this.#queue.splice(0)) job.fail(error)
  }

  #receive(member: Member, reply: WorkerReply): void {
    if (reply.type === "crash") {
      this.#lose(member, reply.limit, reply.message)
      return
    }
    member.ready = true
    if (reply.type === "answer") {
      member.used = true
      release(member)?.settle(reply.answer)
      this.#hold()
    }
    this.#pump()
  }

  /** Keeps the process alive for calls that wait, and for no other reason. */
  #hold(): void {
    for (const { thread, job } of this.#members) {
      if (job !== undefined || this.#queue.length > 0) thread.ref()
      else thread.unref()
    }
  }

  /** Ends a worker that can serve no more, and puts a new one in its place. */
  #lose(member: Member, limit: EngineLimit["limit"], message: string): void {
    if (!this.#members.delete(member)) return
    const answer: EngineLimit = { status: "limit", limit, message }
    const job = release(member)
    void member.thread.terminate()
    // Whether the memory is enough must not depend on the calls before: a new engine has the last word.
    if (job !== undefined && limit === "memory" && member.used && !this.#closed) {
      this.#queue.unshift({ ...job, wantsNewEngine: true })
      this.start()
      this.#hold()
      return
    }
    job?.settle(answer)
    this.#hold()
    if (this.#closed) return
    if (!member.ready && job === undefined) {
      for (const waiting of this.#queue.splice(0)) waiting.settle(answer)
      return
    }
    this.start()
  }

  async #remove(member: Member): Promise<void> {
    this.#members.delete(member)
    clearTimeout(member.timer)
    await member.thread.terminate()
  }

  #enqueue(job: Job): void {
    const place = this.#queue.findIndex(({ size }) => size < job.size)
    this.#queue.splice(place === -1 ? this.#queue.length : place, 0, job)
  }

  #pump(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      const member = this.#choose(next)
      if (member === undefined) return
      this.#queue.shift()
      this.#assign(member, next)
    }
  }

  /** An idle worker, if possible one that has what the call needs. */
  #choose({ call, wantsNewEngine }: Job): Member | undefined {
    const idle = [...this.#members].filter(
      ({ ready, job, used }) => ready && job === undefined && !(wantsNewEngine && used),
    )
    return idle.find(({ known }) => call.attachments.every(({ key }) => known.has(key))) ?? idle[0]
  }

  #assign(member: Member, job: Job): void {
    member.job = job
    for (const { key } of job.call.attachments) member.known.add(key)
    member.timer = setTimeout(() => {
      const seconds = this.#options.timeoutMs / 1000
      this.#lose(member, "time", `the call took longer than ${seconds} s`)
    }, this.#options.timeoutMs)
    post(member.thread, { type: "call", call: job.call })
  }
}

/** Takes the job from a worker that has done with it. */
function release(member: Member): Job | undefined {
  const { job } = member
  clearTimeout(member.timer)
  member.job = undefined
  member.timer = undefined
  return job
}

function sizeOf({ attachments }: EncodedCall): number {
  return attachments.reduce((sum, { data }) => sum + data.byteLength, 0)
}

function post(thread: Worker, message: WorkerRequest): void {
  thread.postMessage(message)
}
