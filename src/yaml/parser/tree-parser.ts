import type { YamlLimits } from "../limits.ts"
import type { YamlAlias, YamlError, YamlNode, YamlScalar } from "../node.ts"
import { Anchors, findExpansion } from "./anchors.ts"
import {
  parseBlockMapping,
  parseBlockSequence,
  parseIndentlessSequence,
} from "./block-collections.ts"
import type { Cursor } from "./cursor.ts"
import { parseFlowMapping, parseFlowSequence } from "./flow-collections.ts"
import { tooDeep } from "./layout.ts"
import { fail, isBracket, type NodeParser, type Properties } from "./node-parser.ts"
import { Scanner } from "./scanner.ts"
import { resolveTag } from "./tag.ts"
import { type Token, TokenType } from "./token.ts"

/** What one document holds. */
export interface ParsedTree {
  readonly root: YamlNode | undefined
  readonly errors: readonly YamlError[]
}

/** Reads one document, by the grammar of libyaml's parser. Throws a SyntaxProblem where it cannot go on. */
export function parseTree(cursor: Cursor, limits: YamlLimits): ParsedTree {
  return new TreeParser(cursor, limits).parse()
}

class TreeParser implements NodeParser {
  readonly scanner: Scanner
  readonly #limits: YamlLimits
  readonly #anchors = new Anchors()
  readonly #directives = new Map<string, string>()
  #depth = 0
  #written = 0
  /** Nodes so far, with aliases followed. */
  #size = 0

  constructor(cursor: Cursor, limits: YamlLimits) {
    this.scanner = new Scanner(cursor, limits.depth)
    this.#limits = limits
  }

  parse(): ParsedTree {
    this.#readDirectives()
    if (this.scanner.peek().type === TokenType.DocumentStart) this.scanner.skip()
    const first = this.scanner.peek()
    const isEmpty = isEnd(first) || isDirective(first)
    const root = isEmpty ? undefined : this.node(true, false)
    const { errors } = this.#anchors
    const expansion = findExpansion(this.#written, this.#size, this.#limits)
    if (expansion !== undefined && root !== undefined) {
      errors.push({ message: expansion, start: root.start, end: root.end })
    }
    if (errors.length > 0) return { root: undefined, errors }
    const tail = findTail(this.scanner.peek())
    return { root, errors: tail === undefined ? errors : [tail] }
  }

  node(isBlock: boolean, mayBeIndentless: boolean): YamlNode {
    const token = this.scanner.peek()
    if (token.type === TokenType.Scalar) return this.#scalar(token, undefined)
    if (token.type === TokenType.Alias) return this.#alias(token)
    if (token.type !== TokenType.Anchor && token.type !== TokenType.Tag) {
      return this.#content(token, undefined, isBlock, mayBeIndentless)
    }
    const properties = this.#properties(token)
    const { anchor: name } = properties
    const anchor = name === undefined ? undefined : this.#anchors.open(name)
    const before = this.#size
    const node = this.#content(this.scanner.peek(), properties, isBlock, mayBeIndentless)
    if (anchor !== undefined) {
      anchor.target = node
      anchor.size = this.#size - before
    }
    return node
  }

  empty(at: number, properties?: Properties): YamlScalar {
    this.#count(1)
    const { anchor, tag } = properties ?? {}
    return { kind: "scalar", start: at, end: at, anchor, tag, text: "", style: "plain", indent: -1 }
  }

  enter(token: Token): void {
    this.#depth++
    this.#count(1)
    if (this.#depth > this.#limits.depth) fail(token, tooDeep(this.#limits.depth))
  }

  leave(): void {
    this.#depth--
  }

  #readDirectives(): void {
    let hasVersion = false
    let token = this.scanner.peek()
    for (; isDirective(token); token = this.scanner.peek()) {
      const { type, value, suffix } = token
      if (type === TokenType.VersionDirective) {
        if (hasVersion) fail(token, "the document has two `%YAML` directives")
        hasVersion = true
      } else {
        if (this.#directives.has(value))
          fail(token, `the document has two \`%TAG\` directives for \`${value}\``)
        this.#directives.set(value, suffix)
      }
      this.scanner.skip()
    }
    const hasDirectives = hasVersion || this.#directives.size > 0
    if (hasDirectives && token.type !== TokenType.DocumentStart) {
      fail(token, "`---` is missing after the directives")
    }
  }

  #properties(first: Token): Properties {
    let anchor: Token | undefined
    let tag: Token | undefined
    let { end } = first
    for (let token = first; ; token = this.scanner.peek()) {
      if (token.type === TokenType.Anchor && anchor === undefined) anchor = token
      else if (token.type === TokenType.Tag && tag === undefined) tag = token
      else break
      end = token.end
      this.scanner.skip()
    }
    const resolved = tag === undefined ? undefined : resolveTag(tag, this.#directives)
    return { anchor: anchor?.value, tag: resolved, end }
  }

  #content(
    token: Token,
    properties: Properties | undefined,
    isBlock: boolean,
    mayBeIndentless: boolean,
  ): Exclude<YamlNode, YamlAlias> {
    const { type } = token
    if (type === TokenType.Scalar) return this.#scalar(token, properties)
    if (type === TokenType.BlockMappingStart && isBlock) {
      return parseBlockMapping(this, token, properties)
    }
    if (type === TokenType.BlockSequenceStart && isBlock) {
      return parseBlockSequence(this, token, properties)
    }
    if (type === TokenType.BlockEntry && mayBeIndentless) {
      return parseIndentlessSequence(this, token, properties)
    }
    if (type === TokenType.FlowSequenceStart) return parseFlowSequence(this, token, properties)
    if (type === TokenType.FlowMappingStart) return parseFlowMapping(this, token, properties)
    if (properties !== undefined) return this.empty(properties.end, properties)
    return fail(token, "a value is missing before this")
  }

  #scalar(token: Token, properties: Properties | undefined): YamlScalar {
    this.scanner.skip()
    this.#count(1)
    return {
      kind: "scalar",
      start: token.start,
      end: token.end,
      anchor: properties?.anchor,
      tag: properties?.tag,
      text: token.value,
      style: token.style,
      indent: token.indent,
    }
  }

  #alias({ start, end, value: name }: Token): YamlAlias {
    this.scanner.skip()
    const { target, size } = this.#anchors.resolve(name, start, end)
    this.#count(size)
    return { kind: "alias", start, end, anchor: undefined, tag: undefined, name, target }
  }

  #count(size: number): void {
    this.#written++
    this.#size += size
  }
}

function isEnd({ type }: Token): boolean {
  return type === TokenType.End || type === TokenType.DocumentEnd
}

function isDirective({ type }: Token): boolean {
  return type === TokenType.VersionDirective || type === TokenType.TagDirective
}

/** Flux and kubectl stop after the first value and say nothing of the rest. */
function findTail(token: Token): YamlError | undefined {
  if (isEnd(token)) return undefined
  const message = isBracket(token)
    ? "this belongs to no `[…]` or `{…}`"
    : "this stands after the value of the document, and is not read"
  return { message, start: token.start, end: token.end }
}
