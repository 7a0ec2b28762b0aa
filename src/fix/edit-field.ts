import { dereference, type JsonValue, type YamlDocument, type YamlNode } from "../yaml/index.ts"
import { addField, fieldText } from "./add-field.ts"
import { columnOf, type FieldPlace, isFlow, lineStart, placeOf } from "./field-place.ts"
import { joinList } from "./join-list.ts"
import type { OffsetEdit } from "./offset-edit.ts"
import type { PlainChange } from "./plain-change.ts"
import { removeField } from "./remove-field.ts"
import { blockValue, inlineValue, needsBlock, scalarLike } from "./write-value.ts"

/**
 * The edits of a document's text that make a change; undefined where the change cannot be written without guessing. They
 * touch nothing but the field. Whether the text then means what it should is for the caller to verify.
 */
export function editsOfField(
  document: YamlDocument,
  change: PlainChange,
): readonly OffsetEdit[] | undefined {
  if (change.op !== "join") {
    const edit = editField(document, change)
    return edit && [edit]
  }
  const place = placeOf(document, change.path)
  return place && joinList(document, place, change)
}

function editField(
  document: YamlDocument,
  change: Exclude<PlainChange, { readonly op: "join" }>,
): OffsetEdit | undefined {
  const place = placeOf(document, change.path)
  if (change.op === "set" && !place) return addField(document, change)
  if (!place) return undefined
  switch (change.op) {
    case "set":
      return setValue(document, place, change.value)
    case "insert":
      return insertBefore(document, place, change.value)
    case "rename":
      return renameKey(place, change.key)
    case "remove":
      return removeField(document.text, place)
  }
}

function renameKey(place: FieldPlace, key: string): OffsetEdit | undefined {
  const node = place.in === "mapping" ? place.entry.key : undefined
  if (node?.kind !== "scalar" || node.indent >= 0) return undefined
  return { start: node.start, end: node.end, newText: scalarLike(node, key) }
}

function setValue(
  document: YamlDocument,
  place: FieldPlace,
  value: JsonValue,
): OffsetEdit | undefined {
  const { text } = document
  const { value: node } = place
  const { start, end } = node
  if (isFlow(text, place.parent)) return { start, end, newText: valueInFlow(node, value) }
  const isLine = node.kind === "alias" || (node.kind === "scalar" && node.indent < 0)
  const needsLines = needsBlock(value) || (typeof value === "string" && value.includes("\n"))
  if (!isLine || needsLines) return setLines(document, place, value)
  const isText = node.kind === "scalar" && typeof value === "string"
  const written = isText ? scalarLike(node, value) : blockValue(value, 0)
  return { start, end, newText: start === end ? ` ${written}` : written }
}

function valueInFlow(node: YamlNode, value: JsonValue): string {
  const isQuoted = node.kind === "scalar" && node.style !== "plain"
  return isQuoted && typeof value === "string" ? scalarLike(node, value) : inlineValue(value)
}

/** A value that has lines of its own, before or afterwards. */
function setLines(
  document: YamlDocument,
  place: FieldPlace,
  value: JsonValue,
): OffsetEdit | undefined {
  const { text } = document
  const { parent, value: node } = place
  // An anchor or a tag would then belong to another kind of value.
  if (node.anchor !== undefined || node.tag !== undefined) return undefined
  const column = columnOf(text, parent.start)
  if (place.in === "mapping") {
    const colon = text.indexOf(":", place.entry.key.end)
    return { start: colon + 1, end: node.end, newText: fieldText(document, value, column) }
  }
  const isBesideDash = text.slice(lineStart(text, node.start), node.start).trim() === "-"
  if (!isBesideDash || node.start === node.end) return undefined
  const newText = blockValue([value], column).slice("- ".length)
  return { start: node.start, end: node.end, newText }
}

function insertBefore(
  { text }: YamlDocument,
  place: FieldPlace,
  value: JsonValue,
): OffsetEdit | undefined {
  if (place.in !== "list") return undefined
  const { parent, index } = place
  const at = dereference(place.value).start
  if (isFlow(text, parent)) return { start: at, end: at, newText: `${inlineValue(value)}, ` }
  const column = columnOf(text, parent.start)
  const dash = index === 0 ? parent.start : text.lastIndexOf("-", place.value.start - 1)
  const written = blockValue(value, column + 2)
  return { start: dash, end: dash, newText: `- ${written}\n${" ".repeat(column)}` }
}
