import type { Fix, LogicalLocation } from "../model/index.ts"
import { type JsonValue, valueAt } from "../yaml/json.ts"

/**
 * Gives the field at a place another value; undefined where something else is written there: a variable, or a patch that
 * makes the value.
 */
export function replaceFix(
  at: LogicalLocation,
  from: JsonValue,
  to: JsonValue,
  applicability: Fix["applicability"] = "safe",
): Fix | undefined {
  if (valueAt(at.document.content, at.path) !== from) return undefined
  const { span: _, ...place } = at
  return {
    title: `Write \`${String(to)}\``,
    applicability,
    changes: [{ op: "set", at: place, value: to }],
  }
}
