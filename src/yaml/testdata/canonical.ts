import { parseYaml } from "../parse-yaml.ts"
import type { YamlDialect } from "../resolve-scalar.ts"
import { resolveDocument } from "../to-json.ts"

/** What a reader answers that takes no value from a document. */
export const refused = '"refused"'

/** A JSON text with sorted keys, in which −0 is not 0: equal texts are equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(sortKeys(value))
}

function sortKeys(value: unknown): unknown {
  if (Object.is(value, -0)) return "-0"
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== "object" || value === null) return value
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, child]) => [key, sortKeys(child)])
}

/** The first document of a text as we read it. Text after its value is an error to us, but not to Go's readers. */
export function readCanonical(text: string, dialect: YamlDialect): string {
  const [document] = parseYaml(text).documents
  if (document === undefined) return "null"
  const { value, errors } = resolveDocument(document, dialect)
  const isUnread = document.errors.some(
    ({ message }) => !message.startsWith("this stands after the"),
  )
  const isRefused = errors.length > 0 || (document.root === undefined && isUnread)
  return isRefused ? refused : canonical(value ?? null)
}
