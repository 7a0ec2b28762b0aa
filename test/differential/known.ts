import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import type { Comparison } from "./compare.ts"
import { extent } from "./extent.ts"
import { projectRoot } from "./places.ts"

/** What the engine is compared with: Flux's packages, or a program. */
export type Against =
  | ("flux" | "helm-controller" | "flux-edges" | "kustomize" | "helm-3" | "helm-4")
  | ("apiserver" | "kubeconform" | "backend-helm-3" | "backend-helm-4")

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

const mostLines = 12

/** Collects the differences that tests find, and tells those apart that known-differences.yaml gives a reason for. */
export class DifferenceLog {
  readonly #seen = new Set<string>()
  readonly #subjects = new Set<string>()
  readonly #unexplained: string[] = []
  readonly #against: Against
  readonly #entries: readonly KnownDifference[]

  constructor(against: Against) {
    this.#against = against
    this.#entries = known.differences.filter((entry) => entry.against === against)
  }

  /** Notes the comparison of one subject: its lines of difference, none where both sides are the same. */
  add(subject: string, lines: readonly string[]): void {
    this.#subjects.add(subject)
    const others = lines.filter((line) => !this.#explains(subject, line))
    const shown = others.slice(0, mostLines).map((line) => `${subject}: ${line}`)
    if (others.length > mostLines) shown.push(`… and ${others.length - mostLines} more`)
    this.#unexplained.push(...shown)
  }

  #explains(subject: string, line: string): boolean {
    const entry = this.#entries.find(
      ({ subjects, lines }) => subjects.includes(subject) && new RegExp(lines, "s").test(line),
    )
    if (entry !== undefined) this.#seen.add(nameOf(entry, subject))
    return entry !== undefined
  }

  /** How many subjects have been compared. */
  get compared(): number {
    return this.#subjects.size
  }

  /** Differences that no entry gives a reason for. */
  get unexplained(): readonly string[] {
    return this.#unexplained
  }

  /** Entries whose difference did not occur: they are to be deleted. */
  get stale(): readonly string[] {
    return this.#entries
      .filter(({ sometimes }) => sometimes !== true)
      .flatMap((entry) =>
        entry.subjects
          .filter((subject) => extent === "all" || this.#subjects.has(subject))
          .map((subject) => nameOf(entry, subject)),
      )
      .filter((name) => !this.#seen.has(name))
  }

  /** How many subjects were compared: for the log of a test run. */
  toString(): string {
    return `${this.#against}: ${this.compared} results compared`
  }
}

function nameOf({ lines }: KnownDifference, subject: string): string {
  return `${subject}: ${lines}`
}

/** How a chart's objects are compared: Helm draws the order of some charts' objects at random. */
export function comparisonOf(chart: string): Comparison {
  return {
    order: known.unordered.some(({ charts }) => charts.includes(chart)) ? "kinds" : "objects",
  }
}
