/** A source of choices that a seed repeats. */
export interface Random {
  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number
  pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice
  /** True with a probability of one in `odds`. */
  oneIn(odds: number): boolean
  /** A new array of 0 to `most` results. */
  repeat<Result>(most: number, make: () => Result): readonly Result[]
}

/** Mulberry32: small, and good enough to vary test inputs. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit)
  }
  return {
    below,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    oneIn: (odds) => below(odds) === 0,
    repeat: (most, make) => Array.from({ length: below(most + 1) }, make),
  }
}
