import type { Phase } from "../build/host.ts"
import type { Timing } from "../report/report.ts"

/** Measures the stages of a run. */
export interface PhaseClock {
  phase(phase: Phase): void
  /** The times until now, in whole milliseconds. */
  read(): Timing
}

/** Starts to measure; `now` gives milliseconds. */
export function createPhaseClock(now: () => number): PhaseClock {
  const started = now()
  const phases = new Map<Phase, number>()
  let current: { readonly phase: Phase; readonly since: number } | undefined
  const endCurrent = (): void => {
    if (current) phases.set(current.phase, (phases.get(current.phase) ?? 0) + now() - current.since)
  }
  return {
    phase: (phase) => {
      endCurrent()
      current = { phase, since: now() }
    },
    read: () => {
      endCurrent()
      current = current && { ...current, since: now() }
      const rounded = [...phases].map(([phase, time]) => [phase, Math.round(time)] as const)
      return { totalMs: Math.round(now() - started), phases: Object.fromEntries(rounded) }
    },
  }
}
