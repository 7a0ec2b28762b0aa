import { findDuplicateKeys } from "./duplicate-keys.ts"
import { type YamlLimits, yamlLimits } from "./limits.ts"
import type { DuplicateKey, YamlDocument, YamlError, YamlNode, YamlStream } from "./node.ts"
import { SyntaxProblem } from "./parser/syntax-problem.ts"
import { type ParsedTree, parseTree } from "./parser/tree-parser.ts"
import { type DocumentSpan, splitDocuments } from "./split-documents.ts"

/** Line breaks other than LF, and what may be no YAML at all: control characters and surrogates. */
const UNUSUAL = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd]/u
const FORBIDDEN = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const BYTE_ORDER_MARK = "\uFEFF"

/** Reads all documents of a file. Never throws: what cannot be read is an error of its document. */
export function parseYaml(
  text: string,
  options: { readonly limits?: YamlLimits } = {},
): YamlStream {
  const limits = options.limits ?? yamlLimits
  const refusal = findBrokenLimit(text, limits)
  if (refusal !== undefined) return refused(text, refusal)
  const spans = splitDocuments(text)
  const surplus = spans[limits.documents]
  if (surplus !== undefined) {
    const message = `the file has more than ${limits.documents.toLocaleString("en")} documents`
    return refused(text, { message, start: surplus.start, end: endOfLine(text, surplus.start) })
  }
  const isPlain = !UNUSUAL.test(text)
  return { documents: spans.map((span) => parseDocument(text, span, isPlain, limits)) }
}

function refused(text: string, error: YamlError): YamlStream {
  const span = { start: 0, end: text.length }
  return { documents: [new ParsedDocument(text, span, { root: undefined, errors: [error] })] }
}

function findBrokenLimit(text: string, limits: YamlLimits): YamlError | undefined {
  if (text.length > limits.fileLength) {
    const message = `the file is larger than ${limits.fileLength / 1024 / 1024} MiB`
    return { message, start: 0, end: endOfLine(text, 0) }
  }
  if (text.length <= limits.lineLength) return undefined
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start)
    if (end - start > limits.lineLength) {
      return {
        message: `the line is longer than ${limits.lineLength / 1024 / 1024} MiB`,
        start,
        end,
      }
    }
    start = end + 1
  }
  return undefined
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf("\n", from)
  return found === -1 ? text.length : found
}

function parseDocument(
  text: string,
  span: DocumentSpan,
  isPlain: boolean,
  limits: YamlLimits,
): YamlDocument {
  const forbidden = isPlain ? undefined : findForbidden(text, span)
  return new ParsedDocument(text, span, forbidden ?? parseSpan(text, span, isPlain, limits))
}

function parseSpan(
  text: string,
  span: DocumentSpan,
  isPlain: boolean,
  limits: YamlLimits,
): ParsedTree {
  const { end } = span
  const start = span.start === 0 && text.startsWith(BYTE_ORDER_MARK) ? 1 : span.start
  const cursor = { text, end, hasOnlyLineFeeds: isPlain, at: start, line: 0, lineStart: start }
  try {
    const { root, errors } = parseTree(cursor, limits)
    return { root, errors: errors.map((error) => fitToText(error, text, span)) }
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error
    return { root: undefined, errors: [fitToText(error, text, span)] }
  }
}

/** An error at the end of a document is shown at its last character, one without length up to the end of its line. */
function fitToText(error: YamlError, text: string, span: DocumentSpan): YamlError {
  const { message, start } = error
  const last = span.start + text.slice(span.start, span.end).trimEnd().length
  if (start >= last) {
    const at = Math.max(last - 1, span.start)
    return { message, start: at, end: Math.min(at + 1, span.end) }
  }
  const lineEnd = text.slice(start, Math.min(endOfLine(text, start), last)).trimEnd().length + start
  const end = error.end > start ? Math.min(error.end, last) : Math.max(lineEnd, start + 1)
  return { message, start, end }
}

function findForbidden(text: string, span: DocumentSpan): ParsedTree | undefined {
  FORBIDDEN.lastIndex = span.start
  const found = FORBIDDEN.exec(text)
  if (found === null || found.index >= span.end) return undefined
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")
  const message = `the character U+${code} is not allowed in YAML`
  return { root: undefined, errors: [{ message, start: found.index, end: found.index + 1 }] }
}

class ParsedDocument implements YamlDocument {
  readonly text: string
  readonly root: YamlNode | undefined
  readonly start: number
  readonly end: number
  readonly errors: readonly YamlError[]
  #duplicateKeys: readonly DuplicateKey[] | undefined

  constructor(text: string, span: DocumentSpan, { root, errors }: ParsedTree) {
    this.text = text
    this.root = root
    this.start = span.start
    this.end = span.end
    this.errors = errors
  }

  get duplicateKeys(): readonly DuplicateKey[] {
    this.#duplicateKeys ??= findDuplicateKeys(this.root)
    return this.#duplicateKeys
  }
}
