import type { JsonValue, YamlDocument, YamlMapping } from "../yaml/index.ts"
import { columnOf, isFlow, lineEnd, parentOf } from "./field-place.ts"
import { listIndent } from "./list-indent.ts"
import type { OffsetEdit } from "./offset-edit.ts"
import type { PlainChange } from "./plain-change.ts"
import { blockValue, inlineValue } from "./write-value.ts"

/** Writes a field that its mapping does not have yet, after the last one that it has. */
export function addField(
  document: YamlDocument,
  { path, value }: PlainChange & { readonly op: "set" },
): OffsetEdit | undefined {
  const parent = parentOf(document, path)
  const key = path.at(-1)
  if (parent?.kind !== "mapping" || typeof key !== "string") return undefined
  const { text } = document
  const name = inlineValue(key)
  if (isFlow(text, parent)) return addToFlow(parent, `${name}: ${inlineValue(value)}`)
  const last = parent.entries.at(-1)
  if (!last) return undefined
  const column = columnOf(text, parent.start)
  const at = lineEnd(text, last.value.end)
  const newText = `\n${" ".repeat(column)}${name}:${fieldText(document, value, column)}`
  return { start: at, end: at, newText }
}

/** What follows the colon of a key that stands at `column`. */
export function fieldText(document: YamlDocument, value: JsonValue, column: number): string {
  if (Array.isArray(value) && value.length > 0) {
    const indent = column + listIndent(document)
    return `\n${" ".repeat(indent)}${blockValue(value, indent)}`
  }
  return blockValue({ k: value }, column).slice("k:".length)
}

function addToFlow({ start, entries }: YamlMapping, field: string): OffsetEdit {
  const last = entries.at(-1)
  if (!last) return { start: start + 1, end: start + 1, newText: field }
  return { start: last.value.end, end: last.value.end, newText: `, ${field}` }
}
