/** A seeded source of numbers from 0 to below 1 (mulberry32): the same seed gives the same documents everywhere. */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  /** Whether something that happens in `share` of all cases happens now. */
  chance(share: number): boolean {
    return this.next() < share
  }

  /** One of the characters of a text, or of the texts of a list. */
  pick(choices: string | readonly string[]): string {
    return choices[this.below(choices.length)] ?? ""
  }
}
