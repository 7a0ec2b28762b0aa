import type { YamlMapping } from "../yaml/index.ts"
import { columnOf, type FieldPlace, isFlow, lineEnd, lineStart, nextLine } from "./field-place.ts"
import type { OffsetEdit } from "./offset-edit.ts"

/** Takes a field out of its mapping: with its lines where it has lines of its own, else with its comma. */
export function removeField(text: string, place: FieldPlace): OffsetEdit | undefined {
  if (place.in !== "mapping") return undefined
  const { parent, index, entry } = place
  if (isFlow(text, parent)) return removeFromFlow(parent, index)
  const { start } = entry.key
  const { end } = place.value
  const next = parent.entries[index + 1]
  if (text.slice(lineStart(text, start), start).trim() === "" && parent.entries.length > 1) {
    return { start: lineStart(text, start), end: nextLine(text, end), newText: "" }
  }
  // The first field on the line of a dash: the next one takes its place.
  if (next) return { start, end: next.key.start, newText: "" }
  return emptied(text, parent)
}

function removeFromFlow({ entries }: YamlMapping, index: number): OffsetEdit | undefined {
  const [entry, next, previous] = [entries[index], entries[index + 1], entries[index - 1]]
  if (!entry) return undefined
  if (next) return { start: entry.key.start, end: next.key.start, newText: "" }
  const start = previous ? previous.value.end : entry.key.start
  return { start, end: entry.value.end, newText: "" }
}

/** A mapping without fields has to be written as one, or it would be null. */
function emptied(text: string, { start, end }: YamlMapping): OffsetEdit | undefined {
  const line = lineStart(text, start)
  const isIndented = line > 0 && columnOf(text, start) > 0 && text.slice(line, start).trim() === ""
  if (!isIndented) return { start, end, newText: "{}" }
  const before = text.slice(0, line).trimEnd().length
  // Only where the key stands on the line above: else a comment is in between.
  return lineEnd(text, before) === before || nextLine(text, before) === line
    ? { start: before, end, newText: " {}" }
    : undefined
}
