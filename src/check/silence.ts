import type { CheckSettings, Finding, Workspace } from "../model/index.ts"
import type { ReportRuleContext, Rule } from "../rule/define-rule.ts"
import type { EnabledRule } from "./enabled-rules.ts"
import { IgnoreIndex, type IgnoreQuestion } from "./ignores/ignore-index.ts"
import { createSuppressor, type Suppressor } from "./suppress.ts"

/** A finding about to be made. */
interface Question extends IgnoreQuestion {
  readonly fingerprint: string
}

/** All that keeps findings from counting: the configuration, comments and annotations, the baseline; it remembers what was needed. */
export class Silence {
  readonly #settings: CheckSettings
  readonly #configured: Suppressor
  readonly #ignores: IgnoreIndex
  readonly #known = new Set<string>()

  constructor({ files }: Workspace, settings: CheckSettings) {
    this.#settings = settings
    this.#configured = createSuppressor(settings.ignores)
    this.#ignores = new IgnoreIndex(settings.inlineIgnores ? files : [], settings.today ?? "")
  }

  /** Why a finding does not count; undefined when it does. */
  find(question: Question): Finding["suppressedBy"] {
    const { rule, path, fingerprint } = question
    const { baseline, inlineIgnores } = this.#settings
    const isKnown = baseline?.entries.has(fingerprint) === true
    if (isKnown) this.#known.add(fingerprint)
    return (
      this.#configured(rule, path) ??
      (inlineIgnores ? this.#ignores.find(question) : undefined) ??
      (isKnown ? { kind: "baseline" } : undefined)
    )
  }

  /** What rules about the report are told, once the other rules have run. */
  outcome(
    rules: readonly Rule[],
    enabled: readonly EnabledRule[],
  ): Omit<ReportRuleContext, "workspace" | "options"> {
    const { baseline, narrowed } = this.#settings
    const ran = new Set(enabled.map(({ rule }) => rule.id))
    const hasRun = (name: string): boolean =>
      !narrowed &&
      rules.every(
        ({ id, category }) => (name !== id && name !== category && name !== "*") || ran.has(id),
      )
    const stale = [...(baseline?.entries ?? [])].filter(
      ([fingerprint, { rule }]) => !this.#known.has(fingerprint) && hasRun(rule),
    )
    return {
      ignores: this.#ignores.judged(),
      stale: stale.flatMap(([, { rule, subject, range }]) =>
        baseline ? [{ rule, subject, range, document: baseline.document }] : [],
      ),
      names: new Set(rules.flatMap(({ id, category }) => [id, category])),
      hasRun,
    }
  }
}
