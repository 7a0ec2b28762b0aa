import type { YamlScalarStyle } from "../node.ts"

export const TokenType = {
  End: 0,
  VersionDirective: 1,
  TagDirective: 2,
  DocumentStart: 3,
  DocumentEnd: 4,
  BlockSequenceStart: 5,
  BlockMappingStart: 6,
  BlockEnd: 7,
  FlowSequenceStart: 8,
  FlowSequenceEnd: 9,
  FlowMappingStart: 10,
  FlowMappingEnd: 11,
  BlockEntry: 12,
  FlowEntry: 13,
  Key: 14,
  Value: 15,
  Alias: 16,
  Anchor: 17,
  Tag: 18,
  Scalar: 19,
} as const

export type TokenType = (typeof TokenType)[keyof typeof TokenType]

/** A token of YAML; all have the same fields, so that reading them stays fast. */
export interface Token {
  readonly type: TokenType
  readonly start: number
  end: number
  /** The decoded text of a scalar, the name of an anchor or alias, the handle of a tag, the version of a directive. */
  value: string
  /** The rest of a tag after its handle, the prefix of a tag directive. */
  suffix: string
  style: YamlScalarStyle
  /** Columns of indentation of a block scalar. */
  indent: number
  /** Whether a `:` may still come that makes this token the start of a key. */
  isPossibleKey: boolean
  /** Whether it is an error when it does not. */
  isRequiredKey: boolean
  readonly line: number
  readonly column: number
}

/** A token that begins at `start` and whose other fields are still to be filled. */
export function createToken(type: TokenType, start: number, line: number, column: number): Token {
  return {
    type,
    start,
    end: start,
    value: "",
    suffix: "",
    style: "plain",
    indent: -1,
    isPossibleKey: false,
    isRequiredKey: false,
    line,
    column,
  }
}
