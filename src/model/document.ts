import type { LineIndex } from "../text/line-index.ts"
import type { Range } from "../text/position.ts"
import type { FieldPath, JsonValue } from "../yaml/json.ts"
import type { Resource } from "./resource.ts"

/** A text file of the repository. `path` is relative to the checked root, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly lines: LineIndex
}

/** The key of a field, its value, or both. For a list element, "key" is the element. */
export type FieldPart = "key" | "value" | "entry"

/** Part of a scalar's decoded value: offsets in UTF-16 units, half-open. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A key that a mapping has twice; Flux keeps the last in some places and fails in others. */
export interface RepeatedKey {
  readonly key: string
  readonly range: Range
  readonly first: Range
}

/** One YAML document of a file, or of a scalar that holds YAML. */
export interface Document {
  readonly file: SourceFile
  /** Position in the file's stream, from 0; for YAML inside a scalar, in the stream of the scalar. */
  readonly index: number
  /** The scalar that holds it: the document was asked for with {@link Document.embedded}. */
  readonly within?: { readonly document: Document; readonly path: FieldPath }
  /** As sigs.k8s.io/yaml reads it; undefined when the document is empty or does not parse. */
  readonly content: JsonValue | undefined
  readonly syntaxErrors: readonly { readonly range: Range; readonly message: string }[]
  readonly repeatedKeys: readonly RepeatedKey[]
  /** Whether SOPS has encrypted it: its `ENC[…]` values are opaque. */
  readonly encrypted: boolean
  /** The whole document. */
  readonly range: Range
  /** The range of a field, or of its nearest ancestor that exists; `span` narrows it to part of a scalar. */
  rangeOf(path: FieldPath, part: FieldPart, span?: Span): Range
  /** Whether the field itself exists. */
  has(path: FieldPath): boolean
  /** The YAML documents inside the scalar at `path` (a patch, a values file in a ConfigMap), with positions in this file. */
  embedded(path: FieldPath): readonly Document[]
}

/** A step on the way from what a cluster sees to the line that a person edits. */
export interface ViaStep {
  readonly document: Document
  readonly path: FieldPath
  readonly part: FieldPart
  readonly message: string
}

/** A place named by field rather than by line (SARIF's logical location). */
export interface LogicalLocation {
  readonly document: Document
  readonly path: FieldPath
  readonly part: FieldPart
  readonly span?: Span
  /** Where the place is no field (text that does not parse, a repeated key); `path` is then the field around it. */
  readonly range?: Range
  /** The object that the place belongs to, and the field as the cluster sees it. */
  readonly resource?: Resource
  readonly field?: FieldPath
  readonly via?: readonly ViaStep[]
}

/** What the repository uses a file for. */
export type FileRole =
  | "manifest"
  | "kustomization"
  | "component"
  | "patch"
  | "values"
  | "chart"
  | "template"
  | "other"

/** A file with its documents; files that are no YAML have none. */
export interface ParsedFile {
  readonly source: SourceFile
  readonly role: FileRole
  readonly documents: readonly Document[]
}
