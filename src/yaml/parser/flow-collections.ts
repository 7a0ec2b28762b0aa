import type { YamlEntry, YamlMapping, YamlNode, YamlSequence } from "../node.ts"
import { fail, type NodeParser, type Properties } from "./node-parser.ts"
import { type Token, TokenType } from "./token.ts"

/** `[…]`. */
export function parseFlowSequence(
  parser: NodeParser,
  first: Token,
  properties: Properties | undefined,
): YamlSequence {
  const { scanner } = parser
  const items: YamlNode[] = []
  const end = parseEntries(parser, first, TokenType.FlowSequenceEnd, (token) => {
    items.push(
      token.type === TokenType.Key ? parsePair(parser, token, first) : parser.node(false, false),
    )
  })
  scanner.skip()
  const { anchor, tag } = properties ?? {}
  return { kind: "sequence", start: first.start, end, anchor, tag, items }
}

/** `{…}`. */
export function parseFlowMapping(
  parser: NodeParser,
  first: Token,
  properties: Properties | undefined,
): YamlMapping {
  const { scanner } = parser
  const entries: YamlEntry[] = []
  const end = parseEntries(parser, first, TokenType.FlowMappingEnd, (token) => {
    if (token.type === TokenType.Key) {
      entries.push(parseEntry(parser, token, { first, closing: TokenType.FlowMappingEnd }))
      return
    }
    const key = parser.node(false, false)
    entries.push({ key, value: parser.empty(key.end) })
  })
  scanner.skip()
  const { anchor, tag } = properties ?? {}
  return { kind: "mapping", start: first.start, end, anchor, tag, entries }
}

/** Reads entries up to the closing bracket, whose end it returns. */
function parseEntries(
  parser: NodeParser,
  first: Token,
  closing: TokenType,
  parseOne: (token: Token) => void,
): number {
  const { scanner } = parser
  parser.enter(first)
  scanner.skip()
  let isFirst = true
  for (let token = scanner.peek(); token.type !== closing; token = scanner.peek()) {
    if (!isFirst) {
      if (token.type !== TokenType.FlowEntry) failComma(first, token, closing)
      scanner.skip()
      token = scanner.peek()
      if (token.type === closing) break
    }
    isFirst = false
    if (isUnclosed(first, token)) failComma(first, token, closing)
    parseOne(token)
  }
  parser.leave()
  return scanner.peek().end
}

/** Brackets are open at the end of the text, or where a list goes on line by line, which no brackets can hold. */
function isUnclosed(first: Token, { type, line }: Token): boolean {
  if (type === TokenType.BlockEntry) return line > first.line
  return type === TokenType.End || type === TokenType.DocumentEnd
}

function failComma(first: Token, token: Token, closing: TokenType): never {
  const bracket = closing === TokenType.FlowMappingEnd ? "}" : "]"
  if (isUnclosed(first, token)) fail(first, `the closing \`${bracket}\` is missing`)
  fail(token, `\`,\` or \`${bracket}\` is missing before this`)
}

/** `key: value` in a list is a mapping of its own. */
function parsePair(parser: NodeParser, key: Token, first: Token): YamlMapping {
  parser.enter(key)
  const entry = parseEntry(parser, key, { first, closing: TokenType.FlowSequenceEnd })
  parser.leave()
  const { start } = entry.key
  const { end } = entry.value
  return { kind: "mapping", start, end, anchor: undefined, tag: undefined, entries: [entry] }
}

/** The brackets around an entry: the token that opens them, and what closes them. */
interface Brackets {
  readonly first: Token
  readonly closing: TokenType
}

function parseEntry(parser: NodeParser, start: Token, { first, closing }: Brackets): YamlEntry {
  const { scanner } = parser
  scanner.skip()
  const next = scanner.peek().type
  const hasKey = next !== TokenType.Value && next !== TokenType.FlowEntry && next !== closing
  const key = hasKey ? parser.node(false, false) : parser.empty(start.end)
  const colon = scanner.peek()
  if (colon.type !== TokenType.Value) return { key, value: parser.empty(key.end) }
  scanner.skip()
  const after = scanner.peek()
  if (isUnclosed(first, after)) failComma(first, after, closing)
  const hasValue = after.type !== TokenType.FlowEntry && after.type !== closing
  return { key, value: hasValue ? parser.node(false, false) : parser.empty(colon.end) }
}
