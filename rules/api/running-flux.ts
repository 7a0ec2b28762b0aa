import type { Cluster } from "#rule"
import { minorOf } from "./served-versions.ts"

/** The Flux that reads a cluster's objects. */
export interface RunningFlux {
  /** The minor of Flux 2; undefined where the table of versions does not reach. */
  readonly minor: number | undefined
  /** Nobody says which one runs. */
  readonly isGuess: boolean
}

/** Which Flux runs in a cluster, as its target says. */
export function runningFlux({ target }: Cluster): RunningFlux {
  return { minor: minorOf(target.flux), isGuess: target.fluxAssumed === true }
}
