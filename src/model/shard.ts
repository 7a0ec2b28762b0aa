/** One of several runs that share a report: `--shard 2/4`. */
export interface Shard {
  /** From 1 on. */
  readonly index: number
  readonly count: number
}

/** Which of `count` shares something belongs to, from 1 on: the same in every run, whatever else there is. */
export function shareNumber(
  identity: readonly string[],
  count: number,
  digest: (content: string) => string,
): number {
  return (Number.parseInt(digest(JSON.stringify(identity)).slice(0, 8), 16) % count) + 1
}
