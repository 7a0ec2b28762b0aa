import type { FieldPath } from "./json.ts"

/** A value as it is written: offsets leave out its anchor and its tag, and count UTF-16 units of the whole text. */
export type YamlNode = YamlMapping | YamlSequence | YamlScalar | YamlAlias

export interface YamlMapping {
  readonly kind: "mapping"
  readonly start: number
  readonly end: number
  readonly anchor: string | undefined
  readonly tag: string | undefined
  readonly entries: readonly YamlEntry[]
}

/** One `key: value` of a mapping. */
export interface YamlEntry {
  readonly key: YamlNode
  readonly value: YamlNode
}

export interface YamlSequence {
  readonly kind: "sequence"
  readonly start: number
  readonly end: number
  readonly anchor: string | undefined
  readonly tag: string | undefined
  readonly items: readonly YamlNode[]
}

export type YamlScalarStyle = "plain" | "single" | "double" | "literal" | "folded"

/** A scalar; a value that is left out (`key:`) is an empty plain scalar right after the colon. */
export interface YamlScalar {
  readonly kind: "scalar"
  /** Quotes and the header of a block scalar (`|-`) are part of the range. */
  readonly start: number
  readonly end: number
  readonly anchor: string | undefined
  /** `!!str` for YAML's own tags, however they are written; `!name` or a full URI for others. */
  readonly tag: string | undefined
  /** The decoded value, before it is resolved to a number, boolean or null. */
  readonly text: string
  readonly style: YamlScalarStyle
  /** Columns that each line of a block scalar is indented by; -1 for other styles and for blank block scalars. */
  readonly indent: number
}

/** `*name`: another place that shows the value of an anchor. */
export interface YamlAlias {
  readonly kind: "alias"
  readonly start: number
  readonly end: number
  readonly anchor: undefined
  readonly tag: undefined
  readonly name: string
  /** The node that carries the anchor; never an alias. */
  readonly target: YamlMapping | YamlSequence | YamlScalar
}

/** Why a document, or a part of it, cannot be read: plain words for a sentence of its own. */
export interface YamlError {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** A key that its mapping has already; kubectl and Helm take the last one, kustomize refuses the file. */
export interface DuplicateKey {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly firstStart: number
  readonly firstEnd: number
  /** Of the field. */
  readonly path: FieldPath
}

/** One document of a file. */
export interface YamlDocument {
  /** The text of the whole file. */
  readonly text: string
  /**
   * Undefined for an empty or comment-only document, and when the document cannot be read. It is there in spite of an
   * error when Flux reads the document and skips what follows its value.
   */
  readonly root: YamlNode | undefined
  /** From the first directive, comment or `---` that belongs to the document to the start of the next one. */
  readonly start: number
  readonly end: number
  readonly errors: readonly YamlError[]
  readonly duplicateKeys: readonly DuplicateKey[]
}

/** The documents of one file, in order. */
export interface YamlStream {
  readonly documents: readonly YamlDocument[]
}

/** The node itself, or what an alias stands for. */
export function dereference(node: YamlNode): YamlMapping | YamlSequence | YamlScalar {
  return node.kind === "alias" ? node.target : node
}
