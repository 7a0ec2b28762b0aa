import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import type { Comparison } from "./compare.ts"
import { projectRoot } from "./places.ts"
import { Recorded } from "./recorded.ts"

/** What the engine is compared with: Flux's packages, or a program. */
export type Against = "flux" | "helm-controller" | "flux-edges" | "kustomize" | "helm-3" | "helm-4"

interface KnownDifference {
  readonly against: Against
  /** Why the two differ, and why the engine is right. */
  readonly reason: string
  /** What the lines of the difference have in common; each line of a subject must match it. */
  readonly lines: string
  /** The difference occurs in some runs only, since the other side draws an order at random. */
  readonly sometimes?: boolean
  readonly subjects: readonly string[]
}

interface RandomValue {
  /** How the chart comes by the value. */
  readonly reason: string
  /** A pattern for `<template>: <path of the field>`. */
  readonly field: string
  /** The part of the field's text that is random; all of it unless told. */
  readonly text?: string
  readonly charts: readonly string[]
}

interface KnownFile {
  readonly differences: readonly KnownDifference[]
  readonly random: readonly RandomValue[]
  readonly unordered: readonly { readonly reason: string; readonly charts: readonly string[] }[]
}

const file = join(projectRoot, "test/differential/known-differences.yaml")

/** The file of known differences, as it stands. */
export const known: KnownFile = parse(readFileSync(file, "utf8")) as KnownFile

/** A result to compare. */
export interface Comparable {
  readonly subject: string
  /** All that the result depends on, or its digest. */
  readonly input: string
  /** The engine's result as text, the same for results that count as the same. */
  readonly result: string
  /** Asks the other side, and gives the lines of difference. */
  readonly ask: () => Promise<readonly string[]>
}

/** Collects the differences that tests find, and tells those apart that known-differences.yaml gives a reason for. */
export class DifferenceLog {
  readonly #seen = new Set<string>()
  readonly #unexplained: string[] = []
  #compared = 0
  #confirmed = 0
  readonly #against: Against
  readonly #recorded: Recorded

  /** `oracle` is the version of what the engine is compared with. */
  constructor(against: Against, oracle: string) {
    this.#against = against
    this.#recorded = new Recorded(against, oracle)
  }

  /** Compares one result, unless it has been confirmed before. */
  async settle({ subject, input, result, ask }: Comparable): Promise<void> {
    const question = `${subject}\0${input}`
    if (this.#recorded.isConfirmed(question, result)) {
      this.#compared++
      this.#confirmed++
      return
    }
    const lines = await ask()
    if (lines.length === 0) this.#recorded.confirm(question, result)
    this.add(subject, lines)
  }

  /** Ends the comparison, and says how many subjects it had: for the log of a test run. */
  finish(): string {
    this.#recorded.save()
    return `${this.#against}: ${this.#compared} results compared, ${this.#confirmed} of them by their record`
  }

  /** Notes the comparison of one subject: its lines of difference, none where both sides are the same. */
  add(subject: string, lines: readonly string[]): void {
    this.#compared++
    if (lines.length === 0) return
    const entry = known.differences.find(
      ({ against, subjects }) => against === this.#against && subjects.includes(subject),
    )
    if (entry === undefined) {
      this.#unexplained.push(...lines.map((line) => `${subject}: ${line}`))
      return
    }
    this.#seen.add(subject)
    const pattern = new RegExp(entry.lines, "s")
    const others = lines.filter((line) => !pattern.test(line) && !line.startsWith("… and "))
    this.#unexplained.push(...others.map((line) => `${subject}: ${line}`))
  }

  /** How many subjects have been compared. */
  get compared(): number {
    return this.#compared
  }

  /** Differences that no entry gives a reason for. */
  get unexplained(): readonly string[] {
    return this.#unexplained
  }

  /** Entries whose difference did not occur: they are to be deleted. */
  get stale(): readonly string[] {
    return known.differences
      .filter(({ against, sometimes }) => against === this.#against && sometimes !== true)
      .flatMap(({ subjects }) => subjects)
      .filter((subject) => !this.#seen.has(subject))
  }
}

/** How a chart's objects are compared: Helm draws the order of some charts' objects at random. */
export function comparisonOf(chart: string): Comparison {
  return {
    order: known.unordered.some(({ charts }) => charts.includes(chart)) ? "kinds" : "objects",
  }
}
