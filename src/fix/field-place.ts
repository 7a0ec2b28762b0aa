import {
  dereference,
  type FieldPath,
  nodeAt,
  type YamlDocument,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlSequence,
} from "../yaml/index.ts"

/** Where a field stands in the tree of its document. */
export type FieldPlace =
  | {
      readonly in: "mapping"
      readonly parent: YamlMapping
      readonly index: number
      readonly entry: YamlEntry
      readonly value: YamlNode
    }
  | {
      readonly in: "list"
      readonly parent: YamlSequence
      readonly index: number
      readonly value: YamlNode
    }

/** The place of a field that stands there itself; undefined for one that is missing, merged in, or the whole document. */
export function placeOf(document: YamlDocument, path: FieldPath): FieldPlace | undefined {
  const value = nodeAt(document, path)
  const parent = parentOf(document, path)
  if (value === undefined || parent === undefined || path.length === 0) return undefined
  if (parent.kind === "sequence") {
    const index = parent.items.indexOf(value)
    return index < 0 ? undefined : { in: "list", parent, index, value }
  }
  const index = parent.entries.findIndex((entry) => entry.value === value)
  const entry = parent.entries[index]
  return entry && { in: "mapping", parent, index, entry, value }
}

/** The mapping or list that holds the field, or would hold it. */
export function parentOf(
  document: YamlDocument,
  path: FieldPath,
): YamlMapping | YamlSequence | undefined {
  const node = nodeAt(document, path.slice(0, -1))
  const parent = node && dereference(node)
  return parent?.kind === "scalar" ? undefined : parent
}

/** Whether a mapping or list is written in braces or brackets. */
export function isFlow(text: string, { start }: YamlMapping | YamlSequence): boolean {
  return text[start] === "{" || text[start] === "["
}

/** How many characters stand before `offset` on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

/** The offset at which the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--
  return at
}

/** The offset of the line break after `offset`, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++
  return at
}

/** The offset at which the line after that of `offset` begins. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : Math.min(end + 1, text.length)
}
