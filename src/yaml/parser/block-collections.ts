import type { YamlEntry, YamlMapping, YamlNode, YamlSequence } from "../node.ts"
import { failEntry, type NodeParser, type Properties } from "./node-parser.ts"
import { type Token, TokenType } from "./token.ts"

/** A list whose entries are indented. */
export function parseBlockSequence(
  parser: NodeParser,
  first: Token,
  properties: Properties | undefined,
): YamlSequence {
  parser.scanner.skip()
  const sequence = parseItems(parser, first, properties)
  const last = parser.scanner.peek()
  if (last.type !== TokenType.BlockEnd) {
    failEntry(last, "this is indented like the entries of the list, but has no `- `")
  }
  parser.scanner.skip()
  return sequence
}

/** A list that is not indented deeper than the key that it belongs to. */
export function parseIndentlessSequence(
  parser: NodeParser,
  first: Token,
  properties: Properties | undefined,
): YamlSequence {
  return parseItems(parser, first, properties)
}

function parseItems(
  parser: NodeParser,
  first: Token,
  properties: Properties | undefined,
): YamlSequence {
  const { scanner } = parser
  parser.enter(first)
  const items: YamlNode[] = []
  let end = first.end
  for (let dash = scanner.peek(); dash.type === TokenType.BlockEntry; dash = scanner.peek()) {
    scanner.skip()
    const item = isAfterItem(scanner.peek().type)
      ? parser.empty(dash.end)
      : parser.node(true, false)
    end = item.end
    items.push(item)
  }
  parser.leave()
  const { anchor, tag } = properties ?? {}
  return { kind: "sequence", start: first.start, end, anchor, tag, items }
}

function isAfterItem(type: TokenType): boolean {
  return type === TokenType.BlockEntry || isAfterPart(type)
}

/** A mapping without braces. */
export function parseBlockMapping(
  parser: NodeParser,
  first: Token,
  properties: Properties | undefined,
): YamlMapping {
  const { scanner } = parser
  parser.enter(first)
  scanner.skip()
  const entries: YamlEntry[] = []
  let end = first.end
  for (let token = scanner.peek(); token.type !== TokenType.BlockEnd; token = scanner.peek()) {
    if (token.type !== TokenType.Key && token.type !== TokenType.Value) {
      failEntry(token, "this is indented like the keys of the mapping, but is a list entry")
    }
    const key = token.type === TokenType.Key ? parsePart(parser, token) : parser.empty(token.start)
    const colon = scanner.peek()
    const hasColon = colon.type === TokenType.Value
    const value = hasColon ? parsePart(parser, colon) : parser.empty(key.end)
    end = value.end
    entries.push({ key, value })
  }
  scanner.skip()
  parser.leave()
  const { anchor, tag } = properties ?? {}
  return { kind: "mapping", start: first.start, end, anchor, tag, entries }
}

/** What follows `?` or `:`. */
function parsePart(parser: NodeParser, indicator: Token): YamlNode {
  parser.scanner.skip()
  const { type } = parser.scanner.peek()
  return isAfterPart(type) ? parser.empty(indicator.end) : parser.node(true, true)
}

function isAfterPart(type: TokenType): boolean {
  return type === TokenType.Key || type === TokenType.Value || type === TokenType.BlockEnd
}
