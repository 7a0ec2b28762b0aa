import type { YamlDocument, YamlSequence } from "../yaml/index.ts"
import { columnOf, type FieldPlace, isFlow, lineEnd, nextLine, placeOf } from "./field-place.ts"
import type { OffsetEdit } from "./offset-edit.ts"
import type { PlainChange } from "./plain-change.ts"
import { removeField } from "./remove-field.ts"

/** Moves the elements of a list to the end of the list beside it: lines stay lines, with the comments between them. */
export function joinList(
  document: YamlDocument,
  place: FieldPlace,
  { path, key }: PlainChange & { readonly op: "join" },
): readonly OffsetEdit[] | undefined {
  const { text } = document
  const target = placeOf(document, [...path.slice(0, -1), key])?.value
  const { value: list } = place
  const removal = removeField(text, place)
  if (list.kind !== "sequence" || target?.kind !== "sequence" || !removal) return undefined
  // An anchor or a tag would be gone with its list.
  if (list.anchor !== undefined || list.tag !== undefined) return undefined
  if (list.items.length === 0) return [removal]
  return [
    isFlow(text, target) ? inBrackets(text, target, list) : asLines(text, target, place),
    removal,
  ]
}

function inBrackets(text: string, target: YamlSequence, { items }: YamlSequence): OffsetEdit {
  const written = items.map(({ start, end }) => text.slice(start, end)).join(", ")
  const last = target.items.at(-1)
  const at = last?.end ?? target.start + 1
  return { start: at, end: at, newText: last ? `, ${written}` : written }
}

function asLines(text: string, target: YamlSequence, place: FieldPlace): OffsetEdit {
  const at = lineEnd(text, target.items.at(-1)?.end ?? target.end)
  const lines = linesOf(text, place, columnOf(text, target.start))
  return { start: at, end: at, newText: lines.map((line) => `\n${line}`).join("") }
}

/** The elements of the list at `place`, as they are written in a list at `column`. */
function linesOf(text: string, place: FieldPlace, column: number): readonly string[] {
  const space = " ".repeat(column)
  const { value } = place
  if (value.kind !== "sequence" || place.in !== "mapping") return []
  if (isFlow(text, value))
    return value.items.map(({ start, end }) => `${space}- ${text.slice(start, end)}`)
  const colon = text.indexOf(":", place.entry.key.end)
  const beside = text.slice(colon + 1, lineEnd(text, colon)).trim()
  const last = value.items.at(-1)?.end ?? value.end
  const lines = text.slice(nextLine(text, colon), lineEnd(text, last)).split(/\r?\n/u)
  const shift = column - columnOf(text, value.start)
  return [...(beside === "" ? [] : [space + beside]), ...lines.map((line) => shifted(line, shift))]
}

function shifted(line: string, shift: number): string {
  if (line.trim() === "") return ""
  if (shift >= 0) return " ".repeat(shift) + line
  return line.replace(new RegExp(`^ {0,${-shift}}`, "u"), "")
}
