import type { EncodedCall, WorkerReply } from "./messages.ts"

/** What a worker tells its pool. */
export interface WorkerEvents {
  /** It is ready, has answered a call, or has crashed within one. */
  receive(reply: WorkerReply): void
  /** It is gone, or can serve no more. */
  end(message: string): void
  /** There is no engine for any worker. */
  fail(error: unknown): void
}

/** One engine that answers call after call: in a thread, or as a program. */
export interface EngineWorker {
  /** Answers come in the order of the calls. */
  call(call: EncodedCall): void
  /** The process waits for it. */
  ref(): void
  unref(): void
  /** Kills it, whatever it does. */
  terminate(): Promise<unknown>
}

/** Starts an engine; it says itself when it is ready. */
export type SpawnWorker = (events: WorkerEvents) => EngineWorker
