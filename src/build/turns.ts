/** One unit's place in the line of those that have work for the engine. */
export interface Turn {
  /** Settles when the unit may begin; says whether it had to wait. Once it has begun it waits no more. */
  come(): Promise<boolean>
  /** The unit is finished, or never had anything to do. */
  end(): void
}

/** Lets so many units work at the same time. Of those that wait the one of the lowest rank is next. */
export class Turns {
  #free: number
  readonly #waiting: { readonly rank: number; begin(): void }[] = []

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  turn(rank: number): Turn {
    let hasBegun = false
    return {
      come: async () => {
        if (hasBegun) return false
        hasBegun = true
        return await this.#come(rank)
      },
      end: () => {
        if (hasBegun) this.#next()
        hasBegun = false
      },
    }
  }

  async #come(rank: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1
      return false
    }
    await new Promise<void>((begin) => {
      const behind = this.#waiting.findIndex((other) => other.rank > rank)
      const place = behind === -1 ? this.#waiting.length : behind
      this.#waiting.splice(place, 0, { rank, begin })
    })
    return true
  }

  #next(): void {
    const next = this.#waiting.shift()
    if (next) next.begin()
    else this.#free += 1
  }
}
