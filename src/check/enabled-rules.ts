import type { CheckSettings, OptionValue, RuleSetting, Severity } from "../model/index.ts"
import type { OptionSpec, Rule } from "../rule/define-rule.ts"

/** A rule that runs, with the severity and the options that the user has set. */
export interface EnabledRule {
  readonly rule: Rule
  /** Replaces the severity of its findings. */
  readonly severity: Severity | undefined
  readonly options: Readonly<Record<string, OptionValue>>
}

/** The settings of a run without configuration and without flags. */
export const defaultSettings: CheckSettings = {
  preset: "recommended",
  rules: new Map(),
  only: [],
  skip: [],
  ignores: [],
  inlineIgnores: true,
  narrowed: false,
  paths: [],
}

/** The rules that run under `settings`, in the order given. */
export function enabledRules(
  rules: readonly Rule[],
  settings: CheckSettings,
): readonly EnabledRule[] {
  return rules
    .filter((rule) => isEnabled(rule, settings))
    .map((rule) => {
      const setting = settings.rules.get(rule.id)
      return { rule, severity: severityOf(setting), options: optionsOf(rule.options, setting) }
    })
}

/** Whether one of `names` is the rule's id or its category. */
export function isNamed(
  rule: { readonly id: string; readonly category: string },
  names: readonly string[],
): boolean {
  return names.includes(rule.id) || names.includes(rule.category)
}

function isEnabled(rule: Rule, settings: CheckSettings): boolean {
  if (isNamed(rule, settings.skip)) return false
  // Naming a rule says that it is wanted, whatever the file says; naming its category does not.
  if (settings.only.includes(rule.id)) return true
  const severity = settings.rules.get(rule.id)?.severity
  if (severity === "off") return false
  if (settings.only.length > 0) return settings.only.includes(rule.category)
  return severity !== undefined || isInPreset(rule, settings.preset)
}

function isInPreset(rule: Rule, preset: CheckSettings["preset"]): boolean {
  return rule.presets.includes("recommended") || rule.presets.includes(preset)
}

function severityOf(setting: RuleSetting | undefined): Severity | undefined {
  const severity = setting?.severity
  return severity === "off" || severity === "on" ? undefined : severity
}

function optionsOf(
  spec: OptionSpec,
  setting: RuleSetting | undefined,
): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(spec).map(([name, option]) => [name, setting?.options[name] ?? option.default]),
  )
}
