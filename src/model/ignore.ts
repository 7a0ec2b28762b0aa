import type { Range } from "../text/position.ts"
import type { Document } from "./document.ts"

/** A comment that asks not to hear of findings: `# sluice: ignore[ks-suspend-left] until=2027-01-31 until the database has moved`. */
export interface IgnoreComment {
  readonly path: string
  /** Rule ids or categories, or `*`. */
  readonly rules: readonly string[]
  /** The last day on which it counts: `2027-01-31`. */
  readonly until?: string
  readonly reason?: string
  /** The lines that it covers, from 0, the last one included. */
  readonly lines: { readonly first: number; readonly last: number }
  /** From `sluice:` to the closing bracket. */
  readonly range: Range
}

/** A comment, and whether it was needed. */
export interface JudgedIgnore {
  readonly comment: IgnoreComment
  /** Its day has passed: it counts no longer. */
  readonly expired: boolean
  /** The names in it that have silenced a finding. */
  readonly used: ReadonlySet<string>
}

/** An entry of a baseline whose finding is gone. */
export interface StaleEntry {
  readonly rule: string
  /** `Kustomization flux-system/apps`, or the path of a file. */
  readonly subject: string
  readonly document: Document
  readonly range: Range
}

/** Findings that were there when sluice was adopted: they are not reported. */
export interface Baseline {
  /** Relative to the checked root where it lies there, else absolute. */
  readonly path: string
  readonly document: Document
  /** By fingerprint. */
  readonly entries: ReadonlyMap<string, BaselineEntry>
}

/** A finding of a baseline. */
export interface BaselineEntry {
  readonly rule: string
  /** `Kustomization flux-system/apps`, or the path of a file. */
  readonly subject: string
  readonly range: Range
}
