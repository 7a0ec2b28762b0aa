import { holdsRevisionStandIn, holdsStandIn, isEncryptedValue } from "../build/stand-in.ts"
import { isList, isObject, type JsonValue } from "../yaml/json.ts"

/** Whether a text is not all known: something is to be substituted in it, or stood in for. */
export function isOpen(text: string): boolean {
  return text.includes("${") || holdsStandIn(text)
}

/** Whether a text is a value that is not all known; one with a revision in it is, but for the revision. */
export function isOpenValue(text: string): boolean {
  return isOpen(text) || holdsRevisionStandIn(text)
}

/** Whether anything in a value, keys included, is not known. */
export function holdsUnseen(value: JsonValue | undefined): boolean {
  if (typeof value === "string") return isEncryptedValue(value) || isOpenValue(value)
  if (isList(value)) return value.some(holdsUnseen)
  if (!isObject(value)) return false
  return Object.entries(value).some(([key, field]) => isOpenValue(key) || holdsUnseen(field))
}

const selfPattern = /\bself\b(?:\.([A-Za-z_]\w*)(?!\w*\())?/gu

/** Whether a rule in CEL may have read something of its `self` that is not known. */
export function readsUnseen(rule: string, self: JsonValue | undefined): boolean {
  if (!holdsUnseen(self)) return false
  const fields = [...rule.matchAll(selfPattern)].map(([, field]) => field)
  // Names with "__" are escaped ones (`__dash__`).
  const isPlain = fields.every((field) => field !== undefined && !field.includes("__"))
  if (!isPlain || !isObject(self)) return true
  return fields.some((field) => field !== undefined && holdsUnseen(self[field]))
}
