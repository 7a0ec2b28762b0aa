import type { Document, FieldPart, RepeatedKey, SourceFile, Span } from "../model/index.ts"
import type { Range } from "../text/position.ts"
import {
  type FieldPath,
  isObject,
  type JsonValue,
  locate,
  nodeAt,
  parseYaml,
  rangeOf,
  sourceOffset,
  toJson,
  type YamlDocument,
  type YamlStream,
} from "../yaml/index.ts"

/** Turns an offset of the parsed text into an offset of the file: more than the identity for YAML inside a scalar. */
type ToFileOffset = (offset: number) => number

const sameOffset: ToFileOffset = (offset) => offset

/** The documents of a file. */
export function documentsOf(file: SourceFile, stream: YamlStream): readonly Document[] {
  const text: ParsedText = { file, text: file.text, toFileOffset: sameOffset }
  return stream.documents.map((yaml, index) => new YamlBackedDocument(yaml, index, text))
}

/** A YAML text, and where it stands in its file. */
interface ParsedText {
  readonly file: SourceFile
  readonly text: string
  readonly toFileOffset: ToFileOffset
  readonly within?: NonNullable<Document["within"]>
}

class YamlBackedDocument implements Document {
  readonly file: SourceFile
  readonly index: number
  readonly within?: NonNullable<Document["within"]>
  readonly #yaml: YamlDocument
  readonly #text: string
  readonly #toFileOffset: ToFileOffset
  readonly #embedded = new Map<string, readonly Document[]>()
  #content: { readonly value: JsonValue | undefined } | undefined

  constructor(yaml: YamlDocument, index: number, parsed: ParsedText) {
    this.file = parsed.file
    this.index = index
    if (parsed.within) this.within = parsed.within
    this.#yaml = yaml
    this.#text = parsed.text
    this.#toFileOffset = parsed.toFileOffset
  }

  get content(): JsonValue | undefined {
    this.#content ??= { value: this.#yaml.root ? toJson(this.#yaml) : undefined }
    return this.#content.value
  }

  get syntaxErrors(): readonly { readonly range: Range; readonly message: string }[] {
    return this.#yaml.errors.map(({ message, start, end }) => ({
      message,
      range: this.#range(start, end),
    }))
  }

  get repeatedKeys(): readonly RepeatedKey[] {
    return this.#yaml.duplicateKeys.map((repeated) => ({
      key: repeated.key,
      range: this.#range(repeated.start, repeated.end),
      first: this.#range(repeated.firstStart, repeated.firstEnd),
    }))
  }

  /** SOPS adds a `sops` mapping with a `mac`; `flux-semantics.md` section 10. */
  get encrypted(): boolean {
    const content = this.content
    return isObject(content) && isObject(content.sops) && typeof content.sops.mac === "string"
  }

  get range(): Range {
    const { root, start, end } = this.#yaml
    return this.#range(root?.start ?? start, root?.end ?? end)
  }

  rangeOf(path: FieldPath, part: FieldPart, span?: Span): Range {
    const node = span ? nodeAt(this.#yaml, path) : undefined
    if (span && node?.kind === "scalar") {
      const offset = (index: number): number => sourceOffset(this.#text, node, index)
      return this.#range(offset(span.start), offset(span.end))
    }
    const { start, end } = rangeOf(this.#yaml, path, part)
    return this.#range(start, end)
  }

  has(path: FieldPath): boolean {
    return this.#yaml.root !== undefined && locate(this.#yaml, path).depth === path.length
  }

  embedded(path: FieldPath): readonly Document[] {
    const key = JSON.stringify(path)
    const known = this.#embedded.get(key)
    if (known) return known
    const documents = this.#parseScalar(path)
    this.#embedded.set(key, documents)
    return documents
  }

  #parseScalar(path: FieldPath): readonly Document[] {
    const scalar = nodeAt(this.#yaml, path)
    if (scalar?.kind !== "scalar") return []
    const parsed: ParsedText = {
      file: this.file,
      text: scalar.text,
      toFileOffset: (offset) => this.#toFileOffset(sourceOffset(this.#text, scalar, offset)),
      within: { document: this, path },
    }
    const { documents } = parseYaml(scalar.text)
    return documents.map((yaml, index) => new YamlBackedDocument(yaml, index, parsed))
  }

  #range(start: number, end: number): Range {
    const { lines } = this.file
    return {
      start: lines.positionAt(this.#toFileOffset(start)),
      end: lines.positionAt(this.#toFileOffset(end)),
    }
  }
}
