import type { EngineLimit } from "../../build/engine.ts"
import type { EngineWorker, SpawnWorker } from "./engine-worker.ts"
import type { EncodedCall, WorkerReply } from "./messages.ts"

/** How many workers a pool has, and when it kills one. */
export interface PoolOptions {
  readonly spawn: SpawnWorker
  readonly concurrency: number
  readonly timeoutMs: number
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
  readonly worker: EngineWorker
  /** Trees and charts that this worker has been sent. */
  readonly known: Set<string>
  ready: boolean
  /** It has answered a call before: what it has kept since then takes memory. */
  used: boolean
  job: Job | undefined
  /** Has been sent already: it need not wait for this one, which may be busy with another answer. */
  next: Job | undefined
  timer: NodeJS.Timeout | undefined
}

/** Workers that each run one engine. The call with most to do is taken first, so that none is left to run alone at the end. */
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
    for (const { job, next } of members) {
      job?.fail(error)
      next?.fail(error)
    }
    await Promise.all(members.map((member) => this.#remove(member)))
  }

  #spawn(): Member {
    const member: Member = {
      worker: this.#options.spawn({
        receive: (reply) => this.#receive(member, reply),
        end: (message) => this.#lose(member, "crash", message),
        fail: (error) => this.#fail(member, error),
      }),
      known: new Set(),
      ready: false,
      used: false,
      job: undefined,
      next: undefined,
      timer: undefined,
    }
    return member
  }

  /** Without an engine no worker can serve: nobody is left to wait for. */
  #fail(member: Member, error: unknown): void {
    if (!this.#members.delete(member)) return
    void member.worker.terminate()
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
      this.#watch(member)
      this.#hold()
    }
    this.#pump()
  }

  /** Keeps the process alive for calls that wait, and for no other reason. */
  #hold(): void {
    for (const { worker, job } of this.#members) {
      if (job !== undefined || this.#queue.length > 0) worker.ref()
      else worker.unref()
    }
  }

  /** Ends a worker that can serve no more, and puts a new one in its place. */
  #lose(member: Member, limit: EngineLimit["limit"], message: string): void {
    if (!this.#members.delete(member)) return
    const answer: EngineLimit = { status: "limit", limit, message }
    const waiting = member.job && member.next
    const job = release(member)
    void member.worker.terminate()
    if (waiting) this.#queue.unshift(waiting)
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
    await member.worker.terminate()
  }

  #enqueue(job: Job): void {
    const place = this.#queue.findIndex(({ size }) => size < job.size)
    this.#queue.splice(place === -1 ? this.#queue.length : place, 0, job)
  }

  #pump(): void {
    for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
      const member = this.#choose(next)
      if (member === undefined) break
      this.#queue.shift()
      this.#assign(member, next)
    }
    // Near the end each call is left to whoever is free first.
    while (this.#queue.length > 2 * this.#members.size) {
      const member = [...this.#members].find(({ job, next }) => job && !next)
      const job = this.#queue[0]
      if (member === undefined || job === undefined || job.wantsNewEngine) return
      this.#queue.shift()
      this.#assign(member, job)
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
    if (member.job) member.next = job
    else {
      member.job = job
      this.#watch(member)
    }
    for (const { key } of job.call.attachments) member.known.add(key)
    member.worker.call(job.call)
  }

  /** Gives the call that the worker begins its time. */
  #watch(member: Member): void {
    if (!member.job) return
    member.timer = setTimeout(() => {
      const seconds = this.#options.timeoutMs / 1000
      this.#lose(member, "time", `the call took longer than ${seconds} s`)
    }, this.#options.timeoutMs)
  }
}

/** Takes the job from a worker that has done with it and turns to the next one. */
function release(member: Member): Job | undefined {
  const { job } = member
  clearTimeout(member.timer)
  member.job = member.next
  member.next = undefined
  member.timer = undefined
  return job
}

function sizeOf({ attachments }: EncodedCall): number {
  return attachments.reduce((sum, { data }) => sum + data.byteLength, 0)
}
