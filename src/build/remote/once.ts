/** Does the work of a key once. */
export type Once<Result> = (key: string, work: () => Promise<Result>) => Promise<Result>

/** Remembers the result of each key; with `whileRunning` only until it is there: for what is too large to be kept. */
export function once<Result>({
  whileRunning = false,
}: {
  readonly whileRunning?: boolean
} = {}): Once<Result> {
  const known = new Map<string, Promise<Result>>()
  return (key, work) => {
    const before = known.get(key)
    if (before) return before
    const running = whileRunning ? work().finally(() => known.delete(key)) : work()
    known.set(key, running)
    return running
  }
}
