import type { Severity } from "./finding.ts"
import type { Baseline } from "./ignore.ts"

/** A value of a rule's option. */
export type OptionValue = string | number | boolean | readonly string[]

/** What a configuration says about one rule. */
export interface RuleSetting {
  /** Replaces the severity of all findings of the rule; `on` keeps the rule's own. */
  readonly severity: Severity | "off" | "on"
  /** Values of the rule's declared options; the others keep their defaults. */
  readonly options: Readonly<Record<string, OptionValue>>
}

/** Findings that the user does not want to hear of. */
export interface IgnoreEntry {
  /** Globs, relative to the checked root. */
  readonly paths: readonly string[]
  /** Rule ids or categories, or `*`. */
  readonly rules: readonly string[]
  readonly reason?: string
}

/** Which rules run, and how their findings are judged. */
export interface CheckSettings {
  readonly preset: "recommended" | "strict"
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Rule ids or categories: only these run, when there are any. */
  readonly only: readonly string[]
  /** Rule ids or categories that do not run. */
  readonly skip: readonly string[]
  readonly ignores: readonly IgnoreEntry[]
  /** Whether comments and annotations may silence findings. */
  readonly inlineIgnores: boolean
  /** The day on which the ignores are judged: `2027-01-31`. None has expired when it is not known. */
  readonly today?: string
  readonly baseline?: Baseline
  /** Only some clusters are looked at: that an ignore was not needed proves nothing. */
  readonly narrowed: boolean
  /** Folders and files whose findings are reported; all when empty. */
  readonly paths: readonly string[]
}
