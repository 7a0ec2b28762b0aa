import { enabledRules, isNamed } from "../../check/enabled-rules.ts"
import type { CheckSettings, OptionValue } from "../../model/index.ts"
import type { Rule } from "../../rule/define-rule.ts"
import type { JsonValue } from "../../yaml/json.ts"
import {
  byDefault,
  fileOrigin,
  flagOrigin,
  type Origin,
  type Origins,
  type Setting,
} from "./setting.ts"

/** Which rules run, as the checker itself decides it, how severe they are, and their options. */
export function ruleSettings(
  rules: readonly Rule[],
  settings: CheckSettings,
  origins: Origins,
): readonly Setting[] {
  const enabled = new Map(enabledRules(rules, settings).map((one) => [one.rule.id, one]))
  const ordered = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1))
  const preset: Setting = {
    key: ["rules", "extends"],
    value: settings.preset,
    origin: fileOrigin(origins, ["rules", "extends"]) ?? byDefault,
  }
  return [
    preset,
    ...ordered.flatMap((rule) => {
      const running = enabled.get(rule.id)
      const { origin, note } = whoDecides(rule, settings, origins)
      const level = running === undefined ? "off" : (running.severity ?? "on")
      const own = level === "on" ? `its own severity, usually ${rule.severity}` : undefined
      const notes = [own, note].filter((text) => text !== undefined).join("; ")
      const options = optionSettings(rule, settings, origins)
      const key = ["rules", rule.id, ...(options.length === 0 ? [] : ["severity"])]
      return [{ key, value: level, origin, ...(notes !== "" && { note: notes }) }, ...options]
    }),
  ]
}

interface Decision {
  readonly origin: Origin
  readonly note?: string
}

/** Who has the last word on whether a rule runs: the same order as in `enabledRules`. */
function whoDecides(rule: Rule, settings: CheckSettings, origins: Origins): Decision {
  const { flags } = origins
  const flag = (name: string): Decision => ({ origin: flagOrigin(flags, name) ?? byDefault })
  if (isNamed(rule, settings.skip)) return flag("skip")
  if (settings.only.includes(rule.id)) return flag("only")
  const told = levelOrigin(rule.id, origins)
  if (told && settings.rules.get(rule.id)?.severity === "off") return { origin: told }
  if (settings.only.length > 0) return flag("only")
  if (told) return { origin: told }
  const isStrict = !rule.presets.includes("recommended")
  return { origin: byDefault, ...(isStrict && { note: "only in `strict`" }) }
}

function levelOrigin(id: string, origins: Origins): Origin | undefined {
  const { flags } = origins
  const isTyped = flags.list("rule").some((text) => text.startsWith(`${id}=`))
  if (isTyped) return flagOrigin(flags, "rule")
  return fileOrigin(origins, ["rules", id, "severity"]) ?? fileOrigin(origins, ["rules", id])
}

function optionSettings(
  { id, options }: Rule,
  settings: CheckSettings,
  origins: Origins,
): readonly Setting[] {
  return Object.entries(options as Record<string, { readonly default: OptionValue }>).map(
    ([name, option]) => ({
      key: ["rules", id, name],
      value: (settings.rules.get(id)?.options[name] ?? option.default) as JsonValue, // all option values are JSON
      origin: fileOrigin(origins, ["rules", id, name]) ?? byDefault,
    }),
  )
}
