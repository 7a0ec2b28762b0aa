import { skipBlank } from "./gaps.ts"
import type { FieldPath } from "./json.ts"
import {
  dereference,
  type YamlDocument,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlSequence,
} from "./node.ts"
import { resolveKey } from "./resolve-scalar.ts"
import { isMergeKey } from "./to-json.ts"

/** Offsets of a part of the text. */
export interface OffsetRange {
  readonly start: number
  readonly end: number
}

/** Which part of a field: its key, its value, or both (of a list entry: the dash and the value). */
export type FieldPart = "key" | "value" | "entry"

/** Where a path leads. */
export interface FieldLocation {
  /** The node at the end of the path, or undefined where the path leads nowhere. */
  readonly node: YamlNode | undefined
  /** How many steps of the path exist. */
  readonly depth: number
}

interface Step {
  readonly node: YamlNode
  readonly entry: YamlEntry | undefined
  readonly list: YamlSequence | undefined
  readonly index: number
}

/** Follows `path` as far as it exists, through aliases and merge keys. */
export function locate(document: YamlDocument, path: FieldPath): FieldLocation {
  const steps = follow(document, path)
  const isComplete = steps.length === path.length && document.root !== undefined
  const node = isComplete ? (steps.at(-1)?.node ?? document.root) : undefined
  return { node, depth: steps.length }
}

/** The node at `path`, which may be an alias; undefined where the path leads nowhere. */
export function nodeAt(document: YamlDocument, path: FieldPath): YamlNode | undefined {
  return locate(document, path).node
}

/** The scalar at `path`, with an alias followed; undefined when there is none. */
export function scalarAt(
  document: YamlDocument,
  path: FieldPath,
): (YamlNode & { readonly kind: "scalar" }) | undefined {
  const node = nodeAt(document, path)
  const target = node === undefined ? undefined : dereference(node)
  return target?.kind === "scalar" ? target : undefined
}

/**
 * The range of a part of the field at `path`. Where the field does not exist, the key of its nearest ancestor that
 * does; for the document itself, its first key.
 */
export function rangeOf(document: YamlDocument, path: FieldPath, part: FieldPart): OffsetRange {
  const { root } = document
  if (root === undefined) return { start: document.start, end: document.start }
  const steps = follow(document, path)
  const last = steps.at(-1)
  const isComplete = steps.length === path.length
  if (last === undefined) return isComplete && part !== "key" ? spanOf(root) : headOf(root)
  if (!isComplete) return last.entry === undefined ? headOf(last.node) : spanOf(last.entry.key)
  if (last.entry !== undefined) return entryRange(last.entry, part)
  return part === "entry"
    ? { start: dashOf(document.text, last), end: last.node.end }
    : spanOf(last.node)
}

function entryRange(entry: YamlEntry, part: FieldPart): OffsetRange {
  if (part === "key") return spanOf(entry.key)
  if (part === "value") return spanOf(entry.value)
  return { start: entry.key.start, end: entry.value.end }
}

function spanOf(node: OffsetRange): OffsetRange {
  return { start: node.start, end: node.end }
}

/** The first key of a mapping, or the whole of another value. */
function headOf(node: YamlNode): OffsetRange {
  const first = node.kind === "mapping" ? node.entries[0] : undefined
  return spanOf(first?.key ?? node)
}

function dashOf(text: string, { list, index, node }: Step): number {
  if (list === undefined || text[list.start] === "[") return node.start
  const previous = list.items[index - 1]
  return previous === undefined ? list.start : skipBlank(text, previous.end)
}

function follow(document: YamlDocument, path: FieldPath): readonly Step[] {
  const steps: Step[] = []
  let node = document.root
  for (const name of path) {
    const step = node === undefined ? undefined : child(dereference(node), name)
    if (step === undefined) break
    steps.push(step)
    node = step.node
  }
  return steps
}

function child(node: YamlNode, name: string | number): Step | undefined {
  if (node.kind === "sequence" && typeof name === "number") {
    const item = node.items[name]
    return item === undefined
      ? undefined
      : { node: item, entry: undefined, list: node, index: name }
  }
  if (node.kind !== "mapping") return undefined
  const entry = entryAt(node, String(name))
  return entry === undefined ? undefined : { node: entry.value, entry, list: undefined, index: -1 }
}

const INDEXED_FROM = 16
const indexes = new WeakMap<YamlMapping, ReadonlyMap<string, YamlEntry>>()

/** The entry that gives `key` its value: the last one of the mapping, or else one that is merged in. */
function entryAt(mapping: YamlMapping, key: string): YamlEntry | undefined {
  return ownEntry(mapping, key) ?? mergedEntry(mapping, key)
}

function ownEntry(mapping: YamlMapping, key: string): YamlEntry | undefined {
  if (mapping.entries.length >= INDEXED_FROM) return indexOf(mapping).get(key)
  return mapping.entries.findLast((entry) => keyOf(entry) === key)
}

function indexOf(mapping: YamlMapping): ReadonlyMap<string, YamlEntry> {
  const known = indexes.get(mapping)
  if (known !== undefined) return known
  const index = new Map<string, YamlEntry>()
  for (const entry of mapping.entries) {
    const key = keyOf(entry)
    if (key !== undefined) index.set(key, entry)
  }
  indexes.set(mapping, index)
  return index
}

function keyOf({ key }: YamlEntry): string | undefined {
  const node = dereference(key)
  if (node.kind !== "scalar" || isMergeKey(key)) return undefined
  const name = resolveKey(node, "sigs")
  return typeof name === "string" ? name : undefined
}

function mergedEntry(mapping: YamlMapping, key: string): YamlEntry | undefined {
  for (const { value } of mapping.entries.filter((entry) => isMergeKey(entry.key)).reverse()) {
    const sources = value.kind === "sequence" ? value.items : [value]
    for (const source of sources) {
      const target = dereference(source)
      const entry = target.kind === "mapping" ? entryAt(target, key) : undefined
      if (entry !== undefined) return entry
    }
  }
  return undefined
}
