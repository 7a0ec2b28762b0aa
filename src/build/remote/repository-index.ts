import { decodeUtf8 } from "../../text/decode.ts"
import type { ChartEntry } from "../../version/index.ts"
import {
  isObject,
  type JsonObject,
  type JsonValue,
  listAt,
  parseYaml,
  stringAt,
  toJson,
  valueAt,
} from "../../yaml/index.ts"

/** A version of a chart in the index of a repository. */
export interface IndexedChart extends ChartEntry {
  /** Where its archive lies: an address, or a path from the repository's own. Flux takes the first one. */
  readonly url: string
  /** sha256 of the archive as the index states it. */
  readonly digest?: string
}

/** The `index.yaml` of a chart repository. An index may have 50 MiB: each chart is parsed when it is asked for. */
export interface RepositoryIndex {
  readonly names: readonly string[]
  /** The versions of a chart in their order, or why its entries cannot be read. */
  entries(name: string): readonly IndexedChart[] | { readonly error: string }
}

/** Finds the charts in an index; source-controller reads it as JSON or as YAML. */
export function readRepositoryIndex(
  bytes: Uint8Array,
): RepositoryIndex | { readonly error: string } {
  const decoded = decodeUtf8(bytes)
  if ("error" in decoded) return { error: decoded.error }
  const { text } = decoded
  if (/^\s*\{/u.test(text.slice(0, 100))) return readJson(text)
  const blocks = splitEntries(text)
  return blocks ? lazyIndex(text, blocks) : readWhole(text)
}

function readJson(text: string): RepositoryIndex | { readonly error: string } {
  try {
    return parsedIndex(JSON.parse(text) as JsonValue)
  } catch {
    return readWhole(text)
  }
}

function readWhole(text: string): RepositoryIndex | { readonly error: string } {
  const document = parseYaml(text).documents[0]
  const error = document?.errors[0]
  if (!document || error) return { error: error?.message ?? "it is empty" }
  return parsedIndex(toJson(document))
}

function parsedIndex(content: JsonValue | undefined): RepositoryIndex | { readonly error: string } {
  const entries = valueAt(content, ["entries"])
  if (!isObject(entries)) return { error: "it has no `entries`" }
  return {
    names: Object.keys(entries),
    entries: (name) =>
      Object.hasOwn(entries, name) ? listAt(entries, [name]).flatMap(readEntry) : [],
  }
}

function readEntry(entry: JsonValue): readonly IndexedChart[] {
  const version = stringAt(entry, ["version"])
  const url = stringAt(entry, ["urls", 0])
  if (version === undefined || url === undefined) return []
  const created = stringAt(entry, ["created"])
  const digest = stringAt(entry, ["digest"])?.replace(/^sha256:/u, "")
  return [
    {
      version,
      url,
      ...(created === undefined ? {} : { created }),
      ...(digest ? { digest } : {}),
    },
  ]
}

/** Where the entries of each chart begin and end. */
type Blocks = ReadonlyMap<string, readonly [start: number, end: number]>

function lazyIndex(text: string, blocks: Blocks): RepositoryIndex {
  return {
    names: [...blocks.keys()],
    entries: (name) => {
      const [start = 0, end = 0] = blocks.get(name) ?? []
      const found: IndexedChart[] = []
      for (const part of versionsOf(text.slice(start, end))) {
        const document = parseYaml(part).documents[0]
        const error = document?.errors[0]
        if (error) return { error: error.message }
        const content = document && toJson(document)
        const list = Array.isArray(content) ? content : Object.values((content ?? {}) as JsonObject)
        found.push(...list.flat().flatMap((entry) => readEntry(entry)))
      }
      return found
    },
  }
}

/**
 * The blocks below `entries:` in YAML as Helm and its like write it: one key a line, all with the same indentation.
 * Undefined when the text is of another make; it is read as a whole then.
 */
function splitEntries(text: string): Blocks | undefined {
  const head = /^entries:[ \t]*(?:#.*)?\r?$/mu.exec(text)
  if (!head) return undefined
  const blocks = new Map<string, [number, number]>()
  let indentation: number | undefined
  let open: [number, number] | undefined
  let at = head.index + head[0].length + 1
  for (; at < text.length; ) {
    const end = (text.indexOf("\n", at) + 1 || text.length + 1) - 1
    const spaces = leadingSpaces(text, at)
    const first = text[at + spaces]
    const isBlank = first === undefined || first === "\n" || first === "\r" || first === "#"
    if (!isBlank && spaces === 0 && first !== "-") break
    indentation ??= isBlank ? undefined : spaces
    if (!isBlank && spaces === indentation && first !== "-") {
      const name = keyOf(text.slice(at + spaces, end))
      if (name === undefined || blocks.has(name)) return undefined
      if (open) open[1] = at
      open = [at, text.length]
      blocks.set(name, open)
    }
    at = end + 1
  }
  if (open) open[1] = Math.min(at, text.length)
  return blocks
}

function leadingSpaces(text: string, at: number): number {
  let count = 0
  while (text[at + count] === " ") count += 1
  return count
}

function keyOf(line: string): string | undefined {
  const [, double, single, plain] =
    /^(?:"([\w.+/-]+)"|'([\w.+/-]+)'|([A-Za-z][\w.+/-]*)):[ \t]*(?:\[\][ \t]*)?\r?$/u.exec(line) ??
    []
  return double ?? single ?? plain
}

/** Well below what the YAML reader takes in one piece. */
const maxPart = 1024 * 1024

/** A chart's block in parts that each hold whole versions. */
function versionsOf(block: string): readonly string[] {
  if (block.length <= maxPart) return [block]
  const marker = /^ *- /mu.exec(block)?.[0]
  if (marker === undefined) return [block]
  const parts: string[] = []
  let start = block.indexOf(`\n${marker}`) + 1
  while (start < block.length) {
    const last = block.lastIndexOf(`\n${marker}`, start + maxPart) + 1
    const next = last > start ? last : block.indexOf(`\n${marker}`, start) + 1
    const rest = block.length - start <= maxPart || next <= start
    parts.push(block.slice(start, rest ? block.length : next))
    start = rest ? block.length : next
  }
  return parts
}
